"""Removes stale machines and volumes from AWS."""
#| Theme: another vendor's codes that are spelt as ours.
import boto3
from botocore.exceptions import ClientError

RETRYABLE = ("RequestLimitExceeded", "InternalError")
# @RequestLimitExceeded nothing


def terminate(ids):
    ec2 = boto3.client("ec2")
    try:
        ec2.terminate_instances(InstanceIds=ids)
    except ClientError as error:
        code = error.response["Error"]["Code"]
        if code == "AuthFailure":
        # @AuthFailure nothing
            raise PermissionError(ids) from error
        if code == "UnauthorizedOperation":
        # @UnauthorizedOperation nothing
            return []
        if code == "InvalidInstanceID.NotFound":
        # @InvalidInstanceID.NotFound nothing
            return []
        if code in RETRYABLE:
            return terminate(ids)
    return ids


def dry_run(ids):
    try:
        boto3.client("ec2").stop_instances(InstanceIds=ids, DryRun=True)
    except ClientError as error:
        return error.response["Error"]["Code"] == "DryRunOperation"
        # @DryRunOperation nothing


def refused(error):
    return error.response["Error"]["Code"] in ("MissingParameter", "InvalidParameterValue", "UnknownParameter")
    # @MissingParameter nothing
    # @InvalidParameterValue nothing
