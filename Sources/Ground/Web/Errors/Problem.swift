import Civic
import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// A failure as programs read it. Source: RFC 9457 (Problem Details for HTTP APIs).
struct Problem: Encodable {
    /// Names the kind of failure, the same in every language.
    let type: String
    let title: String
    let status: Int
    let detail: String
    /// The number of the request, as in the log.
    let instance: String?

    init(_ failure: Failure, texts: Texts, requestID: String) {
        type = "urn:ventanilla:problem:" + failure.name
        title = texts[failure.title]
        status = failure.status.code
        detail = texts[failure.advice]
        instance = requestID.isEmpty ? nil : "urn:ventanilla:request:" + requestID
    }

    var response: Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Texts and numbers always encode.
        let body = (try? encoder.encode(self)).map { [UInt8]($0) } ?? Array("{}".utf8)
        return Response(
            status: HTTPResponse.Status(code: status),
            headers: [.contentType: "application/problem+json", .cacheControl: "no-store", .vary: "Accept"],
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body)))
    }

    /// Whether the client is a program: it asks an address of the API, or names JSON and does not name HTML (RFC 9110 section 12.5.1).
    static func isWanted(by request: Request) -> Bool {
        let path = request.uri.path
        if path == "/api" || path.hasPrefix("/api/") { return true }
        return request.asksForJSON
    }
}

extension Failure {
    /// The kind of the failure without its `error.` and its `.title`: `notFound`.
    var name: String {
        let parts = title.description.split(separator: ".")
        return parts.count > 2 ? parts.dropFirst().dropLast().joined(separator: ".") : title.description
    }
}
