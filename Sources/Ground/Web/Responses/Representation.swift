import Crypto
import HTTPTypes
import Hummingbird
import NIOCore

/// A body that is sent many times: its bytes in each encoding, made once, with a strong validator for each (RFC 9110 section 8.8.3).
public struct Representation: Sendable {
    private struct Form: Sendable {
        let body: ByteBuffer
        let fields: HTTPFields
        let tag: String
    }

    public let status: HTTPResponse.Status
    private let forms: [Encoding: Form]

    /// `effort` from 1 to 10 is how hard to compress; 10 is for a file that is compressed as the program starts and sent for a
    /// year. A body that compression does not make smaller stays as it is. `isOpen` when pages of other sites may use it (WHATWG Fetch, CORS).
    /// `extra` is a field that goes with it in every form.
    public init(
        _ bytes: [UInt8], type: String, status: HTTPResponse.Status = .ok, cacheControl: String, isOpen: Bool = false,
        extra: HTTPField? = nil, effort: Int32 = 9
    ) {
        let digest = SHA256.hash(data: bytes).prefix(12).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        var forms: [Encoding: Form] = [:]
        for encoding in Encoding.allCases {
            guard let encoded = encoding.encode(bytes, effort: effort), encoding == .identity || encoded.count < bytes.count else {
                continue
            }
            let tag = encoding == .identity ? "\"\(digest)\"" : "\"\(digest)-\(encoding.rawValue)\""
            var fields: HTTPFields = [.contentType: type, .eTag: tag, .vary: "Accept-Encoding", .cacheControl: cacheControl]
            if let extra { fields.append(extra) }
            if isOpen { fields[.accessControlAllowOrigin] = "*" }
            if encoding != .identity { fields[.contentEncoding] = encoding.rawValue }
            forms[encoding] = Form(body: ByteBuffer(bytes: encoded), fields: fields, tag: tag)
        }
        self.status = status
        self.forms = forms
    }

    /// The answer to this request: the body in the best encoding that the client accepts, or 304 when the client holds it already.
    public func response(to request: Request) -> Response {
        let wanted = Encoding.best(for: request.headers[.acceptEncoding]) ?? .identity
        guard let form = forms[wanted] ?? forms[.identity] else { return Response(status: status) }
        if status == .ok, let held = request.headers[.ifNoneMatch], Self.matches(held, form.tag) {
            var fields = form.fields
            fields[.contentType] = nil
            fields[.contentEncoding] = nil
            return Response(status: .notModified, headers: fields)
        }
        return Response(status: status, headers: form.fields, body: ResponseBody(byteBuffer: form.body))
    }

    /// How many bytes the body has in an encoding; nil when it does not exist in it.
    public func size(_ encoding: Encoding) -> Int? { forms[encoding]?.body.readableBytes }

    /// RFC 9110 section 13.1.2: a list of validators compared weakly, or `*`.
    private static func matches(_ held: String, _ tag: String) -> Bool {
        if held == tag { return true }
        return held.split(separator: ",").contains { item in
            let one = item.trimmed
            return one == "*" || (one.hasPrefix("W/") ? one.dropFirst(2) : one) == tag[...]
        }
    }
}
