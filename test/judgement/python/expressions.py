"""Shorthand around replies of qcloud."""
#| Theme: tests as expressions: conditional expressions, assignment within, conversions, slices, nested functions.
from qcloud_helpers import abandon, call, login, top_up, wait

AUTH_FAILURE = 4100
# @4100 sighting 4100 certain declaration
NO_BALANCE = 5300
# @5300 sighting 5300 certain declaration
LIMIT = 4600


def chosen(request, reply):
    return login() if reply["code"] == AUTH_FAILURE else top_up() if reply["code"] == NO_BALANCE else abandon(request)
    # @reply["code"] outcome fallback 4100,5300
    # @AUTH_FAILURE sighting 4100 certain comparison
    # @NO_BALANCE sighting 5300 certain comparison


def assigned(request):
    reply = call(request)
    if (code := reply.get("code")) == AUTH_FAILURE:
    # @code outcome reported 4100,4300
    # @code finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
        login()
    elif code == 4300:
    # @4300 sighting 4300 certain comparison
        abandon(None)
    else:
        pass


def converted(request):
    code = int(call(request)["code"])
    if code == 0:
    # @code outcome fallback
        return True
    if code == 4500:
    # @4500 sighting 4500 certain comparison
        return converted(request)
    raise RuntimeError(f"{request}: {code}")


def textual(reply):
    match str(reply["code"]):
    # @str(reply["code"]) outcome fallback 4100,6200
        case "4100":
        # @4100 sighting 4100 certain arm
            login()
        case "6200":
        # @6200 sighting 6200 certain arm
            wait()
        case other:
            raise RuntimeError(other)


def by_first_digit(reply):
    code = str(reply["code"])
    if code.startswith("4"):
    # @code outcome fallback
        abandon(reply)
    elif code == "5300":
    # @5300 sighting 5300 certain comparison
        top_up()
    else:
        raise RuntimeError(code)


def guarded(reply):
    if reply["codeDesc"] != "Success":
    # @reply["codeDesc"] outcome fallback
        raise RuntimeError(reply["message"])
    if reply["code"] == AUTH_FAILURE:
        login()
    return reply["data"]


def around(reply):
    """The guard holds nothing but the dispatch."""
    if reply["code"] != 0:
    # @reply["code"] outcome reported 4100,5300
    # @reply["code"] finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
        if reply["code"] == AUTH_FAILURE:
            login()
        elif reply["code"] == NO_BALANCE:
            top_up()


def told_apart(reply):
    """A test with one more condition names its code, and is not asked what it does."""
    if reply["code"] == 4600 and "beta" in reply["message"]:
    # @reply["code"] outcome fallback 4600,5300
    # @4600 sighting 4600 certain comparison
        pass
    elif reply["code"] == NO_BALANCE:
        top_up()
    else:
        abandon(reply)


def later(reply, then):
    def settle(answer):
        if answer["code"] == AUTH_FAILURE:
        # @answer["code"] outcome reported 4100,5300
        # @answer["code"] finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100
            login()
        elif answer["code"] == NO_BALANCE:
            top_up()

    if reply["code"] == 5100:
    # @reply["code"] outcome passed-on 5100,5400
    # @5100 sighting 5100 certain comparison
        return wait()
    if reply["code"] == 5400:
        return wait()
    return then(settle, reply)
