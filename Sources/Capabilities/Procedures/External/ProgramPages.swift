import Civic
import Foundation
import HTTPTypes
import Hummingbird
import Web

/// What a program is told of something that it sent.
struct Told: Encodable {
    private let result: String
    private let reasons: [String]?

    static func recorded() throws -> Response { try .json(Told(result: "recorded", reasons: nil), status: .created) }
    static func repeated() throws -> Response { try .json(Told(result: "repeated", reasons: nil)) }
    static func refused(_ reasons: [String], status: HTTPResponse.Status = .unprocessableContent) throws -> Response {
        try .json(Told(result: "refused", reasons: reasons), status: status)
    }
}

extension Decodable {
    /// What a program sent, with these fields and no other; nil when it is none.
    static func sent(_ request: Request, fields: Set<String>) async throws -> Self? {
        var request = request
        let body = Data(try await request.collectBody(upTo: 65_536).readableBytesView)
        guard let whole = try? JSONSerialization.jsonObject(with: body) as? [String: Any], Set(whole.keys).isSubset(of: fields) else {
            return nil
        }
        return try? JSONDecoder().decode(Self.self, from: body)
    }
}

extension WebContext {
    /// Whose it is, and what its institution calls it.
    func named() throws -> (institution: String, number: String) {
        let (institution, number) = (try parameters.require("institution"), try parameters.require("number"))
        guard (1...64).contains(number.count) else { throw Failure.badRequest }
        return (institution, number)
    }
}
