//| Replies of API 2.0 as JSON, in a service that buys machines.
package com.example.shop

import org.json.JSONObject

private val ERROR_TEXTS = mapOf(5200 to "sold out", 5300 to "no balance")
//          ^^^^^^^^^^^ outcome definition
//                              ^^^^ sighting 5200 certain key
private const val MEMORY = 4000
//                         ^^^^ nothing

/** Buys over https://cvm.api.qcloud.com. */
class PurchaseService(private val shop: Shop) {
    private val handlers = mapOf<Int, (JSONObject) -> Unit>(4100 to shop::signIn, 5300 to shop::topUp)

    fun buy(zone: String): String? {
        val reply = JSONObject(http.get("RunInstances", zone))
        val code = reply.getInt("code")
        if (code == 0) return reply.getJSONObject("data").getString("id")
        //  ^^^^ outcome reported 5200,5300
        //  ^^^^ finding unhandled-fatal-code *
        if (code == 5200) shop.soldOut(zone)
        //          ^^^^ sighting 5200 certain comparison
        if (code == 5300) shop.topUp(reply.length())
        return null
    }

    fun settle(reply: JSONObject) {
        val code = reply.getInt("code")
        if (code in handlers) {
        //  ^^^^ outcome fallback 4100,5300
            handlers.getValue(code)(reply)
        } else if (code != 0) {
            throw ShopException(reply.getString("message"))
        }
    }

    fun text(reply: JSONObject): String = ERROR_TEXTS[reply.getInt("code")] ?: "failed"
    //                                                ^^^^^^^^^^^^^^^^^^^^ outcome lookup

    fun resize(reply: JSONObject) {
        when (reply.optInt("code")) {
        //    ^^^^^^^^^^^^^^^^^^^^ outcome passed-on 4600,5100
            4600 -> shop.protocol()
            5100 -> shop.again()
            // @5100 sighting 5100 certain arm
        }
        events.publish(Resized(reply))
    }

    fun plan() {
        scheduler.schedule(5100) { refresh() }
        //                 ^^^^ nothing
        request.memory = MEMORY
        val machine = Machine("S2", 4600, 5500)
        //                          ^^^^ nothing
        //                                ^^^^ nothing
    }
}
