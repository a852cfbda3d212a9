//| Theme: API 3.0 by the Java SDK: handlers, guards, Try, recover, families.
package shop.instances

import com.tencentcloudapi.common.exception.TencentCloudSDKException
import com.tencentcloudapi.cvm.v20170312.CvmClient
import scala.concurrent.Future
import scala.util.{Failure, Success, Try}

class Instances(cvm: CvmClient) {
  def create(request: RunInstancesRequest): Option[String] =
    try {
      Some(cvm.RunInstances(request).getRequestId)
    } catch {
      case e: TencentCloudSDKException =>
        e.getErrorCode match {
        // @e.getErrorCode outcome reported
        // @e.getErrorCode finding unhandled-fatal-code *
          case "ResourceInsufficient" => postpone(request)
          // @ResourceInsufficient sighting ResourceInsufficient certain arm
          case "AuthFailure.SignatureFailure" => sign()
          // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain arm
          case _ => ()
        }
        None
    }

  def delete(request: TerminateInstancesRequest): Unit =
    try cvm.TerminateInstances(request)
    catch {
      case e: TencentCloudSDKException if e.getErrorCode == "ResourceNotFound" => ()
      // @e.getErrorCode outcome fallback
      // @ResourceNotFound sighting ResourceNotFound certain comparison
      case e: TencentCloudSDKException if e.getErrorCode.startsWith("UnsupportedOperation") => postpone(request)
      // @UnsupportedOperation sighting UnsupportedOperation certain comparison
      case e: Throwable => throw e
    }

  def zones(request: DescribeZonesRequest): Either[String, String] =
    Try(cvm.DescribeZones(request)) match {
      case Success(found) => Right(found.getRequestId)
      case Failure(e: TencentCloudSDKException) if e.getErrorCode == "UnauthorizedOperation" => Left("denied")
      // @e.getErrorCode outcome fallback
      // @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
      case Failure(e: TencentCloudSDKException) if e.getErrorCode == "InvalidParameter" => Left("wrong")
      case Failure(e) => Left(e.getMessage)
    }

  def isGone(e: TencentCloudSDKException): Boolean =
    e.getErrorCode == "ResourceNotFound" || e.getErrorCode == "ResourceUnavailable"
    // @e.getErrorCode outcome predicate
    // @ResourceNotFound sighting ResourceNotFound certain comparison
}
