//| A view controller: tags of views, results of the API 3.0 SDK, and waits.
import UIKit
import TencentCloudSDK

final class InstanceViewController: UIViewController {
    func tapped(_ sender: UIView) {
        switch sender.tag {
        case 4100: openPhoto()
        // @4100 nothing
        case 4300: openVideo()
        // @4300 nothing
        default: break
        }
    }

    func load(_ id: String) async {
        do {
            let instance = try await client.describeInstances(id)
            show(instance)
        } catch let error as TencentCloudSDKError {
            switch error.code {
            //     ^^^^^^^^^^ outcome fallback
            case "ResourceNotFound":
            //    ^^^^^^^^^^^^^^^^ sighting ResourceNotFound certain arm
                show(nil)
            case "AuthFailure.SignatureExpire":
                await login()
            default:
                logger.error("no instance: \(error.code)")
            }
        } catch {
            present(error)
        }
    }

    func lost(_ error: TencentCloudSDKError) {
        switch error.code {
        //     ^^^^^^^^^^ outcome reported
        //     ^^^^^^^^^^ finding unhandled-fatal-code *
        case "ResourceInsufficient": later()
        case "ResourceInUse": skip()
        default: break
        }
    }

    func isGone(_ error: TencentCloudSDKError) -> Bool {
        return error.code == "ResourceNotFound" || error.code == "ResourceUnavailable"
        //     ^^^^^^^^^^ outcome predicate
    }

    func poll() async throws {
        while true {
            try await Task.sleep(nanoseconds: 5000 * NSEC_PER_MSEC)
            //                                ^^^^ nothing
            if view.bounds.width > 4000 { zoom() }
            //                     ^^^^ nothing
        }
    }
}
