// Package groups keeps security groups with the tencentcloud SDK.
package groups

//| Theme: families by prefix, substring, split and index; errors.As; the SDK's constants.

import (
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"time"

	tcerr "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
	vpc "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/vpc/v20170312"
)

func Delete(client *vpc.Client, id string) error {
	err := remove(client, id)
	var e *tcerr.TencentCloudSDKError
	if errors.As(err, &e) {
		if strings.HasPrefix(e.Code, "ResourceNotFound") {
			// @e.Code outcome fallback
			// @ResourceNotFound sighting ResourceNotFound certain argument
			return nil
		}
		if strings.HasPrefix(e.Code, "ResourceInUse") {
			// @ResourceInUse sighting ResourceInUse certain argument
			return detach(client, id)
		}
		return fmt.Errorf("delete %s: %s", id, e.Code)
	}
	return err
}

func Create(client *vpc.Client, name string) {
	err := create(client, name)
	var e *tcerr.TencentCloudSDKError
	if !errors.As(err, &e) {
		return
	}
	family := strings.Split(e.GetCode(), ".")[0]
	switch family {
	// @family outcome reported
	// @family finding unhandled-fatal-code *
	case "AuthFailure":
		// @AuthFailure sighting AuthFailure certain arm
		renewToken(client)
	case "LimitExceeded":
		// @LimitExceeded sighting LimitExceeded certain arm
		cleanUp(client)
	}
}

func Change(client *vpc.Client, id string) error {
	err := change(client, id)
	var e *tcerr.TencentCloudSDKError
	if errors.As(err, &e) {
		code := e.Code
		switch {
		case strings.Contains(code, "LimitExceeded"):
			// @code outcome fallback
			// @LimitExceeded sighting LimitExceeded certain argument
			time.Sleep(time.Second)
		case strings.Index(code, "InvalidParameter") == 0:
			// @InvalidParameter sighting InvalidParameter certain argument
			return reject(id, e.Message)
		default:
			return fmt.Errorf("change %s: %s", id, e.Message)
		}
	}
	return nil
}

// Describe compares with the SDK's own constants.
func Describe(client *vpc.Client, id string) error {
	err := describe(client, id)
	var e *tcerr.TencentCloudSDKError
	if errors.As(err, &e) {
		switch e.Code {
		// @e.Code outcome passed-on
		case vpc.UNAUTHORIZEDOPERATION:
			// @vpc.UNAUTHORIZEDOPERATION sighting UnauthorizedOperation certain arm
			return askForRights(id)
		case vpc.INTERNALERROR:
			// @vpc.INTERNALERROR sighting InternalError certain arm
			return describe(client, "")
		}
	}
	return err
}

func Attach(client *vpc.Client, id string) {
	err := attach(client, id)
	var e *tcerr.TencentCloudSDKError
	if errors.As(err, &e) {
		if e.Code == vpc.MISSINGPARAMETER {
			// @e.Code outcome fallback
			// @vpc.MISSINGPARAMETER sighting MissingParameter certain comparison
			reject(id, e.Message)
			return
		} else if e.Code == "ResourceUnavailable.Attaching" {
			// @ResourceUnavailable.Attaching sighting ResourceUnavailable.Attaching certain comparison
			time.Sleep(time.Second)
			return
		}
		slog.Error("attach failed", "id", id, "error", e)
	}
}

func IsGone(err error) bool {
	var e *tcerr.TencentCloudSDKError
	return errors.As(err, &e) && (e.Code == "ResourceNotFound" || strings.HasPrefix(e.Code, "ResourceNotFound."))
	// @e.Code outcome predicate
	// @ResourceNotFound sighting ResourceNotFound certain comparison
}

func Typed(err error) error {
	switch e := err.(type) {
	case *tcerr.TencentCloudSDKError:
		switch e.GetCode() {
		// @e.GetCode() outcome fallback
		case "ClientError.NetworkError":
			// @ClientError.NetworkError sighting ClientError.NetworkError certain arm
			time.Sleep(time.Second)
			return nil
		case "AuthFailure.SignatureExpire":
			// @AuthFailure.SignatureExpire sighting AuthFailure.SignatureExpire certain arm
			return setClock()
		}
		return errors.New(e.Message)
	case nil:
		return nil
	}
	return errors.New("not of the SDK")
}

func Offline(err *tcerr.TencentCloudSDKError) error {
	if err.Code == "ActionOffline" {
		// @err.Code outcome too-little
		// @ActionOffline sighting ActionOffline certain comparison
		return nil
	}
	return err
}
