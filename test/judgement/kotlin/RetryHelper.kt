//| A retry helper around the SDK of API 3.0, with coroutines.
package com.example.retry

import com.tencentcloudapi.common.exception.TencentCloudSDKException
import kotlinx.coroutines.delay

private val RETRYABLE_CODES = setOf("RequestLimitExceeded", "InternalError")
//                                   ^^^^^^^^^^^^^^^^^^^^ sighting RequestLimitExceeded certain member
private const val MAX_WAIT = 5000L
//                           ^^^^^ nothing

suspend fun <T> retrying(task: suspend () -> T): T? {
    repeat(5) { attempt ->
        try {
            return task()
        } catch (e: TencentCloudSDKException) {
            val code = e.errorCode
            when {
                code == "ResourceNotFound" -> return null
            //  ^^^^ outcome fallback
            //           ^^^^^^^^^^^^^^^^ sighting ResourceNotFound certain arm
                code.startsWith("RequestLimitExceeded") -> delay(minOf(MAX_WAIT, 200L shl attempt))
                else -> throw e
            }
        }
    }
    error("too many attempts")
}

fun mayRetry(e: TencentCloudSDKException): Boolean = e.errorCode in RETRYABLE_CODES
//                                                   ^^^^^^^^^^^ outcome retry-set
//                                                                  ^^^^^^^^^^^^^^^ finding family-missed RequestLimitExceeded

fun report(e: TencentCloudSDKException, metrics: Metrics) {
    when (e.errorCode) {
    //    ^^^^^^^^^^^ outcome reported
    //    ^^^^^^^^^^^ finding unhandled-fatal-code *
        "AuthFailure.SignatureFailure" -> metrics.count("signature")
        // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain arm
        "LimitExceeded" -> metrics.count("limit")
    }
}
