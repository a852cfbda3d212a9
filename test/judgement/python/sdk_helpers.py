"""Small helpers around the exceptions of tencentcloud-sdk-python."""
#| Theme: helper calls that take the exception and codes, codes that only the SDK raises, wrapped exceptions.
import time

from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException


def has_code(err, codes):
    return isinstance(err, TencentCloudSDKException) and err.get_code() in codes


def read(client, request):
    try:
        return client.call_json("DescribeLoadBalancers", request)
    except TencentCloudSDKException as err:
        if has_code(err, ["ResourceNotFound.LoadBalancerNotFound", "InvalidParameterValue.LoadBalancerId"]):
        # @err outcome fallback
        # @ResourceNotFound.LoadBalancerNotFound sighting ResourceNotFound.LoadBalancerNotFound certain argument
        # @InvalidParameterValue.LoadBalancerId sighting InvalidParameterValue.LoadBalancerId certain argument
            return None
        if has_code(err, ["AuthFailure.TokenFailure"]):
        # @AuthFailure.TokenFailure sighting AuthFailure.TokenFailure certain argument
            client.renew_token()
            return None
        raise


def reach(client, request):
    """What never reached the server."""
    try:
        return client.call_json("DescribeRegions", request)
    except TencentCloudSDKException as err:
        match err.code:
        # @err.code outcome fallback
            case "ClientNetworkError" | "ServerNetworkError":
            # @ClientNetworkError sighting ClientNetworkError certain arm
            # @ServerNetworkError sighting ServerNetworkError certain arm
                time.sleep(1)
                return None
            case "ClientParamsError":
            # @ClientParamsError sighting ClientParamsError certain arm
                raise ValueError(request) from err
        raise RuntimeError("unreachable") from err


def drop(client, request):
    try:
        client.call_json("DeleteLoadBalancer", request)
    except TencentCloudSDKException as err:
        if not has_code(err, ["ResourceNotFound.LoadBalancerNotFound"]):
        # @err outcome too-little
        # @ResourceNotFound.LoadBalancerNotFound sighting ResourceNotFound.LoadBalancerNotFound certain argument
            raise


def lost(client, request):
    """Both arms mend something; whatever else goes wrong is forgotten."""
    try:
        client.call_json("ModifyLoadBalancer", request)
    except TencentCloudSDKException as err:
        ec = err.get_code()
        if ec.startswith("AuthFailure."):
        # @ec outcome reported
        # @ec finding unhandled-fatal-code *
            client.renew_token()
        elif ec == "InvalidParameter.FormatError":
        # @InvalidParameter.FormatError sighting InvalidParameter.FormatError certain comparison
            request.repair()


def handed_on(client, request, failures):
    try:
        client.call_json("ModifyLoadBalancer", request)
    except TencentCloudSDKException as err:
        if err.code == "AuthFailure.SecretIdNotFound":
        # @err.code outcome passed-on
        # @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound certain comparison
            client.renew_token()
            return
        if err.code == "FailedOperation.Locked":
        # @FailedOperation.Locked sighting FailedOperation.Locked certain comparison
            client.unlock(request)
            return
        failures.put(err)
