//| Theme: a wallet's provider errors (EIP-1193), and a ledger's accounts.
const char *wallet_explain(int code)
{
    switch (code) {
    case 4001:
        return "rejected";
    case 4100:
    // @4100 nothing
        return "unauthorized";
    case 4200:
    // @4200 nothing
        return "unsupported method";
    case 4900:
        return "disconnected";
    }
    return "unknown";
}

int ledger_is_income(int account_code)
{
    return account_code == 4000 || account_code == 4100;
    //                     ^^^^ nothing
    //                                             ^^^^ nothing
}
