// Package vendors knows which errors of which cloud mean the same.
package vendors

//| Theme: several vendors in one table, told apart row by row.

var errorCodes = map[string]map[string]string{
	"tencentcloud": {"UnauthorizedOperation": "rights", "MissingParameter": "input"},
	// @UnauthorizedOperation sighting UnauthorizedOperation certain key
	// @MissingParameter sighting MissingParameter certain key

	"aws": {"UnauthorizedOperation": "rights", "MissingParameter": "input"},
	// @UnauthorizedOperation nothing
	// @MissingParameter nothing

	"aliyun": {"MissingParameter": "input", "ServiceUnavailable": "busy"},
	// @MissingParameter nothing
	// @ServiceUnavailable nothing

	"azure": {"ResourceNotFound": "gone"},
	// @ResourceNotFound nothing
}

type HuaweiCloud struct{}

func (HuaweiCloud) Refused(failure Failure) bool {
	return failure.Code == "UnauthorizedOperation" || failure.Code == "InternalError"
	// @UnauthorizedOperation nothing
	// @InternalError nothing
}

func baiduRefused(failure Failure) bool {
	if failure.Code == "InternalError" {
		// @InternalError nothing
		return true
	}
	return failure.Code == "ServiceUnavailable"
	// @ServiceUnavailable nothing
}

func cloudflareFailed(failure Failure) bool {
	switch failure.Code {
	case "MissingParameter", "InvalidAction":
		// @InvalidAction nothing
		return true
	}
	return false
}
