//| Theme: a client of API 2.0 with match, ladders and Either.
package shop.cloud

import com.typesafe.scalalogging.LazyLogging
import io.circe.generic.auto._
import io.circe.parser.decode

final case class CvmReply(code: Int, message: String, codeDesc: String, data: Option[String])

class CvmClient(http: HttpBackend) extends LazyLogging {
  private val endpoint = "https://cvm.api.qcloud.com/v2/index.php"
  private val requestTimeout = 5000
  // @5000 nothing
  private val bufferSize = 4000L
  // @4000L nothing

  def describe(reply: CvmReply): Option[String] = {
    reply.code match {
    // @reply.code outcome reported 4100,4300
    // @reply.code finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
      case 0 => show(reply.data)
      case 4100 => signIn()
      // @4100 sighting 4100 certain arm
      case 4300 => block()
      // @4300 sighting 4300 certain arm
      case _ =>
    }
    None
  }

  def renew(reply: CvmReply): Either[String, String] = reply.code match {
  // @reply.code outcome fallback 5200,5300
    case 0 => Right("done")
    case 5200 | 5300 => Left("balance")
    // @5200 sighting 5200 certain arm
    // @5300 sighting 5300 certain arm
    case _ => Left(s"renew: ${reply.code} ${reply.message}")
  }

  def stop(reply: CvmReply): Unit = {
    if (reply.code == 5000) forget()
    // @reply.code outcome fallback 5000,6100
    // @5000 sighting 5000 certain comparison
    else if (reply.code == 6100) postpone()
    else if (reply.code != 0) logger.error(s"stop failed with ${reply.code}")
  }

  def reboot(reply: CvmReply): CvmReply = {
    reply.code match {
    // @reply.code outcome passed-on 5100,5500
      case 5500 => forget()
      // @5500 sighting 5500 certain arm
      case 5100 => postpone()
      case _ => ()
    }
    reply
  }

  def isPayment(reply: CvmReply): Boolean = reply.code == 5200 || reply.code == 5300
  // @reply.code outcome predicate 5200,5300
  // @5300 sighting 5300 certain comparison

  def checked(reply: CvmReply): CvmReply = {
    if (reply.code != 0) throw new IllegalStateException(s"${reply.code}: ${reply.message}")
    // @reply.code outcome too-little
    reply
  }

  def warned(reply: CvmReply): Unit = {
    if (reply.code == 4100) signIn()
    // @reply.code outcome reported 4100,4600
    // @reply.code finding unhandled-fatal-code *
    if (reply.code == 4600) logger.warn("wrong protocol")
    logger.info(s"done with ${reply.code}")
  }

  def text(reply: CvmReply): String = reply.code match {
  // @reply.code outcome lookup 4100,5300
    case 4100 => "The signature is wrong."
    case 5300 => "The balance is too low."
    case _ => "unknown"
  }
}
