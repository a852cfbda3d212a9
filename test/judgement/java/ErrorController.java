//| Middleware: what the SDK throws becomes an answer with a status of HTTP.
package com.example.web;

import com.tencentcloudapi.common.exception.TencentCloudSDKException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

@RestControllerAdvice
public class ErrorController {
    private static final Logger log = LoggerFactory.getLogger(ErrorController.class);

    @ExceptionHandler(TencentCloudSDKException.class)
    public ResponseEntity<Problem> failed(TencentCloudSDKException e) {
        return switch (e.getErrorCode()) {
        //             ^^^^^^^^^^^^^^^^ outcome fallback
            case "AuthFailure", "UnauthorizedOperation" -> ResponseEntity.status(HttpStatus.FORBIDDEN).build();
            case "ResourceNotFound" -> ResponseEntity.notFound().build();
            //    ^^^^^^^^^^^^^^^^ sighting ResourceNotFound certain arm
            default -> ResponseEntity.status(502).body(new Problem(e.getMessage()));
            //                               ^^^ nothing
        };
    }

    @ExceptionHandler(HttpClientException.class)
    public ResponseEntity<Problem> other(HttpClientException e) {
        switch (e.getStatusCode().value()) {
            case 404:
            //   ^^^ nothing
                return ResponseEntity.notFound().build();
            case 429:
            //   ^^^ nothing
                return ResponseEntity.status(503).build();
            default:
                return ResponseEntity.internalServerError().build();
        }
    }

    private void tell(TencentCloudSDKException e) {
        if (e.getErrorCode().equals("AuthFailure.TokenFailure")) {
        //  ^^^^^^^^^^^^^^^^ outcome fallback
            tokens.renew();
        } else if (e.getErrorCode().equals("FailedOperation")) {
            queue.later();
        } else {
            log.error("request {} failed", e.getRequestId());
        }
    }
}
