// Package middleware is what all handlers share when they call qcloud.
package middleware

//| Theme: handlers of HTTP. Ways out of a function, labels, sets as maps, errors made of the reply.

import (
	"errors"
	"log"
	"net/http"
	"os"

	"example.com/qcloud/client"
)

var accountCodes = map[int]struct{}{
	4100: {},
	// @4100 sighting 4100 certain key

	4300: {},
}

type Failure struct {
	Code    int
	Message string
}

func (f *Failure) Error() string { return f.Message }

func BySet(reply client.Reply) {
	if _, ok := accountCodes[reply.Code]; ok {
		// @reply.Code outcome reported 4100,4300,5300
		// @reply.Code finding unhandled-fatal-code 4000,4600,5000,5200,5500,6100
		client.SignIn()
	} else if reply.Code == 5300 {
		// @5300 sighting 5300 certain comparison
		client.TopUp()
	}
}

func Made(reply client.Reply) error {
	switch reply.Code {
	// @reply.Code outcome fallback 4100
	case 0:
		return nil
	case 4100:
		// @4100 sighting 4100 certain arm
		return client.SignIn()
	}
	return &Failure{Code: reply.Code, Message: reply.Message}
}

func Serve(writer http.ResponseWriter, reply client.Reply) {
	switch {
	case reply.Code == 4300:
		// @reply.Code outcome passed-on 4300,6100
		// @4300 sighting 4300 certain arm
		writer.WriteHeader(http.StatusForbidden)
		return
	case reply.Code == 6100:
		// @6100 sighting 6100 certain arm
		writer.WriteHeader(http.StatusServiceUnavailable)
		return
	}
	client.Respond(writer, reply)
}

func Labelled(jobs []string) error {
attempts:
	for attempt := 0; attempt < 3; attempt++ {
		for _, job := range jobs {
			reply := client.Call(job)
			switch reply.Code {
			// @reply.Code outcome fallback 4100,5300
			case 4100:
				// @4100 finding retried-fatal-code 4100
				// @4100 sighting 4100 certain arm
				continue attempts
			case 5300:
				// @5300 sighting 5300 certain arm
				return client.TopUp()
			case 0:
			default:
				return errors.New(reply.Message)
			}
		}
	}
	return nil
}

func Main(reply client.Reply) {
	if reply.Code == 5000 {
		// @reply.Code outcome fallback 5000,5500
		// @5000 sighting 5000 certain comparison
		client.SignIn()
		return
	} else if reply.Code == 5500 {
		client.TopUp()
		return
	}
	log.Print("failed")
	os.Exit(2)
}

func Well(reply client.Reply) {
	if reply.Code == 5000 {
		// @reply.Code outcome reported 5000,5500
		// @reply.Code finding unhandled-fatal-code 4000,4100,4300,4600,5200,5300,6100
		client.SignIn()
		return
	} else if reply.Code == 5500 {
		client.TopUp()
		return
	}
	log.Print("done")
	os.Exit(0)
}

func Told(reply client.Reply) bool {
	switch reply.Code {
	// @reply.Code outcome fallback 4000,5000
	case 4000:
		client.TopUp()
		return true
	case 5000:
		// @5000 sighting 5000 certain arm
		client.SignIn()
		return true
	}
	return false
}

func Later(reply client.Reply) func() error {
	return func() error {
		switch reply.Code {
		// @reply.Code outcome reported 5100,5200,5300
		// @reply.Code finding unhandled-fatal-code 4000,4100,4300,4600,5000,5500,6100
		case 5200, 5300:
			// @5200 sighting 5200 certain arm
			return client.TopUp()
		case 5100:
			// @5100 sighting 5100 certain arm
		}
		return nil
	}
}
