"""Takes jobs from a queue and sends them to qcloud until they are done."""
#| Theme: a worker that tries again. Retry sets, retried fatal codes, an else that tries again, a skip over items.
import logging
import time

from qcloud_jobs import call, dead_letters, relogin, save

log = logging.getLogger(__name__)

MAX_ATTEMPTS = 5
BASE_DELAY_MS = 4500
# @4500 nothing
RETRYABLE_CODES = frozenset([4400, 5100, 6000, 6200])
# @RETRYABLE_CODES outcome retry-set 4400,5100,6000,6200
# @4400 sighting 4400 certain member
# @6200 sighting 6200 certain member


def send_until_done(job):
    for attempt in range(MAX_ATTEMPTS):
        reply = call(job)
        code = reply["code"]
        if code == 0:
        # @code outcome fallback
            return reply
        if code == 4300:
        # @4300 finding retried-fatal-code 4300
        # @4300 sighting 4300 certain comparison
            time.sleep(2**attempt)
            continue
        if code == 6000:
        # @6000 sighting 6000 certain comparison
            time.sleep(2**attempt)
            continue
        raise RuntimeError(f"{code}: {reply['message']}")
    return None


def drain(jobs):
    while jobs:
        reply = call(jobs[0])
        if reply["code"] == 0:
        # @reply["code"] outcome reported 4100
        # @reply["code"] finding unhandled-fatal-code 4000,4300,4600,5000,5200,5300,5500,6100
            jobs.pop(0)
        elif reply["code"] == 4100:
        # @4100 sighting 4100 certain comparison
            relogin()
        else:
            time.sleep(1)
            continue


def send_transient(job):
    reply = call(job)
    if reply["code"] in RETRYABLE_CODES:
    # @reply["code"] outcome retry-set
        return send_transient(job)
    return reply


def send_all(jobs):
    """What fails is put aside; the loop goes over jobs, so that its `continue` is a skip."""
    failed = []
    for job in jobs:
        reply = call(job)
        match reply["code"]:
        # @reply["code"] outcome fallback
            case 0:
                save(reply["data"])
            case 4400 | 6200:
            # @6200 sighting 6200 certain arm
                time.sleep(1)
                failed.append(job)
            case _:
                failed.append(job)
                continue
    return failed


def give_up_loudly(job):
    reply = call(job)
    if reply["code"] == 5200:
    # @reply["code"] outcome fallback 5000,5200
        return dead_letters.add(job)
    if reply["code"] == 5000:
    # @5000 sighting 5000 certain comparison
        return dead_letters.add(job)
    log.error("job %s failed", job)


def give_up_quietly(job):
    reply = call(job)
    if reply["code"] == 5200:
    # @reply["code"] outcome reported 5000,5200
    # @reply["code"] finding unhandled-fatal-code 4000,4100,4300,4600,5300,5500,6100
        return dead_letters.add(job)
    if reply["code"] == 5000:
        return dead_letters.add(job)
    log.info("job %s came back with %s", job, reply["code"])
