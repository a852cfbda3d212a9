// Package ledger posts invoices.
package ledger

//| Theme: charts of accounts, area codes, result codes of a trading terminal, a certificate authority's numbers.

import "errors"

var accountCodes = map[int]string{
	1010: "Cash",
	1200: "Receivables",
	4000: "Sales",
	// @4000 nothing
	4100: "Services",
	// @4100 nothing
	6100: "Rent",
	// @6100 nothing
}

var (
	regions = []map[string]any{{"CODE": 4100, "NAME": "Uijeongbu"}, {"CODE": 4300, "NAME": "Cheongju"}}
	// @4100 nothing
	// @4300 nothing
)

func Side(account Account) string {
	switch account.Code {
	// @account.Code outcome foreign
	case 1010, 1200:
		return "debit"
	case 4000, 4100:
		// @4100 nothing
		return "credit"
	case 6100:
		// @6100 nothing
		return "debit"
	}
	return ""
}

func Traded(terminal Terminal) error {
	switch terminal.Retcode {
	// @terminal.Retcode outcome foreign
	case 10009:
		return nil
	case 4051, 4100:
		// @4100 nothing
		return errors.New(terminal.Symbol)
	}
	return errors.New("not traded")
}

func Signed(answer Answer) error {
	for _, problem := range answer.Errors {
		switch problem.Code {
		// @problem.Code outcome foreign
		case 5100:
			// @5100 nothing
			return errors.New("the policy refuses it")
		case 5200:
			// @5200 nothing
			return errors.New("the name is missing")
		case 1220, 7400:
			return errors.New("no connection")
		}
	}
	return nil
}
