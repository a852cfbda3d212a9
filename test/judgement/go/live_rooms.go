// Package rooms opens live rooms with the tencentcloud SDK; a room's state carries a number of its own.
package rooms

//| Theme: a payload of API 3.0 with its own 4300, and other numbers beside dotted codes.

import (
	"errors"
	"fmt"
	"strings"

	sdk "github.com/tencentcloud/tencentcloud-sdk-go/tencentcloud/common/errors"
)

const (
	stream = "rtmp://5000.live.example/room"
	// @5000 nothing
)

var (
	bitrates = map[string]int{"sd": 4000, "hd": 6000}
	// @4000 nothing
	// @6000 nothing
)

func Open(name string) (*Room, error) {
	room, err := create(name)
	var e *sdk.TencentCloudSDKError
	if errors.As(err, &e) {
		switch e.Code {
		// @e.Code outcome fallback
		case "LimitExceeded.Rooms":
			// @LimitExceeded.Rooms sighting LimitExceeded.Rooms certain arm
			return oldest()
		case "UnsupportedRegion":
			// @UnsupportedRegion sighting UnsupportedRegion certain arm
			return elsewhere(name)
		}
		return nil, fmt.Errorf("open %s: %s", name, e.Message)
	}
	if room.State.Code == 4300 {
		// @4300 nothing
		room.Unlock()
	}
	return room, nil
}

func Heavy(room *Room) bool {
	return room.Bitrate >= 4500 && strings.HasPrefix(room.SerialNo, "5000:")
	// @4500 nothing
}

func Upload(bucket, path string) string {
	return "https://" + bucket + ".cos.ap-guangzhou.myqcloud.com:4100/" + path
	// @4100 nothing
}
