"""A client of Tencent Cloud API 2.0: signs a request, sends it, and gives back the reply as it came."""

import base64
import hashlib
import hmac
import json
import random
import time
import urllib.parse
import urllib.request

PATH = "/v2/index.php"


class QcloudError(Exception):
    """A reply that says no."""

    def __init__(self, reply):
        super().__init__(f"{reply['code']} {reply.get('codeDesc', '')}: {reply['message']}")
        self.code = reply["code"]
        self.message = reply["message"]


class QcloudClient:
    """Takes a module's name: cvm, cbs, account."""

    def __init__(self, module, region, secret_id, secret_key):
        self.host = f"{module}.api.qcloud.com"
        self.region = region
        self.secret_id = secret_id
        self.secret_key = secret_key

    def call(self, action, **parameters):
        """Gives the reply as a dictionary, whatever its code."""
        everything = {
            **parameters,
            "Action": action,
            "Region": self.region,
            "SecretId": self.secret_id,
            "SignatureMethod": "HmacSHA256",
            "Timestamp": int(time.time()),
            "Nonce": random.randrange(2**31),
        }
        query = "&".join(f"{name.replace('_', '.')}={everything[name]}" for name in sorted(everything))
        digest = hmac.new(self.secret_key.encode(), f"POST{self.host}{PATH}?{query}".encode(), hashlib.sha256)
        everything["Signature"] = base64.b64encode(digest.digest()).decode()
        body = urllib.parse.urlencode(everything).encode()
        with urllib.request.urlopen(f"https://{self.host}{PATH}", data=body) as response:
            return json.load(response)
