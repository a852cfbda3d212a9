// Package forwarder ships failures of Tencent Cloud calls to the log store.
package forwarder

//| Theme: comments and strings that are log lines have hovers; what only looks like one has none.

// [TencentCloudSDKError] Code=AuthFailure.SignatureFailure, Message=The signature is wrong., RequestId=7c1f
// @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain logged

var (
	sample = "[TencentCloudSDKError] Code=RequestLimitExceeded.IPLimitExceeded, Message=slow down, RequestId=19ab"
	// @RequestLimitExceeded.IPLimitExceeded sighting RequestLimitExceeded.IPLimitExceeded certain logged
)

var (
	oldSample = `{"code": 4100, "codeDesc": "AuthFailure", "message": "signature check failed"}`
	// @4100 sighting 4100 certain logged
)

// The worker took 4100ms, its buffer held 5000 lines.
// @4100ms nothing
// @5000 nothing

var (
	footer = "worker exited with exit code: 4300"
	// @4300 nothing
)

func Samples() []string { return []string{sample, oldSample, footer} }
