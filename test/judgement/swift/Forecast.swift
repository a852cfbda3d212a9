//| Weather codes, accounts of a ledger and codes of a payment provider.
import Foundation

func icon(_ weatherCode: Int) -> String {
    switch weatherCode {
    case 1000: return "sun"
    case 4000: return "drizzle"
    //   ^^^^ nothing
    case 4200: return "rain"
    //   ^^^^ nothing
    case 5000: return "snow"
    //   ^^^^ nothing
    case 6200: return "ice"
    default: return "unknown"
    }
}

func isExpense(_ account: Int) -> Bool {
    account == 4100 || (4300...5000).contains(account)
    //         ^^^^ nothing
    //                  ^^^^ nothing
}

func paid(_ error: StripeError) {
    if error.code == "AuthFailure" {
    //                ^^^^^^^^^^^ nothing
        alert("card")
    } else if error.code == "LimitExceeded" {
    //                       ^^^^^^^^^^^^^ nothing
        alert("limit")
    }
}

let version = 0x1004
//            ^^^^^^ nothing
let limit = 4_000
//          ^^^^^ nothing
