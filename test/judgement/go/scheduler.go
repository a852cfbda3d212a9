// Package scheduler runs the nightly jobs against cvm.api.qcloud.com.
package scheduler

//| Theme: numbers of other things in a file that does talk to the API: times, ports, sizes, versions, ids, spellings.

import (
	"net"
	"time"

	"example.com/qcloud/client"
)

const (
	sessionID = "7f0c5a1e-4000-4100-8000-5200c0ffee00"
	// @4000 nothing
	// @4100 nothing
)

const (
	codeTimeout = 5000
	// @5000 nothing
)

const (
	buildVersion = "4100.2.0"
	// @4100 nothing
)

const (
	areaCode = 4300
	// @4300 nothing
)

var (
	promoCodes = []string{"5300", "6000"}
	// @5300 nothing
)

var (
	machine = map[string]int{"Memory": 4000, "disk": 5200, "port": 6100}
	// @4000 nothing
	// @6100 nothing
)

func Listen() (net.Listener, error) {
	time.Sleep(4400 * time.Millisecond)
	// @4400 nothing
	client.Pool(5000, 6000)
	// @5000 nothing
	return net.Listen("tcp", ":4100")
	// @4100 nothing
}

func Watch(process client.Process, response client.Response, size int) string {
	if process.ExitCode == 4100 {
		// @4100 nothing
		return "exited"
	}
	if response.StatusCode == 4300 {
		// @4300 nothing
		return "refused"
	}
	if response.CloseCode == 4000 {
		// @4000 nothing
		return "closed"
	}
	if size > 5000 {
		// @5000 nothing
		return "large, took 4100ms"
		// @4100ms nothing
	}
	return ""
}

// Spelt has numbers as no code is written.
func Spelt(reply client.Reply) string {
	switch reply.Code {
	case 4_100:
		// @4_100 nothing
		return "grouped"
	case 0x10CC:
		// @0x10CC nothing
		return "hexadecimal"
	case 0o11610:
		// @0o11610 nothing
		return "octal"
	}
	return ""
}
