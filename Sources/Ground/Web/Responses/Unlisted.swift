import HTTPTypes
import Hummingbird

extension Response {
    /// The same answer, which search engines are asked to leave out of their lists (the field X-Robots-Tag, as they read it).
    public var unlisted: Response {
        var copy = self
        if let field = HTTPField.Name("X-Robots-Tag") { copy.headers[field] = "noindex, nofollow" }
        return copy
    }
}
