import HTTPTypes
import Hummingbird

extension Response {
    /// The same answer, with which a browser throws away the pages that it kept of this site: somebody signed out, perhaps at a machine
    /// that others use (the field Clear-Site-Data, W3C).
    public var forgetting: Response {
        var copy = self
        if let field = HTTPField.Name("Clear-Site-Data") { copy.headers[field] = "\"cache\"" }
        return copy
    }
}
