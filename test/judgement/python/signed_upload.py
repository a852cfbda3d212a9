# faultbook-catalogue tencentcloud-v2
"""Asks the storage gateway for a signature."""
#| Theme: suppressions and the pragma. The pragma stands for a context that nothing else shows.
from gateway import ask, refill, renew


def allowed(name):
    answer = ask("GetSignature", name)
    if answer["code"] == 4100:
    # @answer["code"] outcome reported 4100,5300
    # @answer["code"] finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
    # @4100 sighting 4100 certain comparison
        renew()
    elif answer["code"] == 5300:
        refill()


def suppressed(name):
    answer = ask("GetSignature", name)
    # faultbook-ignore unhandled-fatal-code
    match answer["code"]:
    # @answer["code"] outcome ignored
        case 4100:
        # @4100 sighting 4100 certain arm
            renew()
        case 5300:
            refill()


def suppressed_by_code(name):
    answer = ask("GetSignature", name)
    if answer["code"] == 4600:  # faultbook-ignore 4600
    # @answer["code"] outcome fallback
        pass
    elif answer["code"] == 4100:
        renew()
    else:
        raise RuntimeError(answer["message"])


def delay(port):
    # faultbook-ignore unhandled-fatal-code
    # @unhandled-fatal-code finding unused-ignore -
    return port == 4100
    # @4100 nothing
