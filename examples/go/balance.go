package billing

import (
	"encoding/json"
	"fmt"
	"time"
)

// Codes of the API (qcloud) that a caller here can do something about.
const (
	codeSignature = 4100
	codeTooMany   = 4400
	codeReplayed  = 4500
)

// Balance gives the balance in cents. A code that no case names ends in a balance of nothing.
func (c *Client) Balance() (int, error) {
	reply, err := c.Call("DescribeAccountBalance", nil)
	if err != nil {
		return 0, err
	}
	balance := 0
	switch reply.Code {
	case 0:
		if err := json.Unmarshal(reply.Data, &balance); err != nil {
			return 0, err
		}
	case codeSignature:
		return 0, fmt.Errorf("check the key: %s", reply.Message)
	case codeTooMany, codeReplayed:
		time.Sleep(time.Second)
	}
	return balance, nil
}

// Refused tells what only the owner of the account can mend.
func Refused(reply *Reply) bool {
	switch {
	case reply.Code == codeSignature:
		return true
	case reply.CodeDesc == "InvalidParameter ":
		return true
	}
	return false
}

// Pay gives nil once the order is paid.
func (c *Client) Pay(order string) error {
	reply, err := c.Call("PayOrder", map[string]string{"orderId": order})
	if err != nil {
		return err
	}
	switch reply.Code {
	case 0:
		return nil
	case 5300:
		return fmt.Errorf("order %s: the balance is too low", order)
	}
	return fmt.Errorf("order %s: %d %s", order, reply.Code, reply.Message)
}
