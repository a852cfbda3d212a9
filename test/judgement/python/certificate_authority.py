"""Asks a cfssl server for certificates."""
#| Theme: a certificate authority's numbers and the exit codes of its tool.
import subprocess

import requests


def sign(request):
    answer = requests.post("https://ca.example:8888/api/v1/cfssl/sign", json={"certificate_request": request}).json()
    for error in answer["errors"]:
        if error["code"] == 5100:
        # @5100 nothing
            raise PermissionError(error["message"])
        if error["code"] == 5200:
        # @5200 nothing
            raise ValueError(error["message"])
        if error["code"] == 1220:
            raise ValueError(error["message"])
        if error["code"] == 7400:
            raise ConnectionError(error["message"])
    return answer["result"]["certificate"]


def bundle(path):
    code = subprocess.run(["cfssl", "bundle", path], timeout=4400).returncode
    # @4400 nothing
    if code == 4000:
    # @4000 nothing
        raise RuntimeError(path)
