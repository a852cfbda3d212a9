"""Old scripts against cbs.api.qcloud.com, where nobody wants to hear of what is missing."""
#| Theme: the rule is switched off by a setting; hovers stay.
#= settings: {"rules":{"unhandled-fatal-code":"off"}}
from scripts import grow, shrink


def resized(reply):
    if reply["code"] == 5000:
    # @reply["code"] outcome off
    # @5000 sighting 5000 certain comparison
        grow()
    elif reply["code"] == 5500:
    # @5500 sighting 5500 certain comparison
        shrink()
