import NIOCore

/// The bytes of one event. Source: WHATWG HTML section 9.2.5.
enum ServerSentEvent {
    /// An event with its id. Each line of the data is a line of its own.
    static func bytes(id: Int64, data: String) -> ByteBuffer {
        let lines = data.split(omittingEmptySubsequences: false) { $0.isNewline }.map { "data: \($0)\n" }.joined()
        return ByteBuffer(string: "id: \(id)\n\(lines)\n")
    }

    /// A comment: nothing for the page, a sign of life for the line.
    static let sign = ByteBuffer(string: ":\n\n")

    /// How long a browser waits before it comes back, in milliseconds.
    static let retry = ByteBuffer(string: "retry: 3000\n\n")
}
