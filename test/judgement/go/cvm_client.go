// Package cvm sends requests for machines to cvm.api.qcloud.com.
package cvm

//| Theme: a client. Switches with and without fallback, a named result, replies that are handed on, stored or sent.

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"net/http"
	"time"
)

const endpoint = "https://cvm.api.qcloud.com/v2/index.php"
const (
	requestTimeout = 5000 * time.Millisecond
	// @5000 nothing
)

var errBlocked = errors.New("the account is blocked")

type Reply struct {
	Code     int             `json:"code"`
	Message  string          `json:"message"`
	CodeDesc string          `json:"codeDesc"`
	Data     json.RawMessage `json:"data"`
}

type Client struct {
	http    http.Client
	failure *Reply
	failed  chan *Reply
}

// Do sends one action; whatever is no success is an error.
func (c *Client) Do(action string) (*Reply, error) {
	response, err := c.http.Get(endpoint + "?Action=" + action)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var reply Reply
	if err := json.NewDecoder(response.Body).Decode(&reply); err != nil {
		return nil, err
	}
	if reply.Code != 0 {
		// @reply.Code outcome too-little
		return &reply, fmt.Errorf("%s: %d %s", action, reply.Code, reply.Message)
	}
	return &reply, nil
}

// Describe forgets most of what can go wrong.
func (c *Client) Describe(reply *Reply) ([]byte, error) {
	switch reply.Code {
	// @reply.Code outcome reported 4100,4300
	// @reply.Code finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
	case 0:
		return reply.Data, nil
	case 4100:
		// @4100 sighting 4100 certain arm
		return nil, c.signIn()
	case 4300:
		// @4300 sighting 4300 certain arm
		return nil, errBlocked
	}
	return nil, nil
}

func (c *Client) Renew(reply *Reply) error {
	switch reply.Code {
	// @reply.Code outcome fallback 5200,5300
	case 0:
		return nil
	case 5200, 5300:
		// @5200 sighting 5200 certain arm
		// @5300 sighting 5300 certain arm
		return c.topUp()
	default:
		return fmt.Errorf("renew: %d %s", reply.Code, reply.Message)
	}
}

// Stop says what it can in a place of its own: that is handling too.
func (c *Client) Stop(reply *Reply) {
	switch reply.Code {
	// @reply.Code outcome fallback 5000,6100
	case 5000:
		// @5000 sighting 5000 certain arm
		c.forget()
	case 6100:
		// @6100 sighting 6100 certain arm
		c.postpone()
	default:
		c.show("stop")
	}
}

func (c *Client) Reboot(reply *Reply) *Reply {
	switch reply.Code {
	// @reply.Code outcome passed-on 5100,5500
	case 5500:
		// @5500 sighting 5500 certain arm
		c.forget()
	case 5100:
		c.postpone()
	}
	return reply
}

func (c *Client) Resize(reply *Reply) {
	if reply.Code == 4400 {
		// @reply.Code outcome passed-on 4400,5200
		// @4400 sighting 4400 certain comparison
		c.postpone()
		return
	}
	if reply.Code == 5200 {
		c.forget()
		return
	}
	c.failure = reply
}

func (c *Client) Rename(reply *Reply) {
	switch reply.Code {
	// @reply.Code outcome passed-on 4000,5000
	case 4000:
		// @4000 sighting 4000 certain arm
		c.forget()
		return
	case 5000:
		c.forget()
		return
	}
	c.failed <- reply
}

// Price has a named result, and sets it.
func (c *Client) Price(reply *Reply) (price string, err error) {
	switch reply.Code {
	// @reply.Code outcome fallback 4600
	case 0:
		return string(reply.Data), nil
	case 4600:
		// @4600 sighting 4600 certain arm
		price = "unknown"
		return
	}
	err = errors.New(reply.Message)
	return
}

// Quota has one as well, and leaves it alone.
func (c *Client) Quota(reply *Reply) (quota string, err error) {
	switch reply.Code {
	// @reply.Code outcome reported 4600,5500
	// @reply.Code finding unhandled-fatal-code 4000,4100,4300,5000,5200,5300,6100
	case 0:
		return string(reply.Data), nil
	case 4600, 5500:
		c.forget()
	}
	return
}

func (c *Client) Tags(reply *Reply) {
	if code := reply.Code; code == 4100 {
		// @code#2 outcome reported 4100,5300
		// @code#2 finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
		// @4100 sighting 4100 certain comparison
		c.postpone()
	} else if code == 5300 {
		// @5300 sighting 5300 certain comparison
		c.forget()
	}
	log.Printf("tags: %d", reply.Code)
}
