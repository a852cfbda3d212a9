"""Tests of the qcloud client: they name codes, and handle none."""
#| Theme: a file of tests has hovers only.
#= path: tests/test_replies.py
from qcloud_client import Client, Recorder


def test_renews_key():
    client = Client(Recorder({"code": 4100, "codeDesc": "AuthFailure", "message": "signature"}))
    # @4100 sighting 4100 certain field
    reply = client.send("DescribeInstances")
    assert reply["code"] == 4100
    # @reply["code"] outcome test
    # @4100 sighting 4100 certain comparison


def react(reply):
    if reply["code"] == 4300:
    # @reply["code"] outcome test
    # @4300 sighting 4300 certain comparison
        pass
    elif reply["code"] == 4700:
        pass
