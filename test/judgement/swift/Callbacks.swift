//| Callbacks of before async: a service of API 2.0 with completion handlers and results.
import Foundation

/// Networks over the QcloudApi.
final class VpcService {
    typealias Completion = (Result<[String: Any], Error>) -> Void

    func create(_ name: String, completion: @escaping Completion) {
        session.dataTask(with: request("CreateVpc", name)) { data, response, error in
            guard let data = data, let reply = try? JSONDecoder().decode(Reply.self, from: data) else {
                completion(.failure(error ?? VpcError.empty))
                return
            }
            switch reply.code {
            //     ^^^^^^^^^^ outcome fallback 4100,5300
            case 0:
                completion(.success(reply.data))
            case 4100:
                self.login()
            case 5300:
                self.topUp()
            default:
                completion(.failure(VpcError.api(reply.code, reply.message)))
            }
        }.resume()
    }

    func remove(_ id: String, completion: @escaping Completion) {
        call("DeleteVpc", id) { reply in
            guard reply.code == 0 else {
            //    ^^^^^^^^^^ outcome fallback 5000
                if reply.code == 5000 {
                    completion(.success([:]))
                    return
                }
                return completion(.failure(VpcError.api(reply.code, reply.message)))
            }
            completion(.success(reply.data))
        }
    }

    func rename(_ id: String, to name: String) {
        call("ModifyVpc", id, name) { reply in
            if [4100, 4300].contains(reply.code) {
            //                       ^^^^^^^^^^ outcome too-little 4100,4300
            //  ^^^^ sighting 4100 certain membership
                self.login()
            }
            self.refresh()
        }
    }

    func state(of reply: Reply) -> VpcState {
        guard reply.code == 0 else { return .unknown }
        return VpcState(reply.data)
    }
}
