//| Numbers of a media server that are no codes: ports, timeouts, close codes, bitrates.
import Foundation

let port: UInt16 = 4100
//                 ^^^^ nothing
let heartbeat: TimeInterval = 5000
//                            ^^^^ nothing

final class Socket: NSObject, URLSessionWebSocketDelegate {
    func start() throws {
        try server.bind(host: "0.0.0.0", port: 4300)
        //                                     ^^^^ nothing
        DispatchQueue.main.asyncAfter(deadline: .now() + .milliseconds(4400)) { self.ping() }
        //                                                             ^^^^ nothing
        client.timeoutInterval = 4600
        //                       ^^^^ nothing
    }

    func quality(_ bitrate: Int) -> String {
        switch bitrate {
        case 6000...: return "high"
        //   ^^^^ nothing
        case 4000..<6000: return "middle"
        //   ^^^^ nothing
        default: return "low"
        }
    }

    func urlSession(_ session: URLSession, webSocketTask: URLSessionWebSocketTask, didCloseWith closeCode: Int, reason: Data?) {
        switch closeCode {
        case 4000, 4004: reconnect()
        //   ^^^^ nothing
        case 4100: login()
        //   ^^^^ nothing
        default: break
        }
    }

    func finished(_ response: HTTPURLResponse) {
        if response.statusCode == 4000 { retry() }
        //                        ^^^^ nothing
    }
}
