// Package instances lists the instances of an account through cvm.api.qcloud.com.
package instances

import "fmt"

const endpoint = "https://cvm.api.qcloud.com/v2/index.php"

// Reply is what the API answers.
type Reply struct {
	Code        int      `json:"code"`
	Message     string   `json:"message"`
	InstanceSet []string `json:"instanceSet"`
}

// Describe reads a reply.
func Describe(reply Reply) ([]string, error) {
	var found []string
	switch reply.Code {
	case 0:
		found = reply.InstanceSet
	case 4100:
		return nil, fmt.Errorf("signature refused: %s", reply.Message)
	}
	return found, nil
}
