"""Runs the nightly jobs against cvm.api.qcloud.com."""
#| Theme: numbers of other things in a file that does talk to the API: times, ports, sizes, versions, ids, spellings.
import socket
import time

SESSION_ID = "7f0c5a1e-4000-4100-8000-5200c0ffee00"
# @4000 nothing
# @4100 nothing
CODE_TIMEOUT = 5000
# @5000 nothing
BUILD_VERSION = "4100.2.0"
# @4100 nothing
MACHINE = {"Memory": 4000, "disk": 5200, "port": 6100}
# @4000 nothing
# @6100 nothing
AREA_CODE = 4300
# @4300 nothing
PROMO_CODES = ["5300", "6000"]
# @5300 nothing
KEY_CODE = 4500
# @4500 nothing


def listen(server):
    server.bind(("127.0.0.1", 5000))
    # @5000 nothing
    server.settimeout(4500)
    # @4500 nothing
    time.sleep(4400 / 1000)
    # @4400 nothing


def watch(process, response, connection):
    if process.exit_code == 4100:
    # @4100 nothing
        process.restart()
    if response.status_code == 4300:
    # @4300 nothing
        connection.reset()
    if connection.close_code == 4000:
    # @4000 nothing
        connection.open()
    if len(response.content) > 5000:
    # @5000 nothing
        print("large answer, took 4100ms")
        # @4100ms nothing


def spelt(reply):
    """None of these is how a code is written."""
    if reply["code"] == 4_100:
    # @4_100 nothing
        return "grouped"
    if reply["code"] == 0x1004:
    # @0x1004 nothing
        return "hexadecimal"
    if reply["code"] == 0o10004:
    # @0o10004 nothing
        return "octal"
    return None


def free(port):
    with socket.socket() as probe:
        return port not in (4000, 5000) and probe.connect_ex(("127.0.0.1", port)) != 0
        # @4000 nothing
        # @5000 nothing
