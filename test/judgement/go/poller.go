// Package poller waits for tasks through API 3.0 (cvm.tencentcloudapi.com).
package poller

//| Theme: polling and trying again. Retried and swallowed fatal codes, a missed family, duplicates, slips.

import (
	"errors"
	"slices"
	"time"

	sdk "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
)

const (
	interval = 5000
	// @5000 nothing
)

var (
	transientErrorCodes = []string{"InternalError", "RequestLimitExceeded.UinLimitExceeded", "ServiceUnavailable"}
	// @transientErrorCodes outcome retry-set
	// @RequestLimitExceeded.UinLimitExceeded sighting RequestLimitExceeded.UinLimitExceeded certain member
	// @ServiceUnavailable sighting ServiceUnavailable certain member
)

func Poll(task *Task) error {
	for !task.Done() {
		err := task.Update()
		var e *sdk.TencentCloudSDKError
		if errors.As(err, &e) {
			switch e.Code {
			// @e.Code outcome fallback
			case "AuthFailure.SecretIdNotFound":
				// @AuthFailure.SecretIdNotFound finding retried-fatal-code AuthFailure.SecretIdNotFound
				// @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound certain arm
				time.Sleep(time.Second)
				continue
			case "InternalError", "ServiceUnavailable":
				// @InternalError sighting InternalError certain arm
				time.Sleep(time.Minute)
				continue
			default:
				return errors.New(e.Message)
			}
		}
	}
	return nil
}

func Start(task *Task) error {
	err := task.Create()
	var e *sdk.TencentCloudSDKError
	if errors.As(err, &e) {
		if e.Code == "RequestLimitExceeded" {
			// @e.Code outcome fallback
			// @RequestLimitExceeded finding family-missed RequestLimitExceeded
			// @RequestLimitExceeded sighting RequestLimitExceeded certain comparison
			time.Sleep(time.Second)
			return nil
		} else if e.Code == "UnsupportedRegion" {
			return task.Elsewhere()
		}
		return errors.New(e.Message)
	}
	return nil
}

func Cancel(task *Task) {
	err := task.Cancel()
	var e *sdk.TencentCloudSDKError
	if errors.As(err, &e) {
		switch e.Code {
		// @e.Code outcome fallback
		case "UnauthorizedOperation":
		// @UnauthorizedOperation finding swallowed-fatal-code UnauthorizedOperation
		// @UnauthorizedOperation sighting UnauthorizedOperation certain arm
		case "ResourceNotFound.TaskNotFound":
		// @ResourceNotFound.TaskNotFound sighting ResourceNotFound.TaskNotFound certain arm
		case "UnsupportedProtocol":
			task.GiveUp()
		default:
			panic(e)
		}
	}
}

func Restart(task *Task) {
	err := task.Restart()
	var e *sdk.TencentCloudSDKError
	if errors.As(err, &e) {
		switch e.GetCode() {
		// @e.GetCode() outcome reported
		// @e.GetCode() finding unhandled-fatal-code *
		case "AuthFailure.SIGNATUREFAILURE":
			// @AuthFailure.SIGNATUREFAILURE finding misspelt-code AuthFailure.SignatureFailure
			task.RenewToken()
		case "AuthFailure.TokenFailure":
			// @AuthFailure.TokenFailure sighting AuthFailure.TokenFailure certain arm
			task.RenewToken()
		case "AuthFailure.MFAFailur":
			// @AuthFailure.MFAFailur finding unknown-code AuthFailure.MFAFailur
			task.GiveUp()
		default:
		}
	}
}

func Describe(task *Task) error {
	err := task.Describe()
	var e *sdk.TencentCloudSDKError
	if errors.As(err, &e) {
		code := e.Code
		if code == "IpNotInWhitelist" || code == "IpInBlacklist" {
			// @code outcome fallback
			// @IpInBlacklist sighting IpInBlacklist certain comparison
			task.GiveUp()
		} else if code == "NoSuchVersion" {
			task.Downgrade()
		} else if code == "IpNotInWhitelist" {
			// @IpNotInWhitelist finding duplicate-code IpNotInWhitelist
			task.Finish()
		} else {
			return errors.New(e.Message)
		}
	}
	return nil
}

func OnceMore(task *Task) error {
	err := task.Update()
	var e *sdk.TencentCloudSDKError
	if errors.As(err, &e) && slices.Contains(transientErrorCodes, e.Code) {
		// @e.Code outcome retry-set
		return OnceMore(task)
	}
	return err
}

// Notify looks at each message of a batch; `Ok` is the good code.
func Notify(list []*Sent) error {
	for _, sent := range list {
		switch *sent.Code {
		// @*sent.Code outcome fallback
		case "Ok":
			sent.Finish()
		case "LimitExceeded.PhoneNumberDailyLimit":
			// @LimitExceeded.PhoneNumberDailyLimit sighting LimitExceeded.PhoneNumberDailyLimit certain arm
			sent.Postpone()
		default:
			return errors.New(*sent.Message)
		}
	}
	return nil
}
