//| An app's purchases: codes of StoreKit and of the system's errors, and sizes; nothing of the API.
import StoreKit

final class Store {
    func failed(_ error: NSError) {
        switch error.code {
        case 4097, 4099: reconnect()
        //   ^^^^ nothing
        case 4101: login()
        //   ^^^^ nothing
        default: log(error)
        }
    }

    func price(_ cents: Int) -> String {
        if cents == 4100 || cents == 5000 { return "sale" }
        //          ^^^^ nothing
        //                           ^^^^ nothing
        return cents > 6100 ? "dear" : "cheap"
        //             ^^^^ nothing
    }

    let identifiers: Set<Int> = [4000, 4100, 4300]
    //                           ^^^^ nothing
    //                                 ^^^^ nothing
}
