"""Keeps security groups as they are written down, with tencentcloud's vpc SDK."""
#| Theme: a reconciler. Families by prefix, split, find and `in`; deletes that are done when nothing is there.
import logging
import time

from tencentcloud.common.exception import TencentCloudSDKException
from tencentcloud.vpc.v20170312 import errorcodes, models

log = logging.getLogger(__name__)


def delete_group(client, group_id):
    """A group that is gone already is deleted."""
    request = models.DeleteSecurityGroupRequest()
    request.SecurityGroupId = group_id
    try:
        client.DeleteSecurityGroup(request)
    except TencentCloudSDKException as err:
        if err.code.startswith("ResourceNotFound"):
        # @err.code outcome fallback
        # @ResourceNotFound sighting ResourceNotFound certain argument
            return True
        if err.code == "ResourceInUse.SecurityGroup":
        # @ResourceInUse.SecurityGroup sighting ResourceInUse.SecurityGroup certain comparison
            log.warning("%s is still in use", group_id)
            client.detach(group_id)
            return False
        raise
    return True


def delete_rule(client, group_id, rule):
    try:
        client.DeleteSecurityGroupPolicies(rule.request(group_id))
    except TencentCloudSDKException as err:
        if err.code in ("ResourceNotFound", "ResourceNotFound.RuleNotFound"):
        # @err.code outcome too-little
        # @ResourceNotFound.RuleNotFound sighting ResourceNotFound.RuleNotFound certain membership
            return
        raise


def add_rule(client, group_id, rule):
    try:
        client.CreateSecurityGroupPolicies(rule.request(group_id))
    except TencentCloudSDKException as err:
        family = err.get_code().split(".")[0]
        if family == "AuthFailure":
        # @family outcome reported
        # @family finding unhandled-fatal-code *
        # @AuthFailure sighting AuthFailure certain comparison
            client.renew_token()
        elif family == "UnauthorizedOperation":
        # @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
            client.ask_for_rights("vpc:CreateSecurityGroupPolicies")


def change_rule(client, group_id, rule):
    try:
        client.ReplaceSecurityGroupPolicy(rule.request(group_id))
    except TencentCloudSDKException as err:
        _, _, detail = err.code.partition(".")
        if err.code.find("LimitExceeded") >= 0:
        # @err.code outcome fallback
        # @LimitExceeded sighting LimitExceeded certain argument
            time.sleep(1)
        elif "InvalidParameter" in err.code:
        # @InvalidParameter sighting InvalidParameter certain argument
            rule.reject(detail)
        else:
            raise


def describe_group(client, group_id):
    """Constants of the SDK are codes by themselves."""
    try:
        return client.DescribeSecurityGroups(models.DescribeSecurityGroupsRequest())
    except TencentCloudSDKException as err:
        if err.code == errorcodes.UNAUTHORIZEDOPERATION:
        # @err.code outcome fallback
        # @errorcodes.UNAUTHORIZEDOPERATION sighting UnauthorizedOperation certain comparison
            client.ask_for_rights("vpc:DescribeSecurityGroups")
            return None
        elif err.code == errorcodes.INTERNALERROR:
        # @errorcodes.INTERNALERROR sighting InternalError certain comparison
            time.sleep(1)
            return None
        raise LookupError(group_id) from err


def find_group(client, name):
    try:
        return client.find(name)
    except TencentCloudSDKException as err:
        if "ResourceNotFound" in str(err):
        # @ResourceNotFound sighting ResourceNotFound certain argument
            return None
        if err.code == "MissingParameter":
        # @err.code outcome fallback
        # @MissingParameter sighting MissingParameter certain comparison
            return client.find(name or "default")
        raise


def close(client, err, port):
    if port == 4100 or port == 5000:
    # @4100 nothing
    # @5000 nothing
        client.release(port)
    return err.code == "UnauthorizedOperation" or err.code.startswith("AuthFailure")
    # @err.code outcome predicate
    # @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
    # @AuthFailure sighting AuthFailure certain argument
