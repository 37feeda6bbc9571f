import Civic
import HTTPTypes
import Hummingbird
import NIOCore
import Synchronization

/// Reads the bodies of forms, within what one request and all together may take of the memory.
public final class SubmissionReader: Sendable {
    private let inHand = Mutex(0)
    private let capacity: Int

    /// `capacity` is how many bytes of bodies are read at once; who comes beyond that is asked to try again in a moment.
    public init(capacity: Int = 268_435_456) {
        self.capacity = capacity
    }

    /// What was sent. `most` is the largest body in bytes. Throws `badRequest` when it is no form, `tooLarge` when it is more than that,
    /// `unavailable` when too much is being read.
    func submission(_ request: Request, most: Int) async throws -> Submission {
        let share = min(most, request.headers[.contentLength].flatMap { Int($0) } ?? most)
        guard share >= 0, take(share) else { throw Failure.unavailable }
        defer { giveBack(share) }
        var request = request
        let body = try await request.collectBody(upTo: most)
        return try Self.submission(Array(body.readableBytesView), type: request.headers[.contentType] ?? "")
    }

    static func submission(_ body: [UInt8], type: String) throws(Failure) -> Submission {
        if let boundary = Multipart.boundary(of: type) {
            guard let parts = Multipart.parts(body, boundary: boundary) else { throw .badRequest }
            return try submission(parts)
        }
        guard type.split(separator: ";").first?.trimmed.lowercased() == "application/x-www-form-urlencoded",
            let pairs = FormURLEncoded.pairs(body)
        else { throw .badRequest }
        return Submission(pairs)
    }

    private static func submission(_ parts: [Multipart.Part]) throws(Failure) -> Submission {
        var values: [(name: String, value: String)] = []
        var uploads: [(name: String, upload: Upload)] = []
        for part in parts {
            if let fileName = part.fileName {
                // A control for files that was left empty sends an empty part without a name.
                if fileName.isEmpty, part.content.isEmpty { continue }
                uploads.append((part.name, Upload(fileName: fileName, bytes: Array(part.content))))
            } else {
                guard let text = String(validating: part.content, as: UTF8.self) else { throw .badRequest }
                values.append((part.name, text))
            }
        }
        return Submission(values, uploads: uploads)
    }

    private func take(_ share: Int) -> Bool {
        inHand.withLock { inHand in
            guard inHand + share <= capacity else { return false }
            inHand += share
            return true
        }
    }

    private func giveBack(_ share: Int) {
        inHand.withLock { $0 -= share }
    }
}
