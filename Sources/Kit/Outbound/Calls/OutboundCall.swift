import Foundation

/// A question to the system of another institution.
public struct OutboundCall: Sendable {
    public enum Method: String, Sendable {
        case get = "GET"
        case post = "POST"
    }

    public let method: Method
    public let address: WebAddress
    public let headers: [String: String]
    public let body: [UInt8]
    /// Whether asking twice does no more than asking once: only then is it asked again by itself.
    public let isRepeatable: Bool

    private init(_ method: Method, _ address: WebAddress, _ headers: [String: String], _ body: [UInt8], isRepeatable: Bool) {
        self.method = method
        self.address = address
        self.headers = ["Accept": "application/json"].merging(headers) { $1 }
        self.body = body
        self.isRepeatable = isRepeatable
    }

    public static func get(_ address: WebAddress, headers: [String: String] = [:]) -> OutboundCall {
        OutboundCall(.get, address, headers, [], isRepeatable: true)
    }

    /// A form, as browsers send it (WHATWG URL section 5.2).
    public static func form(
        _ address: WebAddress, _ fields: [(name: String, value: String)], headers: [String: String] = [:], isRepeatable: Bool
    ) -> OutboundCall {
        let text = fields.map { "\(escaped($0.name))=\(escaped($0.value))" }.joined(separator: "&")
        return OutboundCall(
            .post, address, headers.merging(["Content-Type": "application/x-www-form-urlencoded"]) { $1 }, Array(text.utf8),
            isRepeatable: isRepeatable)
    }

    /// A body of JSON.
    public static func json(_ address: WebAddress, _ body: [UInt8], headers: [String: String] = [:], isRepeatable: Bool) -> OutboundCall {
        OutboundCall(.post, address, headers.merging(["Content-Type": "application/json"]) { $1 }, body, isRepeatable: isRepeatable)
    }

    /// A text as it stands in a query or a form: all but the unreserved characters of RFC 3986 section 2.3 is escaped.
    public static func escaped(_ text: String) -> String { text.addingPercentEncoding(withAllowedCharacters: unreserved) ?? "" }

    private static let unreserved = CharacterSet(charactersIn: "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
}

/// What was answered.
public struct CallAnswer: Sendable {
    public let status: Int
    /// The media type in small letters, without its parameters; empty when none was said.
    public let type: String
    public let body: [UInt8]

    public init(status: Int, type: String, body: [UInt8]) {
        self.status = status
        self.type = String(type.prefix { $0 != ";" }.filter { !$0.isWhitespace }).lowercased()
        self.body = body
    }

    /// The body as a value. Throws `notJSON` for anything that does not say that it is JSON, or is not.
    public func json<Value: Decodable>(_ kind: Value.Type) throws(CallFailure) -> Value {
        guard type == "application/json" || type.hasSuffix("+json"), let value = try? JSONDecoder().decode(kind, from: Data(body)) else {
            throw .notJSON
        }
        return value
    }
}

/// Why there is no answer to work with.
public enum CallFailure: Error, Sendable, Equatable {
    /// It can't be reached, or it was not asked because it could not be reached a moment ago.
    case down
    /// No safe connection: its certificate is not good, or it speaks no TLS (RFC 8446).
    case untrusted
    /// It took longer than we wait.
    case slow
    /// It answered with a status that is no success (RFC 9110 section 15).
    case refused(Int)
    case notJSON
    case tooLarge
    /// The address is neither https nor on this machine.
    case unsafeAddress

    /// Whether it says that the other side is not well. What we asked wrongly says nothing of it.
    var isTheirs: Bool {
        switch self {
        case .down, .untrusted, .slow: true
        case .refused(let status): status >= 500
        case .notJSON, .tooLarge, .unsafeAddress: false
        }
    }
}
