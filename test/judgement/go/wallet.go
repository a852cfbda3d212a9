// Package wallet talks to a browser wallet and to a chat gateway.
package wallet

//| Theme: wallet errors (EIP-1193), close codes of a socket and of a chat gateway.

import (
	"errors"
	"time"
)

type RPCError struct {
	Code    int    `json:"code"`
	Message string `json:"message"`
}

func Explain(err *RPCError) error {
	switch err.Code {
	// @err.Code outcome foreign
	case 4001:
		return errors.New("you have refused")
	case 4100:
		// @4100 nothing
		return errors.New("the account has not been unlocked")
	case 4200:
		// @4200 nothing
		return errors.New("the wallet cannot do that")
	case 4900, 4901:
		return errors.New("the wallet is not connected")
	}
	return nil
}

// Unlocked asks for two that are a wallet's as much as anybody's.
func Unlocked(err *RPCError) {
	if err.Code == 4100 {
		// @4100 nothing
		unlock()
	} else if err.Code == 4200 {
		// @4200 nothing
		drop()
	}
}

func KeepOpen(gateway Gateway) error {
	for {
		code := gateway.Closed()
		switch code {
		// @code outcome foreign
		case 4004, 4010:
			return errors.New("not let in")
		case 4000:
			// @4000 nothing
			gateway.Resume()
		default:
			time.Sleep(5000 * time.Millisecond)
			// @5000 nothing
		}
	}
}

func OnClose(code int) {
	if code == 1006 || code == 4000 {
		// @4000 nothing
		unlock()
	} else if code == 4001 || code == 4014 {
		drop()
	}
}
