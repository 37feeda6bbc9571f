import Hummingbird
import NIOCore

extension Request {
    /// The whole body as text, for what a program sends. Bytes that are not UTF-8 become U+FFFD. Throws `tooLarge` beyond `most` bytes.
    public func text(most: Int) async throws -> String {
        var copy = self
        return String(buffer: try await copy.collectBody(upTo: most))
    }
}
