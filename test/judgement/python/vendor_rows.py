"""Which errors of which cloud mean the same."""
#| Theme: several vendors in one table, told apart row by row.

ERROR_CODES = {
    "tencentcloud": {"UnauthorizedOperation": "rights", "MissingParameter": "input"},
    # @UnauthorizedOperation sighting UnauthorizedOperation certain key
    # @MissingParameter sighting MissingParameter certain key
    "aws": {"UnauthorizedOperation": "rights", "MissingParameter": "input"},
    # @UnauthorizedOperation nothing
    # @MissingParameter nothing
    "aliyun": {"MissingParameter": "input", "ServiceUnavailable": "busy"},
    # @MissingParameter nothing
    # @ServiceUnavailable nothing
    "azure": {"ResourceNotFound": "gone"},
    # @ResourceNotFound nothing
}


class HuaweiCloud:
    def refused(self, failure):
        return failure.code == "UnauthorizedOperation" or failure.code == "InternalError"
        # @UnauthorizedOperation nothing
        # @InternalError nothing


class BaiduCloud:
    def refused(self, failure):
        if failure.code == "InternalError":
        # @InternalError nothing
            return True
        return failure.code == "ServiceUnavailable"
        # @ServiceUnavailable nothing


def cloudflare_failed(failure):
    return failure.code in ("MissingParameter", "InvalidAction")
    # @InvalidAction nothing
