"""What the qcloud API's error codes mean, for the help desk."""
#| Theme: tables, enums, texts and predicates: none of them is handling.
from enum import IntEnum

from qcloud_desk import open_ticket, page_billing


class QcloudErrorCode(IntEnum):
    # @QcloudErrorCode outcome definition
    SUCCESS = 0
    INVALID_PARAMETER = 4000
    # @4000 sighting 4000 certain member
    AUTH_FAILURE = 4100
    # @4100 sighting 4100 certain member
    QUOTA_EXCEEDED = 4400
    NO_BALANCE = 5300
    # @5300 sighting 5300 certain member


ERROR_CODE_TEXTS = {
    # @ERROR_CODE_TEXTS outcome definition
    4000: "A parameter is missing or malformed.",
    # @4000 sighting 4000 certain key
    4100: "The signature does not fit the key.",
    4150: "The key has been locked.",
    # @4150 finding unknown-code 4150
    4300: "The account may not call this API.",
    # @4300 sighting 4300 certain key
    7000: "The module says why.",
}

IGNORABLE_CODES = (5000, 5400)
# @IGNORABLE_CODES outcome retry-set
# @5400 sighting 5400 certain member

WEIGHTS = {"small": 4000, "large": 5200}
# @4000 nothing
# @5200 nothing


def advice(reply):
    if reply["code"] == 4100:
    # @reply["code"] outcome lookup 4100,5200,5300
    # @4100 sighting 4100 certain comparison
        return "Check the key."
    if reply["code"] in (5200, 5300):
    # @5200 sighting 5200 certain membership
        return "Top up the account."
    return "Ask the help desk."


def title(code):
    text = "Failed"
    match code:
    # @code outcome lookup 4400,6100
        case 4400:
        # @4400 sighting 4400 certain arm
            text = "Quota exceeded"
        case 6100:
            text = "Under maintenance"
    return text


def is_account_trouble(reply):
    return reply["code"] in (4100, 4300) or reply["code"] == 5300
    # @reply["code"] outcome predicate 4100,4300,5300
    # @4100 sighting 4100 certain membership
    # @5300 sighting 5300 certain comparison


def needs_person(code):
    if code == QcloudErrorCode.AUTH_FAILURE:
    # @code outcome predicate 4000,4100
    # @QcloudErrorCode.AUTH_FAILURE sighting 4100 certain comparison
        return True
    if code == QcloudErrorCode.INVALID_PARAMETER:
        return True
    return False


def escalate(reply):
    if reply["code"] == QcloudErrorCode.NO_BALANCE:
    # @reply["code"] outcome reported 4100,5300
    # @reply["code"] finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
    # @QcloudErrorCode.NO_BALANCE sighting 5300 certain comparison
        page_billing(reply["message"])
    elif reply["code"] == QcloudErrorCode.AUTH_FAILURE:
        open_ticket("security", reply["message"])


HANDLERS_BY_CODE = {4100: open_ticket, 5200: page_billing, 5300: page_billing}
# @HANDLERS_BY_CODE outcome definition 4100,5200,5300
# @4100 sighting 4100 certain key
# @5200 sighting 5200 certain key
