//| Reactive code: handlers in lambdas, in classes without a name, in chains.
package com.example.pipeline;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import reactor.core.publisher.Mono;

public class Pipeline {
    private static final Logger log = LoggerFactory.getLogger(Pipeline.class);

    Mono<Image> fetch(String id) {
        return Mono.fromCallable(() -> client.fetch(id))
            .timeout(Duration.ofMillis(5000))
            //                         ^^^^ nothing
            .onErrorResume(TencentCloudSDKException.class, e -> switch (e.getErrorCode()) {
            //                                                          ^^^^^^^^^^^^^^^^ outcome fallback
                case "ResourceNotFound" -> Mono.empty();
                //    ^^^^^^^^^^^^^^^^ sighting ResourceNotFound certain arm
                case "AuthFailure" -> renew().then(fetch(id));
                default -> Mono.error(e);
            });
    }

    void listen() {
        client.onFailure(new FailureListener() {
            @Override
            public void failed(TencentCloudSDKException failure) {
                String code = failure.getErrorCode();
                if (code.equals("ResourceInsufficient")) {
                //  ^^^^ outcome reported
                //  ^^^^ finding unhandled-fatal-code *
                    queue.later();
                } else if (code.equals("ResourceInUse")) {
                    queue.skip();
                }
            }
        });
    }

    boolean isGone(TencentCloudSDKException failure) {
        return "ResourceNotFound".equals(failure.getErrorCode()) || "ResourceUnavailable".equals(failure.getErrorCode());
        //                               ^^^^^^^^^^^^^^^^^^^^^^ outcome predicate
    }

    Image orNothing(String id) throws TencentCloudSDKException {
        try {
            return client.fetch(id);
        } catch (TencentCloudSDKException e) {
            if (!"ResourceNotFound".equals(e.getErrorCode())) {
            //                             ^^^^^^^^^^^^^^^^ outcome too-little
                throw e;
            }
            log.info("no image {}", id);
            return null;
        }
    }

    void sizes() {
        buffer.allocate(4000);
        //              ^^^^ nothing
        int[] widths = {4100, 5200, 5300};
        //              ^^^^ nothing
    }
}
