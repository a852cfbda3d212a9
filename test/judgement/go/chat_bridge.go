// Package chat tells a chat about what happens at cvm.api.qcloud.com, and lets people pay with a wallet.
package chat

//| Theme: rivals inside a file that does talk to the API: what encloses them says whose they are.

import "errors"

func Announce(reply Reply) error {
	switch reply.Code {
	// @reply.Code outcome fallback 4100,4300
	case 4100:
		// @4100 sighting 4100 certain arm
		return signIn()
	case 4300:
		// @4300 sighting 4300 certain arm
		return say("The account is blocked.")
	}
	return errors.New(reply.Message)
}

func onWebSocketClose(code int) {
	switch code {
	case 1006:
		reconnect()
	case 4000:
		// @4000 nothing
		reconnect()
	case 4004, 4014:
		invite()
	}
}

func onWalletError(failure RPCError) {
	switch failure.Code {
	case 4001:
		drop()
	case 4100:
		// @4100 nothing
		invite()
	case 4200:
		// @4200 nothing
		drop()
	case 4900, 4901:
		reconnect()
	}
}

type DiscordGateway struct{ session string }

func (g *DiscordGateway) Closed(code int) error {
	switch code {
	case 4000:
		// @4000 nothing
		return g.resume()
	case 4004, 4010, 4014:
		return errors.New("not let in")
	}
	return nil
}
