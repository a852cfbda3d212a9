"""What the console shows for a code of QcloudClient. A table gives texts; it handles nothing."""

CODE_TEXTS = {
    4100: "Check the key.",
    4300: "This account may not do that.",
    4400: "Too many requests. Try again in a minute.",
    5300: "The balance is too low.",
}


def text_for(reply):
    return CODE_TEXTS.get(reply["code"], "Something went wrong.")
