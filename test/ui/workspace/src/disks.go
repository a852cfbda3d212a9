// Package disks lists cloud disks through cbs.api.qcloud.com.
package disks

import "fmt"

// Reply is what the API answers.
type Reply struct {
	Code    int      `json:"code"`
	Message string   `json:"message"`
	Disks   []string `json:"diskSet"`
}

// Names reads a reply.
func Names(reply Reply) ([]string, error) {
	var names []string
	switch reply.Code {
	case 0:
		names = reply.Disks
	case 5000:
		return nil, fmt.Errorf("no such disk: %s", reply.Message)
	case 6200:
		return nil, fmt.Errorf("down for maintenance")
	}
	return names, nil
}
