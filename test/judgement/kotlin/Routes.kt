//| Routes of a server: what the SDK throws becomes an answer.
package com.example.web

import com.tencentcloudapi.common.exception.TencentCloudSDKException
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.ApplicationCall
import io.ktor.server.response.respond
import org.slf4j.LoggerFactory

private val log = LoggerFactory.getLogger("routes")

suspend fun ApplicationCall.failed(e: TencentCloudSDKException) {
    when (e.errorCode) {
    //    ^^^^^^^^^^^ outcome fallback
        "AuthFailure", "UnauthorizedOperation" -> respond(HttpStatusCode.Forbidden, "no rights")
        "ResourceNotFound" -> respond(HttpStatusCode.NotFound, "gone")
        // @ResourceNotFound sighting ResourceNotFound certain arm
        else -> respond(HttpStatusCode.BadGateway, e.message.orEmpty())
    }
}

suspend fun ApplicationCall.other(e: ClientException) {
    when (e.statusCode) {
        404 -> respond(HttpStatusCode.NotFound, "gone")
        // @404 nothing
        429 -> respond(HttpStatusCode.ServiceUnavailable, "later")
        // @429 nothing
        else -> respond(HttpStatusCode.InternalServerError, "failed")
    }
}

fun tell(e: TencentCloudSDKException) {
    if (e.errorCode == "AuthFailure.TokenFailure") {
    //  ^^^^^^^^^^^ outcome fallback
        tokens.renew()
    } else if (e.errorCode == "FailedOperation") {
        queue.later()
    } else {
        log.error("request {} failed", e.requestId)
    }
}
