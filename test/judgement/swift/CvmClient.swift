//| A client of API 2.0 that turns replies into errors of its own.
import Foundation

/// Calls https://cvm.api.qcloud.com/v2/index.php.
final class CvmClient {
    private let transport: Transport
    private let timeout = 5000
    //                    ^^^^ nothing

    init(transport: Transport) {
        self.transport = transport
        transport.listen(port: 4100)
        //                     ^^^^ nothing
    }

    func describe(_ id: String) async throws -> [String: Any]? {
        let reply = try await transport.get("DescribeInstances", ["instanceId": id])
        switch reply.code {
        //     ^^^^^^^^^^ outcome fallback 4100,4300,5000
        case 0:
            return reply.data
        case 4100:
        // @4100 sighting 4100 certain arm
            throw CvmError.signature(reply.message)
        case 4300:
            throw CvmError.denied(id)
        case 5000:
            return nil
        default:
            throw CvmError.api(code: reply.code, message: reply.message)
        }
    }

    func delete(_ id: String) async throws -> Bool {
        let reply = try await transport.get("TerminateInstances", ["instanceId": id])
        if reply.code == 4100 {
        // ^^^^^^^^^^ outcome reported 4100,5000
        // ^^^^^^^^^^ finding unhandled-fatal-code 4000,4300,4600,5200,5300,5500,6100
        //               ^^^^ sighting 4100 certain comparison
            transport.signAnew()
        } else if reply.code == 5000 {
            transport.forget(id)
        }
        return true
    }

    func isGone(_ reply: Reply) -> Bool {
        reply.code == 5000 || reply.code == 4300
    //  ^^^^^^^^^^ outcome predicate 4300,5000
    }

    private func backOff(_ attempt: Int) -> Int {
        min(4000, 500 << attempt)
        //  ^^^^ nothing
    }
}
