//| Numbers of a media server that are no codes.
package com.example.media

import okhttp3.WebSocket
import okhttp3.WebSocketListener

const val PORT = 4100
//               ^^^^ nothing
const val HEARTBEAT = 5000L
//                    ^^^^^ nothing

class MediaServer : WebSocketListener() {
    suspend fun start() {
        server.bind("0.0.0.0", 4300)
        //                     ^^^^ nothing
        delay(5000)
        //    ^^^^ nothing
        client.timeout = 4400.milliseconds
        //               ^^^^ nothing
    }

    fun quality(bitrate: Int): String = when {
        bitrate >= 6000 -> "high"
        //         ^^^^ nothing
        bitrate >= 4000 -> "middle"
        //         ^^^^ nothing
        else -> "low"
    }

    override fun onClosed(webSocket: WebSocket, code: Int, reason: String) {
        when (code) {
            4000, 4004 -> reconnect()
            // @4000 nothing
            4100 -> login()
            // @4100 nothing
        }
    }
}
