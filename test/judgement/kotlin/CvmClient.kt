//| A client of API 2.0 that turns replies into exceptions of its own.
package com.example.cvm

/** Calls https://cvm.api.qcloud.com/v2/index.php. */
class CvmClient(private val transport: Transport) {
    private val timeout = 5000
    //                    ^^^^ nothing

    init {
        transport.listen(4100)
        //               ^^^^ nothing
    }

    fun describe(id: String): Map<String, Any?>? {
        val reply = transport.get("DescribeInstances", mapOf("instanceId" to id))
        return when (reply.code) {
        //           ^^^^^^^^^^ outcome fallback 4100,4300,5000
            0 -> reply.data
            4100 -> throw SignatureException(reply.message)
            // @4100 sighting 4100 certain arm
            4300 -> throw AccessDeniedException(id)
            5000 -> null
            else -> throw ApiException(reply.code, reply.message)
        }
    }

    fun delete(id: String): Boolean {
        val reply = transport.get("TerminateInstances", mapOf("instanceId" to id))
        if (reply.code == 4100) {
        //  ^^^^^^^^^^ outcome reported 4100,5000
        //  ^^^^^^^^^^ finding unhandled-fatal-code 4000,4300,4600,5200,5300,5500,6100
        //                ^^^^ sighting 4100 certain comparison
            transport.signAnew()
        } else if (reply.code == 5000) {
            transport.forget(id)
        }
        return true
    }

    fun isGone(reply: Reply): Boolean = reply.code == 5000 || reply.code == 4300
    //                                  ^^^^^^^^^^ outcome predicate 4300,5000

    private fun backOff(attempt: Int): Long = minOf(4000L, 500L shl attempt)
    //                                              ^^^^^ nothing
}
