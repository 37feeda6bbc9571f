/// What institutions and points of service are called: the catalogue fills it, whoever names them by key or number holds it.
public struct Directory: Sendable {
    /// Every institution that the catalogue has something of, by its key, in alphabetical order.
    public let institutions: @Sendable () async throws -> [Entry]
    /// The name of an institution by its key; nil when there is none of that key.
    public let institution: @Sendable (String) async throws -> String?
    /// The name of a point of service; nil when there is no such number.
    public let point: @Sendable (Int64) async throws -> String?

    public init(
        institutions: @escaping @Sendable () async throws -> [Entry], institution: @escaping @Sendable (String) async throws -> String?,
        point: @escaping @Sendable (Int64) async throws -> String?
    ) {
        self.institutions = institutions
        self.institution = institution
        self.point = point
    }

    /// A key and the name that goes with it.
    public struct Entry: Sendable, Hashable {
        public let key: String
        public let name: String

        public init(key: String, name: String) {
            self.key = key
            self.name = name
        }
    }
}
