// Package session asks Tencent Cloud for objects, and copes with what may go wrong.
package session

//| Theme: errors in odd clothes: a switch without a value, split and cut codes, handlers in closures, text sought.

import (
	"errors"
	"fmt"
	"strings"
	"time"

	sdk "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
)

var adviceByCode = map[string]string{
	// @adviceByCode outcome definition
	"AuthFailure.SignatureFailure": "Compare the keys.",
	// @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain key

	"UnauthorizedOperation": "Ask for rights.",
	// @UnauthorizedOperation sighting UnauthorizedOperation certain key

	"IpInBlacklist": "Ask for another address.",
	// @IpInBlacklist sighting IpInBlacklist certain key
}

func Fetch(name string) error {
	err := fetch(name)
	var e *sdk.TencentCloudSDKError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e) && e.Code == "AuthFailure.TokenFailure":
		// @e.Code outcome fallback
		// @AuthFailure.TokenFailure sighting AuthFailure.TokenFailure certain arm
		return renewToken()
	case errors.As(err, &e) && strings.HasPrefix(e.Code, "ResourceNotFound"):
		// @ResourceNotFound sighting ResourceNotFound certain argument
		return create(name)
	default:
		return fmt.Errorf("fetch %s failed", name)
	}
}

func Advise(err *sdk.TencentCloudSDKError) string {
	switch strings.SplitN(err.GetCode(), ".", 2)[0] {
	// @`strings.SplitN(err.GetCode(), ".", 2)[0]` outcome lookup
	case "AuthFailure":
		// @AuthFailure sighting AuthFailure certain arm
		return "Compare the keys."
	case "LimitExceeded":
		// @LimitExceeded sighting LimitExceeded certain arm
		return "Ask for more."
	}
	return "Ask the help desk."
}

func Refresh(name string) error {
	for attempt := 0; attempt < 3; attempt++ {
		err := refresh(name)
		e, ok := err.(*sdk.TencentCloudSDKError)
		if !ok {
			return err
		}
		if strings.HasPrefix(e.Code, "RequestLimitExceeded") {
			// @e.Code outcome fallback
			// @RequestLimitExceeded sighting RequestLimitExceeded certain argument
			time.Sleep(time.Second)
			continue
		}
		if e.Code == "UnauthorizedOperation" {
			// @UnauthorizedOperation finding retried-fatal-code UnauthorizedOperation
			// @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
			time.Sleep(time.Second)
			continue
		}
		return errors.New(e.Message)
	}
	return nil
}

func Silent(err *sdk.TencentCloudSDKError) {
	if strings.HasPrefix(err.Code, "AuthFailure") {
		// @err.Code outcome fallback
		// @AuthFailure finding swallowed-fatal-code *
	} else if err.Code == "InternalError" {
		// @InternalError sighting InternalError certain comparison
	} else {
		panic(err)
	}
}

func Twice(err *sdk.TencentCloudSDKError) {
	if strings.HasPrefix(err.Code, "AuthFailure.") {
		// @err.Code outcome fallback
		renewToken()
	} else if err.Code == "AuthFailure.SignatureExpire" {
		// @AuthFailure.SignatureExpire finding duplicate-code AuthFailure.SignatureExpire
		setClock()
	} else {
		panic(err)
	}
}

func Async(names []string, failed chan<- error) {
	for _, name := range names {
		go func() {
			err := fetch(name)
			var e *sdk.TencentCloudSDKError
			if errors.As(err, &e) {
				switch e.GetCode() {
				// @e.GetCode() outcome passed-on
				case "ActionOffline":
					// @ActionOffline sighting ActionOffline certain arm
					retire(name)
					return
				case "InternalError":
					// @InternalError sighting InternalError certain arm
					time.Sleep(time.Second)
					return
				}
				failed <- e
			}
		}()
	}
}

// Sought looks into the text alone.
func Sought(err error) bool {
	return strings.Contains(err.Error(), "AuthFailure.SignatureExpire")
	// @AuthFailure.SignatureExpire sighting AuthFailure.SignatureExpire certain argument
}
