// Package instance manages machines as a resource.
package instance

//| Theme: a provider like Terraform's. Helper calls with lists of codes, deletes that are done when nothing is there,
//| wrapped errors, text sought in the error.

import (
	"fmt"
	"log"
	"strings"
	"time"

	sdkErrors "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
	cvm "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/cvm/v20170312"

	"example.com/provider/helper"
)

const (
	createTimeout = 6000 * time.Second
	// @6000 nothing
)

type resource struct{ client *cvm.Client }

// IsExpectError says whether the error has one of the codes.
func IsExpectError(err error, codes []string) bool {
	e, ok := err.(*sdkErrors.TencentCloudSDKError)
	if !ok {
		return false
	}
	for _, code := range codes {
		if e.Code == code || strings.HasPrefix(e.Code, code+".") {
			return true
		}
	}
	return false
}

// Delete is done when nothing is there.
func (r *resource) Delete(id string) error {
	_, err := r.client.TerminateInstances(request(id))
	if err != nil {
		if IsExpectError(err, []string{"ResourceNotFound.Instance", "InvalidParameterValue.InstanceIdMalformed"}) {
			// @err outcome too-little
			// @ResourceNotFound.Instance sighting ResourceNotFound.Instance certain argument
			// @InvalidParameterValue.InstanceIdMalformed sighting InvalidParameterValue.InstanceIdMalformed certain argument
			return nil
		}
		return err
	}
	return nil
}

func (r *resource) Stop(id string) error {
	_, err := r.client.StopInstances(stopRequest(id))
	if err != nil {
		if IsExpectError(err, []string{"ResourceNotFound.Instance"}) {
			// @err outcome passed-on
			// @ResourceNotFound.Instance sighting ResourceNotFound.Instance certain argument
			r.forget(id)
			return nil
		}
		if IsExpectError(err, []string{"UnsupportedOperation.InstanceStateStopped"}) {
			// @UnsupportedOperation.InstanceStateStopped sighting UnsupportedOperation.InstanceStateStopped certain argument
			return r.verify(id)
		}
		return err
	}
	return nil
}

func (r *resource) Read(id string) (*cvm.Instance, error) {
	instance, err := r.find(id)
	if e, ok := err.(*sdkErrors.TencentCloudSDKError); ok {
		if e.Code == "UnauthorizedOperation" {
			// @e.Code outcome fallback
			// @UnauthorizedOperation sighting UnauthorizedOperation certain comparison
			return nil, helper.AskForRights("cvm:DescribeInstances")
		}
		if e.GetCode() == "UnsupportedRegion" {
			// @UnsupportedRegion sighting UnsupportedRegion certain comparison
			return nil, nil
		}
		return nil, fmt.Errorf("read %s: %s", id, e.Message)
	}
	return instance, err
}

func (r *resource) Rename(id, name string) error {
	err := r.modify(id, name)
	if e, ok := err.(*sdkErrors.TencentCloudSDKError); ok {
		switch e.Code {
		// @e.Code outcome passed-on
		case "FailedOperation.InvalidInstanceName":
			// @FailedOperation.InvalidInstanceName sighting FailedOperation.InvalidInstanceName certain arm
			return r.modify(id, helper.Shortened(name))
		case "MissingParameter":
			// @MissingParameter sighting MissingParameter certain arm
			return nil
		}
	}
	return err
}

func (r *resource) Tag(id, tag string) error {
	err := r.attach(id, tag)
	if err == nil {
		return nil
	}
	if strings.Contains(err.Error(), "ResourceNotFound") {
		// @ResourceNotFound sighting ResourceNotFound certain argument
		return r.create(tag)
	}
	e, ok := err.(*sdkErrors.TencentCloudSDKError)
	if ok && e.Code == "ResourceInUse.Tag" {
		// @e.Code outcome fallback
		// @ResourceInUse.Tag sighting ResourceInUse.Tag certain comparison
		return r.verify(id)
	}
	return fmt.Errorf("tag %s of %s: %w", tag, id, err)
}

func (r *resource) Move(id, zone string) error {
	return helper.Retry(createTimeout, func() *helper.RetryError {
		err := r.migrate(id, zone)
		if err == nil {
			return nil
		}
		if IsExpectError(err, []string{"ResourceInsufficient.SpecifiedInstanceType", "InternalError"}) {
			// @err outcome fallback
			// @InternalError sighting InternalError certain argument
			return helper.RetryableError(err)
		}
		if IsExpectError(err, []string{"InvalidZone.MismatchRegion", "UnsupportedRegion"}) {
			// @UnsupportedRegion sighting UnsupportedRegion certain argument
			return helper.Elsewhere(zone)
		}
		return helper.NonRetryableError(err)
	})
}

// Release forgets whatever else goes wrong.
func (r *resource) Release(id string) {
	err := r.free(id)
	if e, ok := err.(*sdkErrors.TencentCloudSDKError); ok {
		switch e.GetCode() {
		// @e.GetCode() outcome reported
		// @e.GetCode() finding unhandled-fatal-code *
		case "AuthFailure.TokenFailure":
			// @AuthFailure.TokenFailure sighting AuthFailure.TokenFailure certain arm
			r.renewToken()
		case "RequestLimitExceeded.UinLimitExceeded":
			// @RequestLimitExceeded.UinLimitExceeded sighting RequestLimitExceeded.UinLimitExceeded certain arm
			time.Sleep(time.Second)
		}
	}
	log.Printf("released %s", id)
}

// Images discards what the SDK has to say.
func (r *resource) Images() []*cvm.Image {
	response, _ := r.client.DescribeImages(cvm.NewDescribeImagesRequest())
	//| Where it belongs is left open: anywhere in the statement.
	// @`response, _ := r.client.DescribeImages(cvm.NewDescribeImagesRequest())` finding unchecked-response *
	return response.Response.ImageSet
}
