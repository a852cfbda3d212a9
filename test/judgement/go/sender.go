// Package sender sends jobs to qcloud until they are done.
package sender

//| Theme: loops. Retry sets, retried fatal codes, defaults that try again, a skip over items, success that is none.

import (
	"log/slog"
	"time"

	"example.com/qcloud/jobs"
)

const (
	backoff = 4500
	// @4500 nothing
)

var (
	retryableCodes = map[int]bool{4400: true, 6000: true, 6200: true}
	// @retryableCodes outcome retry-set 4400,6000,6200
	// @6200 sighting 6200 certain key
)

func UntilDone(job jobs.Job) error {
	for attempt := 0; attempt < 5; attempt++ {
		reply := jobs.Call(job)
		switch reply.Code {
		// @reply.Code outcome fallback 4300,4400
		case 0:
			return nil
		case 4300:
			// @4300 finding retried-fatal-code 4300
			// @4300 sighting 4300 certain arm
			time.Sleep(time.Second)
			continue
		case 4400:
			// @4400 sighting 4400 certain arm
			time.Sleep(time.Minute)
			continue
		default:
			return jobs.Failed(reply)
		}
	}
	return jobs.ErrGivenUp
}

func Forever(job jobs.Job) string {
	for {
		reply := jobs.Call(job)
		if reply.Code == 0 {
			// @reply.Code outcome reported 4100
			// @reply.Code finding unhandled-fatal-code 4000,4300,4600,5000,5200,5300,5500,6100
			return reply.Data
		} else if reply.Code == 4100 {
			// @4100 sighting 4100 certain comparison
			jobs.SignIn()
		} else {
			time.Sleep(time.Second)
			continue
		}
	}
}

func Again(job jobs.Job) error {
	reply := jobs.Call(job)
	switch reply.Code {
	// @reply.Code outcome reported 5300
	// @reply.Code finding unhandled-fatal-code 4000,4100,4300,4600,5000,5200,5500,6100
	case 0:
		return nil
	case 5300:
		return jobs.TopUp()
	default:
		return Again(job)
	}
}

func Later(job jobs.Job) {
	reply := jobs.Call(job)
	if reply.Code == 5300 {
		// @reply.Code outcome reported 4100,5300
		// @reply.Code finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
		jobs.TopUp()
	} else if reply.Code == 4100 {
		jobs.SignIn()
	} else {
		jobs.Requeue(job)
	}
}

func Transient(job jobs.Job) *jobs.Reply {
	reply := jobs.Call(job)
	if retryableCodes[reply.Code] {
		// @reply.Code outcome retry-set
		return Transient(job)
	}
	return reply
}

func All(list []jobs.Job) (failed []jobs.Job) {
	for _, job := range list {
		reply := jobs.Call(job)
		switch reply.Code {
		// @reply.Code outcome fallback 4400
		case 0:
			jobs.Save(reply.Data)
		case 4400:
			time.Sleep(time.Second)
			failed = append(failed, job)
		default:
			failed = append(failed, job)
			continue
		}
	}
	return failed
}

// Calm takes everything that it does not know for success.
func Calm(job jobs.Job) error {
	reply := jobs.Call(job)
	switch reply.Code {
	// @reply.Code outcome reported 4300,5200
	// @reply.Code finding unhandled-fatal-code 4000,4100,4600,5000,5300,5500,6100
	case 4300:
		// @4300 sighting 4300 certain arm
		return jobs.Failed(reply)
	case 5200:
		return jobs.TopUp()
	default:
		return nil
	}
}

// Loud does so too, but not without a word.
func Loud(job jobs.Job) error {
	reply := jobs.Call(job)
	switch reply.Code {
	// @reply.Code outcome fallback 4300,5200
	case 4300:
		return jobs.Failed(reply)
	case 5200:
		return jobs.TopUp()
	default:
		slog.Error("job failed", "code", reply.Code, "message", reply.Message)
		return nil
	}
}
