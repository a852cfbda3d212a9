// Package relay hands answers of the accounting service on to those who asked.
package relay

//| Theme: code that names no API. Coherent numbers and whole dotted codes are likely, the rest only possible.

import "errors"

func Settle(answer Answer) {
	switch answer.Code {
	// @answer.Code outcome reported 4100,5300
	// @answer.Code finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100 information
	case 0:
		show(answer)
	case 4100:
		// @4100 sighting 4100 likely arm
		signIn()
	case 5300:
		// @5300 sighting 5300 likely arm
		refill()
	}
}

func Checked(answer Answer) error {
	if answer.Code == 4300 {
		// @answer.Code outcome fallback 4300,4400
		// @4300 sighting 4300 likely comparison
		return signIn()
	}
	if answer.Code == 4400 {
		// @4400 sighting 4400 likely comparison
		return park(answer)
	}
	return errors.New(answer.Message)
}

func Denied(failure Failure) error {
	switch failure.Code {
	// @failure.Code outcome fallback
	case "AuthFailure.SignatureFailure":
		// @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure likely arm
		return signIn()
	case "AuthFailure.SecretIdNotFound":
		// @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound likely arm
		return deny(failure)
	}
	return errors.New(failure.Message)
}

func Parked(answer Answer) {
	if answer.Code == 5300 {
		// @answer.Code outcome unsure 5300
		// @5300 sighting 5300 possible comparison
		// @5300 nothing
		park(answer)
	}
}

func Rounded(answer Answer) {
	switch answer.Code {
	// @answer.Code outcome unsure 4000,6000
	case 4000:
		// @4000 nothing
		deny(Failure{})
	case 6000:
		// @6000 nothing
		park(answer)
	}
}

// Worded knows bare words alone, and those say nothing of whose they are.
func Worded(failure Failure) {
	switch failure.Code {
	case "UnauthorizedOperation":
		// @UnauthorizedOperation nothing
		deny(failure)
	case "ResourceNotFound":
		// @ResourceNotFound nothing
		park(Answer{})
	}
}
