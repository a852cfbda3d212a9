"""Hands answers of the accounting service on to those who asked."""
#| Theme: code that names no API. Coherent numbers and whole dotted codes are likely, the rest only possible.
from relay_desk import deny, park, refill, show, sign_in


def settle(answer):
    if answer["code"] == 0:
    # @answer["code"] outcome reported 4100,5300
    # @answer["code"] finding unhandled-fatal-code 4000,4300,4600,5000,5200,5500,6100 information
        show(answer["data"])
    elif answer["code"] == 4100:
    # @4100 sighting 4100 likely comparison
        sign_in()
    elif answer["code"] == 5300:
    # @5300 sighting 5300 likely comparison
        refill()


def checked(answer):
    match answer["code"]:
    # @answer["code"] outcome fallback 4100,4300,4400
        case 4100 | 4300:
        # @4300 sighting 4300 likely arm
            sign_in()
        case 4400:
        # @4400 sighting 4400 likely arm
            park(answer)
        case _:
            raise RuntimeError(answer["message"])


def denied(failure):
    if failure.code == "AuthFailure.SignatureFailure":
    # @failure.code outcome fallback
    # @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure likely comparison
        sign_in()
    elif failure.code == "AuthFailure.SecretIdNotFound":
    # @AuthFailure.SecretIdNotFound sighting AuthFailure.SecretIdNotFound likely comparison
        deny(failure)
    else:
        raise failure


def parked(answer):
    if answer["code"] == 5300:
    # @answer["code"] outcome unsure
    # @5300 sighting 5300 possible comparison
    # @5300 nothing
        park(answer)


def rounded(answer):
    if answer["code"] == 4000:
    # @answer["code"] outcome unsure
    # @4000 nothing
        deny(answer)
    elif answer["code"] == 6000:
    # @6000 nothing
        park(answer)


def worded(failure):
    """A bare word alone says nothing of whose it is."""
    if failure.code == "UnauthorizedOperation":
    # @UnauthorizedOperation nothing
        deny(failure)
    elif failure.code == "ResourceNotFound":
    # @ResourceNotFound nothing
        park(failure)
