//| Theme: API 3.0 by the SDK: handlers, filters, families, helpers.
using System;
using System.Threading.Tasks;
using Microsoft.AspNetCore.Mvc;
using TencentCloud.Common;
using TencentCloud.Cvm.V20170312;
using TencentCloud.Cvm.V20170312.Models;

namespace Shop.Instances
{
    public class InstancesController : ControllerBase
    {
        private readonly CvmClient _cvm;

        public async Task<IActionResult> Get(string id)
        {
            try
            {
                return Ok(await _cvm.DescribeInstances(new DescribeInstancesRequest()));
            }
            catch (TencentCloudSDKException e) when (e.ErrorCode == "ResourceNotFound")
            // @e.ErrorCode outcome fallback
            // @ResourceNotFound sighting ResourceNotFound certain comparison
            {
                return NotFound();
            }
            catch (TencentCloudSDKException e) when (e.ErrorCode.StartsWith("AuthFailure"))
            // @AuthFailure sighting AuthFailure certain comparison
            {
                return Unauthorized();
            }
        }

        public async Task<object> Create(RunInstancesRequest request)
        {
            try
            {
                return await _cvm.RunInstances(request);
            }
            catch (TencentCloudSDKException e)
            {
                switch (e.ErrorCode)
                // @e.ErrorCode outcome reported
                // @e.ErrorCode finding unhandled-fatal-code *
                {
                    case "ResourceInsufficient":
                    // @ResourceInsufficient sighting ResourceInsufficient certain arm
                        Postpone(request);
                        break;
                    case "AuthFailure.SignatureFailure":
                    // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain arm
                        Sign();
                        break;
                }
                return null;
            }
        }

        public async Task Delete(TerminateInstancesRequest request)
        {
            try
            {
                await _cvm.TerminateInstances(request);
            }
            catch (TencentCloudSDKException e)
            {
                if (e.ErrorCode == "InvalidParameterValue.InstanceIdMalformed") return;
                // @e.ErrorCode outcome fallback
                // @InvalidParameterValue.InstanceIdMalformed sighting InvalidParameterValue.InstanceIdMalformed certain comparison
                if (e.ErrorCode.Split('.')[0] == "UnsupportedOperation") return;
                throw;
            }
        }

        public bool IsGone(TencentCloudSDKException e) =>
            e.ErrorCode is "ResourceNotFound" or "InvalidParameterValue.InstanceIdMalformed";
            // @e.ErrorCode outcome predicate
            // @ResourceNotFound sighting ResourceNotFound certain membership

        public int Status(TencentCloudSDKException e) => e.ErrorCode switch
        // @e.ErrorCode outcome lookup
        {
            "ResourceNotFound" => 404,
            "UnauthorizedOperation" => 403,
            // @UnauthorizedOperation sighting UnauthorizedOperation certain arm
            _ => 502,
        };

        public async Task<string> Describe(DescribeZonesRequest request)
        {
            try
            {
                return (await _cvm.DescribeZones(request)).RequestId;
            }
            catch (TencentCloudSDKException e)
            {
                Console.Error.WriteLine($"DescribeZones: {e.ErrorCode} {e.Message}");
                return e.ErrorCode == "RequestLimitExceeded" ? "busy" : e.ErrorCode == "AuthFailure" ? "denied" : throw e;
                // @e.ErrorCode#2 outcome fallback
                // @RequestLimitExceeded finding family-missed RequestLimitExceeded
            }
        }
    }
}
