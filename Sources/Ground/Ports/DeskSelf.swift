import Civic

/// Who somebody of the staff is, for the first screen of their own day. Identity fills it; the desk holds it.
public struct DeskSelf: Sendable {
    /// nil when there is no such account.
    public let of: @Sendable (_ staff: Int64) async throws -> Reading?

    public init(of: @escaping @Sendable (_ staff: Int64) async throws -> Reading?) {
        self.of = of
    }

    /// Their name, their post, their institution and the place where they attend, if at one.
    public struct Reading: Sendable, Hashable {
        public let name: String
        public let post: String
        public let institution: String
        public let point: String?
        /// The comuna of that place.
        public let commune: CommuneCode?

        /// As a paper names them, and the page of what they decided.
        public var signature: String { [name, post, institution].joined(separator: ", ") }

        public init(name: String, post: String, institution: String, point: String?, commune: CommuneCode? = nil) {
            self.name = name
            self.post = post
            self.institution = institution
            self.point = point
            self.commune = commune
        }
    }
}
