// Package machines removes stale machines from AWS.
package machines

//| Theme: another vendor's codes that are spelt as ours.

import (
	"errors"

	"github.com/aws/aws-sdk-go/aws/awserr"
	"github.com/aws/aws-sdk-go/service/ec2"
)

var (
	retryable = []string{"RequestLimitExceeded", "InternalError"}
	// @RequestLimitExceeded nothing
)

func Terminate(client *ec2.EC2, ids []*string) error {
	_, err := client.TerminateInstances(&ec2.TerminateInstancesInput{InstanceIds: ids})
	if failure, ok := err.(awserr.Error); ok {
		switch failure.Code() {
		case "AuthFailure":
			// @AuthFailure nothing
			return errors.New("the key is wrong")
		case "UnauthorizedOperation":
			// @UnauthorizedOperation nothing
			return nil
		case "InvalidInstanceID.NotFound":
			// @InvalidInstanceID.NotFound nothing
			return nil
		}
	}
	return err
}

func DryRun(failure awserr.Error) bool {
	return failure.Code() == "DryRunOperation" || failure.Code() == "MissingParameter"
	// @DryRunOperation nothing
	// @MissingParameter nothing
}
