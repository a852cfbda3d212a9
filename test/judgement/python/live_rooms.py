"""Opens live rooms with the tencentcloud SDK; a room's state carries a number of its own."""
#| Theme: a payload of API 3.0 with its own 4300, and other numbers beside dotted codes.
from tencentcloud.common.exception.tencent_cloud_sdk_exception import TencentCloudSDKException
from tencentcloud.live.v20180801 import models

STREAM = "rtmp://5000.live.example/room"
# @5000 nothing
BITRATES = {"sd": 4000, "hd": 6000}
# @4000 nothing
# @6000 nothing


def open_room(client, name):
    try:
        room = client.CreateRoom(models.CreateRoomRequest())
    except TencentCloudSDKException as err:
        if err.code == "LimitExceeded.Rooms":
        # @err.code outcome fallback
        # @LimitExceeded.Rooms sighting LimitExceeded.Rooms certain comparison
            return None
        if err.code == "UnsupportedRegion":
        # @UnsupportedRegion sighting UnsupportedRegion certain comparison
            return client.elsewhere(name)
        raise
    if room.State.Code == 4300:
    # @4300 nothing
        room.open()
    return room


def described(payload):
    """What the room itself says is none of the API's business."""
    state = payload["Response"]["Room"]
    return state["Bitrate"] >= 4500 and state["SerialNo"].startswith("5000:")
    # @4500 nothing


def upload(bucket, path):
    return f"https://{bucket}.cos.ap-guangzhou.myqcloud.com:4100/{path}"
    # @4100 nothing
