// Package disks holds old scripts against cbs.api.qcloud.com, where nobody wants to hear of what is missing.
package disks

//| Theme: the rule is switched off by a setting; hovers stay.
//= settings: {"rules":{"unhandled-fatal-code":"off"}}

func Resized(reply Reply) {
	switch reply.Code {
	// @reply.Code outcome off
	case 5000:
		// @5000 sighting 5000 certain arm
		grow()
	case 5500:
		// @5500 sighting 5500 certain arm
		shrink()
	}
}
