// Package cvm: tests of the client against recorded replies of cvm.api.qcloud.com.
package cvm

//| Theme: a file of tests has hovers only.
//= path: cvm/client_test.go

import "testing"

func TestSignsInAgain(t *testing.T) {
	reply := recorded(t, "DescribeInstances")
	if reply.Code != 4100 {
		// @reply.Code outcome test
		// @4100 sighting 4100 certain comparison
		t.Fatal(reply.Message)
	}
}

func react(reply *Reply) {
	switch reply.Code {
	// @reply.Code outcome test
	case 4300:
	// @4300 sighting 4300 certain arm
	case 4700:
	}
}
