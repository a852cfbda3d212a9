//| Weather codes, accounts of a ledger and codes of a payment provider.
package com.example.misc;

public class Forecast {
    static String icon(int weatherCode) {
        return switch (weatherCode) {
            case 1000 -> "sun";
            case 4000 -> "drizzle";
            //   ^^^^ nothing
            case 4200 -> "rain";
            //   ^^^^ nothing
            case 5000 -> "snow";
            //   ^^^^ nothing
            case 6200 -> "ice";
            default -> "unknown";
        };
    }

    static boolean isExpense(int account) {
        return account == 4100 || account == 4300 || account == 5000;
        //                ^^^^ nothing
        //                                                      ^^^^ nothing
    }

    static void paid(StripeException e) {
        if ("AuthFailure".equals(e.getCode())) {
        //   ^^^^^^^^^^^ nothing
            alert("card");
        } else if ("LimitExceeded".equals(e.getCode())) {
        //          ^^^^^^^^^^^^^ nothing
            alert("limit");
        }
    }
}
