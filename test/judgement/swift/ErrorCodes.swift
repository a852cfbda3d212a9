//| An enum of the codes of API 2.0, in one file and used in another.
//= file: Sources/Api/ApiCode.swift
/// What the QcloudApi answers.
enum ApiCode: Int {
    case authFailure = 4100
    //                 ^^^^ sighting 4100 certain member
    case accessDenied = 4300
    case requestLimit = 4400
    case notFound = 5000
}
//= file: Sources/Api/Client.swift
/// Talks to the QcloudApi.
struct Client {
    func get(_ reply: Reply) throws -> String? {
        if reply.code == ApiCode.authFailure.rawValue {
        // ^^^^^^^^^^ outcome fallback 4100,5000
        //               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^ sighting 4100 certain comparison
            return try login.again()
        }
        if reply.code == ApiCode.notFound.rawValue { return nil }
        guard reply.code == 0 else { throw ClientError.api(reply.code) }
        return reply.data
    }
}
