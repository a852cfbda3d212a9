"""Tells a chat about what happens at cvm.api.qcloud.com, and lets people pay with a wallet."""
#| Theme: rivals inside a file that does talk to the API: what encloses them says whose they are.
from qcloud_chat import invite, login, pay_again, reconnect, say


def announce(reply):
    if reply["code"] == 4100:
    # @reply["code"] outcome fallback 4100,4300
    # @4100 sighting 4100 certain comparison
        return login()
    if reply["code"] == 4300:
    # @4300 sighting 4300 certain comparison
        return say("The account is blocked.")
    raise RuntimeError(reply["message"])


def on_websocket_close(code):
    if code == 1006:
        reconnect()
    elif code == 4000:
    # @4000 nothing
        reconnect()
    elif code == 4004:
        login()
    elif code == 4014:
        invite()


def on_wallet_error(error):
    if error["code"] == 4001:
        say("You have refused.")
    elif error["code"] == 4100:
    # @4100 nothing
        invite()
    elif error["code"] == 4200:
    # @4200 nothing
        pay_again()
    elif error["code"] == 4900:
        reconnect()


class DiscordGateway:
    def closed(self, code):
        match code:
            case 4000:
            # @4000 nothing
                self.resume()
            case 4004 | 4010 | 4014:
                raise PermissionError(code)
