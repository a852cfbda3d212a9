//| A retry helper around the SDK of API 3.0, with async and await.
import Foundation
import TencentCloudSDK

private let retryableCodes: Set<String> = ["RequestLimitExceeded", "InternalError"]
//                                          ^^^^^^^^^^^^^^^^^^^^ sighting RequestLimitExceeded certain member
private let maxWait = 5000
//                    ^^^^ nothing

func retrying<T>(_ task: () async throws -> T) async throws -> T? {
    for attempt in 0..<5 {
        do {
            return try await task()
        } catch let error as TencentCloudSDKError {
            if error.code == "ResourceNotFound" {
            // ^^^^^^^^^^ outcome fallback
            //                ^^^^^^^^^^^^^^^^ sighting ResourceNotFound certain comparison
                return nil
            } else if error.code.hasPrefix("RequestLimitExceeded") {
                try await Task.sleep(nanoseconds: UInt64(min(maxWait, 200 << attempt)) * 1_000_000)
            } else {
                throw error
            }
        }
    }
    throw RetryError.tooManyAttempts
}

func mayRetry(_ error: TencentCloudSDKError) -> Bool {
    retryableCodes.contains(error.code)
    //                      ^^^^^^^^^^ outcome retry-set
//  ^^^^^^^^^^^^^^ finding family-missed RequestLimitExceeded
}

func report(_ error: TencentCloudSDKError, to metrics: Metrics) {
    switch error.code {
    //     ^^^^^^^^^^ outcome reported
    //     ^^^^^^^^^^ finding unhandled-fatal-code *
    case "AuthFailure.SignatureFailure": metrics.count("signature")
    // @AuthFailure.SignatureFailure sighting AuthFailure.SignatureFailure certain arm
    case "LimitExceeded": metrics.count("limit")
    default: break
    }
}
