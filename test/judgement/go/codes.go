// Package codes names the codes of the qcloud API.
package codes

//| Theme: constants, tables, texts and predicates: none of them is handling.

import "fmt"

type ErrorCode int

const (
	// Success is what a good reply says.
	SuccessCode          ErrorCode = 0
	InvalidParameterCode ErrorCode = 4000
	// @4000 sighting 4000 certain declaration
	AuthFailureCode ErrorCode = 4100
	// @4100 sighting 4100 certain declaration
	NoBalanceCode ErrorCode = 5300
	// @5300 sighting 5300 certain declaration
)

var errorCodeTexts = map[int]string{
	// @errorCodeTexts outcome definition
	4000: "A parameter is missing or malformed.",
	// @4000 sighting 4000 certain key
	4100: "The signature does not fit the key.",
	4250: "The key has been locked.",
	// @4250 finding unknown-code 4250
	5300: "The balance is too low.",
	// @5300 sighting 5300 certain key
}

var (
	ignoredCodes = []int{5000, 5400}
	// @ignoredCodes outcome retry-set 5000,5400
	// @5400 sighting 5400 certain member
)

var (
	sizes = map[string]int{"small": 4000, "large": 5200}
	// @4000 nothing
	// @5200 nothing
)

type Reply struct {
	Code    ErrorCode
	Message string
}

func Advice(reply Reply) string {
	switch reply.Code {
	// @reply.Code outcome lookup 4100,5200,5300
	case 4100:
		// @4100 sighting 4100 certain arm
		return "Check the key."
	case 5200, 5300:
		// @5300 sighting 5300 certain arm
		return "Top up the account."
	}
	return "Ask the help desk."
}

func Print(reply Reply) {
	if reply.Code == 4400 {
		// @reply.Code outcome lookup 4400,6100
		fmt.Println("Quota exceeded")
	} else if reply.Code == 6100 {
		// @6100 sighting 6100 certain comparison
		fmt.Println("Under maintenance")
	}
}

func IsAccountTrouble(reply Reply) bool {
	return reply.Code == 4100 || reply.Code == 4300
	// @reply.Code outcome predicate 4100,4300
	// @4300 sighting 4300 certain comparison
}

func NeedsPerson(code ErrorCode) bool {
	switch code {
	// @code outcome predicate 4000,4100
	case AuthFailureCode, InvalidParameterCode:
		// @AuthFailureCode sighting 4100 certain arm
		return true
	default:
		return false
	}
}

func Escalate(reply Reply, page func(string)) {
	switch reply.Code {
	// @reply.Code outcome reported 4100,5300
	// @reply.Code finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
	case NoBalanceCode:
		// @NoBalanceCode sighting 5300 certain arm
		page("billing")
	case AuthFailureCode:
		page("security")
	}
}
