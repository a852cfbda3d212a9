/* What vpc.tencentcloudapi.com says went wrong. */
//| Theme: errors of the SDK for API 3.0: families by strncmp, a dropped error, a bare family, another vendor's.
#include <stdio.h>
#include <string.h>

#include "tc_error.h"

int groups_delete(const struct tc_error *error)
{
    if (strncmp(error->code, "ResourceNotFound", 16) == 0)
    // @error->code outcome fallback
    // @ResourceNotFound sighting ResourceNotFound certain comparison
        return 0;
    if (strcmp(error->code, "ResourceInUse") == 0)
        return groups_detach(error);
    fprintf(stderr, "%s: %s\n", error->code, error->message);
    return -1;
}

int groups_create(const struct tc_error *error)
{
    if (strcmp(error->code, "LimitExceeded.SecurityGroup") == 0) {
    // @error->code outcome reported
    // @error->code finding unhandled-fatal-code *
    // @LimitExceeded.SecurityGroup sighting LimitExceeded.SecurityGroup certain comparison
        groups_clean();
    } else if (strcmp(error->code, "AuthFailure.SignatureFailure") == 0) {
        groups_sign();
    }
    return 0;
}

int groups_list(const struct tc_error *error)
{
    if (!strcmp(error->code, "RequestLimitExceeded"))
    // @error->code outcome fallback
    // @RequestLimitExceeded finding family-missed RequestLimitExceeded
        groups_wait();
    else if (strstr(error->code, "InvalidParameter") != NULL)
        groups_mend();
    else
        return -1;
    return 0;
}
