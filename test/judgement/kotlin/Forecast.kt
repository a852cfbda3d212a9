//| Weather codes, accounts of a ledger and codes of a payment provider.
package com.example.misc

fun icon(weatherCode: Int): String = when (weatherCode) {
    1000 -> "sun"
    4000 -> "drizzle"
    // @4000 nothing
    4200 -> "rain"
    // @4200 nothing
    5000 -> "snow"
    // @5000 nothing
    6200 -> "ice"
    else -> "unknown"
}

fun isExpense(account: Int): Boolean = account == 4100 || account in 4300..5000
//                                                ^^^^ nothing
//                                                                   ^^^^ nothing

fun paid(e: StripeException) {
    if (e.code == "AuthFailure") {
    //             ^^^^^^^^^^^ nothing
        alert("card")
    } else if (e.code == "LimitExceeded") {
    //                    ^^^^^^^^^^^^^ nothing
        alert("limit")
    }
}
