"""Deletes resource groups in Azure."""
#| Theme: another vendor's bare words; a delete that is done when nothing is there.
from azure.core.exceptions import HttpResponseError


def delete(client, name):
    try:
        client.resource_groups.begin_delete(name).wait()
    except HttpResponseError as error:
        if error.error.code == "ResourceNotFound":
        # @ResourceNotFound nothing
            return
        if error.error.code == "ResourceGroupNotFound":
            return
        raise


def throttled(error):
    return error.error.code == "ServiceUnavailable" or error.error.code == "OperationNotAllowed"
    # @ServiceUnavailable nothing
