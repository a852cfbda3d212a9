// Package mapping gives the errors of several clouds one name: Tencent Cloud, Aliyun, AWS.
package mapping

//| Theme: several vendors in one file; whose a code is, is said by what encloses it.

import "fmt"

var tencentCloudErrorCodes = map[string]string{
	// @tencentCloudErrorCodes outcome definition
	"AuthFailure.SignatureFailure": "signature",
	// @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain key
	"UnauthorizedOperation": "rights",
	// @UnauthorizedOperation sighting UnauthorizedOperation certain key
	"RequestLimitExceeded.UinLimitExceeded": "pace",
	// @RequestLimitExceeded.UinLimitExceeded sighting RequestLimitExceeded.UinLimitExceeded certain key
}

var aliyunErrorCodes = map[string]string{
	"SignatureDoesNotMatch": "signature",
	"UnauthorizedOperation": "rights",
	// @UnauthorizedOperation nothing
	"ServiceUnavailable": "busy",
	// @ServiceUnavailable nothing
}

var awsErrorCodes = map[string]string{
	"AuthFailure": "signature",
	// @AuthFailure nothing
	"UnauthorizedOperation": "rights",
	// @UnauthorizedOperation nothing
	"RequestLimitExceeded": "pace",
	// @RequestLimitExceeded nothing
}

func fromTencentCloud(code string) (string, error) {
	switch code {
	// @code outcome fallback
	case "AuthFailure.SignatureFailure":
		// @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain arm
		return sign(code)
	case "UnsupportedRegion":
		// @UnsupportedRegion sighting UnsupportedRegion certain arm
		return move(code)
	}
	return "", fmt.Errorf("unheard of: %s", code)
}

func fromAliyun(code string) (string, error) {
	switch code {
	case "InternalError":
		// @InternalError nothing
		return sign(code)
	case "MissingParameter":
		// @MissingParameter nothing
		return move(code)
	}
	return "", fmt.Errorf("unheard of: %s", code)
}
