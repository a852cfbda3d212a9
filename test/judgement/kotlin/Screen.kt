//| A screen of an app: results of other screens, a flow that fails, and replies of API 2.0.
package com.example.app

import android.util.Log
import com.tencentcloudapi.common.exception.TencentCloudSDKException

class Screen : Activity() {
    override fun onActivityResult(requestCode: Int, resultCode: Int, data: Intent?) {
        when (requestCode) {
            4100 -> photo(data)
            // @4100 nothing
            4300 -> video(data)
            // @4300 nothing
        }
    }

    fun load(id: String) {
        images.flow(id)
            .catch { e ->
                if (e is TencentCloudSDKException && e.errorCode == "ResourceNotFound") {
                //                                   ^^^^^^^^^^^ outcome fallback
                //                                                   ^^^^^^^^^^^^^^^^ sighting ResourceNotFound certain comparison
                    show(null)
                } else if (e is TencentCloudSDKException && e.errorCode.startsWith("AuthFailure")) {
                    login()
                } else {
                    Log.e("screen", "no image", e)
                }
            }
            .collect { show(it) }
    }

    fun lost(e: TencentCloudSDKException) {
        when (e.errorCode) {
        //    ^^^^^^^^^^^ outcome reported
        //    ^^^^^^^^^^^ finding unhandled-fatal-code *
            "ResourceInsufficient" -> later()
            "ResourceInUse" -> skip()
        }
    }

    fun isGone(e: TencentCloudSDKException): Boolean =
        e.errorCode == "ResourceNotFound" || e.errorCode == "ResourceUnavailable"
    //  ^^^^^^^^^^^ outcome predicate

    suspend fun poll() {
        while (true) {
            delay(5000)
            //    ^^^^ nothing
            if (width > 4000) zoom()
            //          ^^^^ nothing
        }
    }
}
