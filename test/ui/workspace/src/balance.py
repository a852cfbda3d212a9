"""Asks for the balance of an account."""
import requests

URL = "https://trade.api.qcloud.com/v2/index.php"


def balance(params):
    reply = requests.get(URL, params=params, timeout=10).json()
    amount = None
    if reply["code"] == 0:
        amount = reply["balance"]
    elif reply["code"] == 4300:
        raise PermissionError(reply["message"])
    elif reply["code"] == 6000:
        print("try again later")
    return amount
