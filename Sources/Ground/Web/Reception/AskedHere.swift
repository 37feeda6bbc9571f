import HTTPTypes
import Hummingbird

extension Request {
    /// Whether our own page or the address bar asked for it: not another site's page, and not a browser that only guesses what is asked next
    /// (Fetch Metadata, `Sec-Purpose`). Older browsers say nothing, and are believed.
    public var isAskedHere: Bool {
        func value(_ name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }
        let site = value("Sec-Fetch-Site")
        return (site == nil || site == "same-origin" || site == "none") && value("Sec-Purpose") == nil
    }
}
