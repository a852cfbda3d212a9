//| A command line tool: what fails ends it with a status.
package com.example.cli

import kotlin.system.exitProcess

/** qcloud-cli: lists machines of Tencent Cloud API 2.0. */
fun main(args: Array<String>) {
    val reply = Api(args).list()
    when (reply.code) {
    //    ^^^^^^^^^^ outcome fallback 4100,4300
        0 -> println(reply.data)
        4100 -> exitProcess(3)
        // @4100 sighting 4100 certain arm
        4300 -> exitProcess(4)
        else -> exitProcess(1)
    }
}

fun remove(reply: Reply) {
    if (reply.code == 5000) return
    //  ^^^^^^^^^^ outcome too-little 5000
    throw IllegalStateException(reply.message)
}

fun rename(reply: Reply) {
    if (reply.code == 5000 || reply.code == 6100) {
    //  ^^^^^^^^^^ outcome lookup 5000,5100,6100
        println("not renamed")
    } else if (reply.code == 5100) {
        println("try later")
    }
}

fun port(args: Array<String>): Int = args.getOrNull(1)?.toInt() ?: 4300
//                                                                 ^^^^ nothing
