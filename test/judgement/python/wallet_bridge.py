"""Talks to a browser wallet over a socket."""
#| Theme: wallet errors (EIP-1193), close codes of a socket and of a chat gateway.
import asyncio

from bridge import ask_again, drop, log_in, resume, show


def explain(error):
    if error["code"] == 4001:
    # @error["code"] outcome foreign
        show("You have refused.")
    elif error["code"] == 4100:
    # @4100 nothing
        show("The account has not been unlocked.")
    elif error["code"] == 4200:
    # @4200 nothing
        show("The wallet cannot do that.")
    elif error["code"] == 4900:
        show("The wallet is not connected.")


def unlocked(error):
    """Both are a wallet's codes as much as anybody's."""
    if error.code == 4100:
    # @4100 nothing
        log_in()
    elif error.code == 4200:
    # @4200 nothing
        drop()


async def keep_open(gateway):
    while True:
        code = await gateway.closed()
        if code in (4004, 4010):
        # @code outcome foreign
            raise PermissionError(code)
        if code == 4000:
        # @4000 nothing
            await resume(gateway)
        else:
            await asyncio.sleep(5000 / 1000)
            # @5000 nothing


def on_close(socket, code):
    if code == 1006 or code == 4000:
    # @4000 nothing
        ask_again(socket)
    elif code == 4001:
        log_in()
    elif code == 4014:
        drop()
