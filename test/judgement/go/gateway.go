// faultbook-catalogue tencentcloud-v2

// Package gateway asks the storage gateway for signatures.
package gateway

//| Theme: suppressions and the pragma. The pragma stands for a context that nothing else shows.

import "errors"

func Allowed(name string) {
	answer := ask("GetSignature", name)
	switch answer.Code {
	// @answer.Code outcome reported 4100,5300
	// @answer.Code finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
	case 4100:
		// @4100 sighting 4100 certain arm
		renew()
	case 5300:
		refill()
	}
}

func Suppressed(name string) {
	answer := ask("GetSignature", name)
	// faultbook-ignore unhandled-fatal-code
	switch answer.Code {
	// @answer.Code outcome ignored
	case 4100:
		// @4100 sighting 4100 certain arm
		renew()
	case 5300:
		refill()
	}
}

func SuppressedByCode(name string) error {
	answer := ask("GetSignature", name)
	// faultbook-ignore 4600
	if answer.Code == 4600 {
		// @answer.Code outcome fallback
	} else if answer.Code == 4100 {
		return renew()
	} else {
		return errors.New(answer.Message)
	}
	return nil
}

func Free(port int) bool {
	// faultbook-ignore unhandled-fatal-code
	// @unhandled-fatal-code finding unused-ignore -
	return port != 4100
	// @4100 nothing
}
