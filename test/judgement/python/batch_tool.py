"""Deletes snapshots in batches through snapshot.api.qcloud.com and tells what became of each."""
#| Theme: a command-line tool. Items of a batch, slips of spelling, wrong success, duplicates, the top level.
import sys

from transport import get, refill, renew_key, tell

reply = get("https://snapshot.api.qcloud.com/v2/index.php", Action="DeleteSnapshot", snapshotIds=sys.argv[1:])


def items(batch):
    gone = []
    for snapshot_id, item in batch["detail"].items():
        if item["code"] == 0:
        # @item["code"] outcome fallback 5000
            gone.append(snapshot_id)
        elif item["code"] == 5000:
        # @5000 sighting 5000 certain comparison
            gone.append(snapshot_id)
        else:
            raise SystemExit(f"{snapshot_id}: {item['message']}")
    return gone


def retype(answer):
    """A ladder that was written from memory."""
    code = str(answer["code"])
    if code == "4100 ":
    # @code outcome fallback
    # @`4100 ` finding misspelt-code 4100
        renew_key()
    elif code == "5300":
    # @5300 sighting 5300 certain comparison
        refill()
    else:
        sys.exit(f"failed with {code}")


def succeeded(answer):
    if answer["code"] == 200:
    # @answer["code"] outcome fallback 4100
    # @200 finding wrong-success-code 200
        return answer["data"]
    elif answer["code"] == 4100:
    # @4100 sighting 4100 certain comparison
        return renew_key()
    raise ValueError(answer["message"])


def settle(answer):
    if answer["code"] in (4100, 4300):
    # @answer["code"] outcome fallback
        renew_key()
    elif answer["code"] == 5300:
        refill()
    elif answer["code"] == 4300:
    # @4300 finding duplicate-code 4300
        tell("The account is blocked.")
    else:
        sys.exit(1)


def shrug(answer):
    if answer["code"] == 4600:
    # @answer["code"] outcome fallback 4600,5300,6100
    # @4600 finding swallowed-fatal-code 4600
        pass
    elif answer["code"] == 6100:
        # It will be back on Monday, and so will we.
        pass
    elif answer["code"] == 5300:
        refill()
    else:
        raise ValueError(answer["message"])


def unchecked():
    usage = get("https://snapshot.api.qcloud.com/v2/index.php", Action="DescribeSnapshotUsage").json()
    #| Where it belongs is left open: anywhere in the statement.
    # @`usage = get("https://snapshot.api.qcloud.com/v2/index.php", Action="DescribeSnapshotUsage").json()` finding unchecked-response *
    total = 0
    for volume in usage["volumes"]:
        total += volume["size"]
    return total


if reply["code"] == 5400:
# @reply["code"] outcome fallback 5100,5400
# @5400 sighting 5400 certain comparison
    print(len(items(reply)), "deleted")
elif reply["code"] == 5100:
# @5100 sighting 5100 certain comparison
    print("none deleted")
elif reply["code"] != 0:
    tell(reply["message"])
    sys.exit(1)
