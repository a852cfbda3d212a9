// Package azuregroups deletes resource groups in Azure.
package azuregroups

//| Theme: another vendor's bare words; a delete that is done when nothing is there.

import (
	"errors"

	"github.com/Azure/azure-sdk-for-go/sdk/azcore"
)

func Delete(name string) error {
	err := begin(name)
	var failure *azcore.ResponseError
	if errors.As(err, &failure) {
		if failure.ErrorCode == "ResourceNotFound" {
			// @ResourceNotFound nothing
			return nil
		}
		if failure.ErrorCode == "ServiceUnavailable" {
			// @ServiceUnavailable nothing
			return Delete(name)
		}
	}
	return err
}
