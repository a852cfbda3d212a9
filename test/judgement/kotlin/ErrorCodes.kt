//| An enum of the codes of API 2.0, in one file and used in another.
//= file: src/main/kotlin/com/example/api/ApiError.kt
package com.example.api

/** What the QcloudApi answers. */
enum class ApiError(val code: Int) {
    AUTH_FAILURE(4100),
    ACCESS_DENIED(4300),
    REQUEST_LIMIT(4400),
    NOT_FOUND(5000),
}
//= file: src/main/kotlin/com/example/api/Client.kt
package com.example.api

/** Talks to the QcloudApi. */
class Client {
    fun get(reply: Reply): String? {
        if (reply.code == ApiError.AUTH_FAILURE.code) {
        //  ^^^^^^^^^^ outcome fallback 4100,5000
        //                ^^^^^^^^^^^^^^^^^^^^^^^^^^ sighting 4100 certain comparison
            return login.again()
        }
        if (reply.code == ApiError.NOT_FOUND.code) return null
        if (reply.code != 0) throw ClientException(reply.code)
        return reply.data
    }
}
