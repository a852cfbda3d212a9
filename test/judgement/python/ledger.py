"""Posts invoices to the ledger."""
#| Theme: charts of accounts, area codes, result codes of a trading terminal.
import csv

ACCOUNT_CODES = {
    1010: "Cash",
    1200: "Receivables",
    4000: "Sales",
    # @4000 nothing
    4100: "Services",
    # @4100 nothing
    5000: "Cost of goods",
    6100: "Rent",
    # @6100 nothing
}

REGIONS = [{"CODE": 4100, "NAME": "Uijeongbu"}, {"CODE": 4300, "NAME": "Cheongju"}]
# @4100 nothing
# @4300 nothing


def side(account):
    match account["code"]:
    # @account["code"] outcome foreign
        case 1010 | 1200:
            return "debit"
        case 4000 | 4100:
        # @4100 nothing
            return "credit"
        case 5000 | 6100:
        # @6100 nothing
            return "debit"


def traded(terminal):
    if terminal.retcode == 10009:
    # @terminal.retcode outcome foreign
        return True
    if terminal.retcode in (4106, 4051, 4100):
    # @4100 nothing
        raise ValueError(terminal.symbol)
    return False


def total(path):
    with open(path, newline="") as rows:
        return sum(float(row["amount"]) for row in csv.DictReader(rows) if int(row["account"]) == 4300)
        # @4300 nothing
