"""A client for the machines of one account, over Tencent Cloud's API 2.0."""
#| Theme: a client class. Ladders, a guard, early returns, a match, a union with a range.
import hashlib
import hmac
import random
import time
from base64 import b64encode

import requests

HOST = "cvm.api.qcloud.com"
PATH = "/v2/index.php"
CONNECT_TIMEOUT = 4000
# @4000 nothing
PAGE_SIZE = 100


class ApiError(Exception):
    def __init__(self, code, message):
        super().__init__(f"{code}: {message}")
        self.code = code
        self.message = message


class CredentialsError(ApiError):
    pass


class BillingError(ApiError):
    pass


def sign(secret_key, params):
    text = "GET" + HOST + PATH + "?" + "&".join(f"{key}={params[key]}" for key in sorted(params))
    return b64encode(hmac.new(secret_key.encode(), text.encode(), hashlib.sha1).digest()).decode()


class InstanceClient:
    def __init__(self, secret_id, secret_key, region):
        self.secret_id = secret_id
        self.secret_key = secret_key
        self.region = region
        self.last_failure = None

    def send(self, action, **params):
        """Sends one request; whatever is no success is raised."""
        params.update(Action=action, Region=self.region, SecretId=self.secret_id)
        params.update(Timestamp=int(time.time()), Nonce=random.randint(1, 65000))
        params["Signature"] = sign(self.secret_key, params)
        reply = requests.get(f"https://{HOST}{PATH}", params=params, timeout=CONNECT_TIMEOUT / 1000).json()
        if reply["code"] != 0:
        # @reply["code"] outcome too-little
            raise ApiError(reply["code"], reply["message"])
        return reply

    def raw(self, action, **params):
        return requests.get(f"https://{HOST}{PATH}", params=params, timeout=10).json()

    def describe(self, ids):
        reply = self.raw("DescribeInstances", instanceIds=ids, limit=PAGE_SIZE)
        code = reply.get("code")
        if code == 0:
        # @code outcome reported 4100,4300,4400,6000
        # @code finding unhandled-fatal-code 4000,4600,5000,5200,5300,5500,6100
            return reply["instanceSet"]
        elif code == 4100:
        # @4100 sighting 4100 certain comparison
            raise CredentialsError(code, reply["message"])
        elif code == 4300:
        # @4300 sighting 4300 certain comparison
            raise ApiError(code, "the account is blocked")
        elif code in (4400, 6000):
        # @4400 sighting 4400 certain membership
        # @6000 sighting 6000 certain membership
            time.sleep(2)
        return []

    def renew(self, instance_id, months):
        reply = self.raw("RenewInstance", instanceId=instance_id, period=months)
        match reply["code"]:
        # @reply["code"] outcome fallback 5200,5300
            case 0:
                return reply["dealIds"]
            case 5300:
            # @5300 sighting 5300 certain arm
                raise BillingError(5300, reply["message"])
            case 5200:
            # @5200 sighting 5200 certain arm
                self.sell_something()
            case _:
                raise ApiError(reply["code"], reply["message"])

    def stop(self, instance_id):
        reply = self.raw("StopInstances", instanceId=instance_id)
        if reply["code"] == 5000:
        # @reply["code"] outcome passed-on 5000,5100
        # @5000 sighting 5000 certain comparison
            self.forget(instance_id)
            return None
        if reply["code"] == 5100:
        # @5100 sighting 5100 certain comparison
            self.wait_for(instance_id)
            return None
        return reply

    def reboot(self, instance_id):
        reply = self.raw("RestartInstances", instanceId=instance_id)
        if reply["code"] == 5500:
        # @reply["code"] outcome passed-on 5500,6100
        # @5500 sighting 5500 certain comparison
            self.forget(instance_id)
            return
        if reply["code"] == 6100:
        # @6100 sighting 6100 certain comparison
            self.schedule(instance_id, 6100)
            # @6100 nothing
            return
        self.last_failure = reply

    def resize(self, instance_id, memory):
        """Everything that cannot be mended by itself has its place here."""
        code = self.raw("ResizeInstance", instanceId=instance_id, mem=memory)["code"]
        if 4000 <= code <= 4600:
        # @code outcome handled
            self.ask_operator(instance_id, memory)
        elif code == 5000 or code == 5200 or code == 5300:
        # @5000 sighting 5000 certain comparison
        # @5300 sighting 5300 certain comparison
            self.sell_something()
        elif code in {5500, 6100}:
        # @5500 sighting 5500 certain membership
            self.forget(instance_id)

    def prices(self):
        reply = self.raw("InquiryInstancePrice", cpu=4, mem=16)
        if reply["codeDesc"] == "AuthFailure":
        # @reply["codeDesc"] outcome reported 4000,4100
        # @reply["codeDesc"] finding unhandled-fatal-code 4300,4600,5000,5200,5300,5500,6100
        # @AuthFailure sighting 4100 certain comparison
            self.sign_in_again()
        elif reply["codeDesc"] == "InvalidParameter":
        # @InvalidParameter sighting 4000 certain comparison
            self.ask_operator("price", reply["message"])
        print("asked for prices")
