//| What an app does by code: closures in a dictionary, texts for people, codes by module.
import Foundation

/// Handles the replies of the QcloudApi.
final class Handlers {
    private lazy var handlers: [Int: (Reply) -> Void] = [
    //               ^^^^^^^^ outcome definition 4100,4300
        4100: { [weak self] _ in self?.login() },
        // @4100 sighting 4100 certain key
        4300: { [weak self] reply in self?.denied(reply) },
    ]

    private let texts = [
    //          ^^^^^ outcome definition
        4100: "Your key was refused.",
        5300: "Your account has no money.",
    ]

    func handle(_ reply: Reply) {
        if let handler = handlers[reply.code] {
        //                        ^^^^^^^^^^ outcome fallback 4100,4300
            handler(reply)
        } else {
            fatalError("unknown code \(reply.code)")
        }
    }

    func text(for reply: Reply) -> String {
        texts[reply.code] ?? reply.message
    }

    func retries(_ reply: Reply) async throws -> Reply {
        var reply = reply
        var attempt = 0
        while reply.code == 4400 && attempt < 3 {
            attempt += 1
            try await Task.sleep(nanoseconds: 1_000_000_000)
            reply = try await client.send(reply.request)
        }
        if reply.code != 0 {
            throw HandlerError.api(reply.code)
        }
        return reply
    }

    func size() -> CGSize {
        CGSize(width: 4000, height: 4300)
        //            ^^^^ nothing
        //                          ^^^^ nothing
    }

    func row(_ index: Int) -> Bool {
        index == 5000 || rows.count > 4100
        //       ^^^^ nothing
        //                            ^^^^ nothing
    }
}
