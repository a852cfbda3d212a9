//| A retry helper around the SDK of API 3.0.
package com.example.retry;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import java.util.Set;
import java.util.concurrent.Callable;

/** Tries calls again that may succeed later. */
public final class RetryHelper {
    private static final Set<String> RETRYABLE_CODES = Set.of("RequestLimitExceeded", "InternalError");
    //                                                         ^^^^^^^^^^^^^^^^^^^^ sighting RequestLimitExceeded certain member
    private static final int MAX_WAIT = 5000;
    //                                  ^^^^ nothing

    public static <T> T call(Callable<T> task) throws Exception {
        for (int attempt = 0; attempt < 5; attempt++) {
            try {
                return task.call();
            } catch (TencentCloudSDKException e) {
                String code = e.getErrorCode();
                if ("ResourceNotFound".equals(code)) {
                //                            ^^^^ outcome fallback
                //   ^^^^^^^^^^^^^^^^ sighting ResourceNotFound certain comparison
                    return null;
                } else if (code.startsWith("RequestLimitExceeded")) {
                    Thread.sleep(Math.min(MAX_WAIT, 200L << attempt));
                    continue;
                }
                throw e;
            }
        }
        throw new IllegalStateException("too many attempts");
    }

    static boolean mayRetry(TencentCloudSDKException e) {
        return RETRYABLE_CODES.contains(e.getErrorCode());
        //                              ^^^^^^^^^^^^^^^^ outcome retry-set
        //     ^^^^^^^^^^^^^^^ finding family-missed RequestLimitExceeded
    }

    static void report(TencentCloudSDKException e, Metrics metrics) {
        switch (e.getErrorCode()) {
        //      ^^^^^^^^^^^^^^^^ outcome reported
        //      ^^^^^^^^^^^^^^^^ finding unhandled-fatal-code *
            case "AuthFailure.SignatureFailure":
            //    ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sighting AuthFailure.SignatureFailure certain arm
                metrics.count("signature");
                break;
            case "LimitExceeded":
                metrics.count("limit");
                break;
        }
    }
}
