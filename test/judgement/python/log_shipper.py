"""Ships failures of Tencent Cloud calls to the log store."""
#| Theme: comments and strings that are log lines have hovers; what only looks like one has none.
import re

# [TencentCloudSDKException] code:AuthFailure.SignatureFailure message:The signature is wrong. requestId:7c1f
# @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain logged
PATTERN = re.compile(r"\[TencentCloudSDKException\] code:(\S+) message:(.*) requestId:(\S+)")

SAMPLE = "[TencentCloudSDKException] code:RequestLimitExceeded.IPLimitExceeded message:slow down requestId:19ab"
# @RequestLimitExceeded.IPLimitExceeded sighting RequestLimitExceeded.IPLimitExceeded certain logged

OLD_SAMPLE = '{"code": 4100, "codeDesc": "AuthFailure", "message": "signature check failed"}'
# @4100 sighting 4100 certain logged

# shipping took 4100ms, the buffer held 5000 lines
# @4100ms nothing
# @5000 nothing
FOOTER = "worker exited with exit code: 4300"
# @4300 nothing


def ship(line, sink):
    found = PATTERN.search(line)
    if found:
        sink.write({"code": found[1], "text": found[2]})
