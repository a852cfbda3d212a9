// Package billing reads an account through Tencent Cloud API 2.0.
package billing

import (
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"math/rand"
	"net/http"
	"net/url"
	"sort"
	"strconv"
	"strings"
	"time"
)

const host, path = "account.api.qcloud.com", "/v2/index.php"

// Reply is what every action answers. Code 0 is success.
type Reply struct {
	Code     int             `json:"code"`
	CodeDesc string          `json:"codeDesc"`
	Message  string          `json:"message"`
	Data     json.RawMessage `json:"data"`
}

// Client signs with one pair of keys.
type Client struct {
	SecretID, SecretKey string
}

// Call gives the reply as it came; the error is the network's or the decoder's.
func (c *Client) Call(action string, parameters map[string]string) (*Reply, error) {
	all := map[string]string{
		"Action":          action,
		"SecretId":        c.SecretID,
		"SignatureMethod": "HmacSHA256",
		"Timestamp":       strconv.FormatInt(time.Now().Unix(), 10),
		"Nonce":           strconv.Itoa(rand.Intn(1 << 31)),
	}
	for name, value := range parameters {
		all[name] = value
	}
	names := make([]string, 0, len(all))
	for name := range all {
		names = append(names, name)
	}
	sort.Strings(names)
	pairs := make([]string, 0, len(all))
	body := url.Values{}
	for _, name := range names {
		pairs = append(pairs, strings.ReplaceAll(name, "_", ".")+"="+all[name])
		body.Set(name, all[name])
	}
	mac := hmac.New(sha256.New, []byte(c.SecretKey))
	fmt.Fprintf(mac, "POST%s%s?%s", host, path, strings.Join(pairs, "&"))
	body.Set("Signature", base64.StdEncoding.EncodeToString(mac.Sum(nil)))

	response, err := http.PostForm("https://"+host+path, body)
	if err != nil {
		return nil, err
	}
	defer response.Body.Close()
	var reply Reply
	if err := json.NewDecoder(response.Body).Decode(&reply); err != nil {
		return nil, fmt.Errorf("%s: %w", host, err)
	}
	return &reply, nil
}
