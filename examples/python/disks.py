"""Cloud disks: two callers that forget codes, and one that forgets none."""

import time

from qcloud import QcloudError


def attach(cbs, disk_id, instance_id):
    """A match statement without a `case _`: what it does not name comes back as None."""
    reply = cbs.call("AttachCbsStorages", storageIds_1=disk_id, uInstanceId=instance_id)
    match reply["code"]:
        case 0:
            return reply["detail"]
        case 5000:
            print(f"{disk_id} or {instance_id} is gone")
        case 5200:
            raise QcloudError(reply)


def resize(cbs, disk_id, size):
    """An elif ladder in a loop: what it does not name is asked again twice, and then dropped."""
    for attempt in range(3):
        reply = cbs.call("ResizeCbsStorage", storageId=disk_id, storageSize=size)
        code = reply["code"]
        if code == 0:
            return True
        elif code in (4000, 4600):
            raise QcloudError(reply)
        elif code == 6000:
            time.sleep(2**attempt)
    return None


def detach(cbs, disk_ids):
    """Whatever is not success leaves by an exception."""
    reply = cbs.call("DetachCbsStorages", **{f"storageIds_{n}": one for n, one in enumerate(disk_ids)})
    if reply["code"] == 5400:
        return [disk_id for disk_id, item in reply["detail"].items() if item["code"] != 0]
    if reply["code"] != 0:
        raise QcloudError(reply)
    return []
