"""Lists the instances of an account through cvm.api.qcloud.com."""
import requests

ENDPOINT = "https://cvm.api.qcloud.com/v2/index.php"


def describe_instances(params):
    reply = requests.get(ENDPOINT, params=params, timeout=10).json()
    found = []
    if reply["code"] == 0:
        found = reply["instanceSet"]
    elif reply["code"] == 4100:
        raise PermissionError(reply["message"])
    elif reply["code"] == 4400:
        print("too many requests")
    return found
