// Package replies looks at replies of qcloud in the ways that grew over the years.
package replies

//| Theme: checks. Sets, a switch without a value, fall-through, guards, companions, slips, arms that do nothing.

import (
	"errors"
	"os"
	"slices"
	"strings"

	"example.com/qcloud/desk"
)

var (
	accountCodes = []int{4100, 4300}
	// @accountCodes outcome definition 4100,4300
	// @4300 sighting 4300 certain member
)

func Sets(reply desk.Reply) error {
	if slices.Contains(accountCodes, reply.Code) {
		// @reply.Code outcome fallback 4100,4300,5300
		return desk.SignIn()
	} else if slices.Contains([]int{5300}, reply.Code) {
		// @5300 sighting 5300 certain membership
		return desk.TopUp()
	}
	return errors.New(reply.Message)
}

func Tagless(reply desk.Reply) {
	code := reply.Code
	switch {
	case code == 4100 || code == 4300:
		// @code outcome reported 4100,4300,5000,5100,5200,5300,5400,5500
		// @code finding unhandled-fatal-code 4000,4600,6100
		// @4300 sighting 4300 certain arm
		desk.SignIn()
	case code >= 5000 && code < 6000:
		desk.TopUp()
	}
}

func Through(reply desk.Reply) {
	switch reply.Code {
	// @reply.Code outcome fallback 4100,4300,4600
	case 4600:
		fallthrough
	case 4300:
		// @4300 sighting 4300 certain arm
		desk.Tell("Ask for rights.")
	case 4100:
		desk.SignIn()
	default:
		panic(reply.Message)
	}
}

func Guarded(reply desk.Reply) error {
	if reply.CodeDesc != "Success" {
		// @reply.CodeDesc outcome fallback 5300
		return errors.New(reply.Message)
	}
	if reply.Code == 5300 {
		// @5300 sighting 5300 certain comparison
		return desk.TopUp()
	}
	return nil
}

func Around(reply desk.Reply) error {
	if reply.Code != 0 {
		// @reply.Code outcome reported 4100,5300
		// @reply.Code finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
		switch reply.Code {
		case 4100:
			return desk.SignIn()
		case 5300:
			return desk.TopUp()
		}
	}
	return nil
}

func Named(reply desk.Reply) error {
	switch reply.CodeDesc {
	// @reply.CodeDesc outcome fallback 4000,4100
	case "AuthFailure":
		// @AuthFailure sighting 4100 certain arm
		return desk.SignIn()
	case "InvalidParameter":
		// @InvalidParameter sighting 4000 certain arm
		return desk.Ask(reply.Message)
	}
	return errors.New(reply.Message)
}

func Misspelt(reply desk.Reply) error {
	switch reply.CodeDesc {
	// @reply.CodeDesc outcome fallback
	case "Authfailure":
		// @Authfailure finding misspelt-code 4100
		return desk.SignIn()
	case "InvalidParameter":
		return desk.Ask(reply.Message)
	}
	return errors.New(reply.Message)
}

func Unknown(reply desk.Reply) {
	switch reply.Code {
	// @reply.Code outcome fallback 4100
	case 4100:
		desk.SignIn()
	case 4700:
		// @4700 finding unknown-code 4700
		desk.Tell("?")
	case 7000, -502:
		desk.Tell("The module is busy.")
	default:
		os.Exit(1)
	}
}

func Succeeded(reply desk.Reply) error {
	if reply.Code == 200 {
		// @reply.Code outcome fallback 4300
		// @200 finding wrong-success-code 200
		return nil
	} else if reply.Code == 4300 {
		return desk.Ask(reply.Message)
	}
	return errors.New(reply.Message)
}

func Twice(reply desk.Reply) {
	if reply.Code == 4100 || reply.Code == 4300 {
		// @reply.Code outcome fallback 4100,4300,5300
		desk.SignIn()
	} else if reply.Code == 5300 {
		desk.TopUp()
	} else if reply.Code == 4100 {
		// @4100 finding duplicate-code 4100
		desk.Ask(reply.Message)
	} else {
		panic(reply.Message)
	}
}

func Shrug(reply desk.Reply) {
	switch reply.Code {
	// @reply.Code outcome fallback 4600,5000,5300,6100
	case 5000:
	// @5000 finding swallowed-fatal-code 5000
	case 6100:
		// The next run is on Monday, and so is the end of the maintenance.
	case 4600:
		// @4600 finding swallowed-fatal-code 4600
		break
	case 5300:
		desk.TopUp()
	default:
		panic(reply.Message)
	}
}

func Joined(reply desk.Reply) {
	if reply.Code == 5000 && strings.Contains(reply.Message, "gone") {
		// @reply.Code outcome fallback 4100,5000
		// @5000 sighting 5000 certain comparison
	} else if reply.Code == 4100 {
		desk.SignIn()
	} else if reply.Code != 0 {
		panic(reply.Message)
	}
}

func Complete(reply desk.Reply) {
	switch reply.Code {
	// @reply.Code outcome handled 4000,4100,4300,4600,5000,5200,5300,5500,6100
	case 4000, 5000:
		desk.Ask(reply.Message)
	case 4100, 4300, 4600:
		// @4600 sighting 4600 certain arm
		desk.SignIn()
	case 5200, 5300, 5500:
		desk.TopUp()
	case 6100:
		desk.Tell("Come back on Monday.")
	}
}
