"""What every view of the shop shares when it calls qcloud."""
#| Theme: middleware. Carriers that are unpacked, asserted, looped over; ways out of a function; named sets.
import functools
import logging
import sys

from qcloud_shop import ApiError, call, login, metrics, notify, top_up

logger = logging.getLogger("shop")

ACCOUNT_ERROR_CODES = {4100, 4300}
# @ACCOUNT_ERROR_CODES outcome definition 4100,4300
# @4300 sighting 4300 certain member
MONEY_ERROR_CODES = {5200, 5300}
# @MONEY_ERROR_CODES outcome definition 5200,5300
# @5200 sighting 5200 certain member


def by_sets(reply):
    code = reply["code"]
    if code in ACCOUNT_ERROR_CODES:
    # @code outcome reported 4100,4300,5200,5300
    # @code finding unhandled-fatal-code 4000,4600,5000,5500,6100
        login()
    elif code in MONEY_ERROR_CODES:
        top_up()


def unpacked(reply):
    code, message = reply["code"], reply["message"]
    if code == 4100:
    # @code outcome fallback 4100,5300
    # @4100 sighting 4100 certain comparison
        return login()
    if code == 5300:
    # @5300 sighting 5300 certain comparison
        return top_up()
    raise ApiError(code, message)


def neither(reply):
    """Only what is in the set may pass."""
    if reply["code"] not in (0, 5400):
    # @reply["code"] outcome fallback 5400
    # @5400 sighting 5400 certain membership
        raise ApiError(reply["code"], reply["message"])
    if reply["code"] == 5400:
        notify("some are left")


def view(function):
    @functools.wraps(function)
    def wrapper(request):
        reply = function(request)
        if reply["code"] == 4100:
        # @reply["code"] outcome reported 4100,4300
        # @reply["code"] finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
            login()
        elif reply["code"] == 4300:
        # @4300 sighting 4300 certain comparison
            notify("blocked")
        else:
            return True
        return False

    return wrapper


def command(arguments):
    reply = call(arguments)
    match reply.get("code", 0):
    # @`reply.get("code", 0)` outcome fallback 4000,4600
        case 4000 | 4600:
        # @4600 sighting 4600 certain arm
            notify("usage")
            return 2
        case 0:
            return 0
    logger.critical("reply %s", reply)
    sys.exit(3)


def numbered(arguments):
    reply = call(arguments)
    if reply["code"] == 4000:
    # @reply["code"] outcome fallback 4000,5000
        return notify("usage")
    if reply["code"] == 5000:
    # @5000 sighting 5000 certain comparison
        return notify("no such thing")
    return -1


def last_of(requests):
    reply = None
    for request in requests:
        reply = call(request)
        if reply["code"] == 5500:
        # @reply["code"] outcome fallback 5500,6100
        # @5500 sighting 5500 certain comparison
            notify("refused")
            break
        if reply["code"] == 6100:
            notify("closed")
            break
    else:
        raise ApiError(-1, "nothing was refused")
    return None


def counted(reply):
    """What is counted is not handed on: neither code nor message leaves the function."""
    if reply["code"] == 4100:
    # @reply["code"] outcome reported 4100,5300
    # @reply["code"] finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
        return login()
    if reply["code"] == 5300:
        return top_up()
    metrics.increment("failures")
    return None
