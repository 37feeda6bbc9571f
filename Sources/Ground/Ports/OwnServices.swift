/// Which sheets can be done here, from beginning to end: whoever has the services fills it.
public struct OwnServices: Sendable {
    /// Announced each time that a service came or changed.
    public static let topic = "services"

    /// The path of the service of a sheet, without a language; nil when there is none.
    public let path: @Sendable (_ slug: String) async throws -> String?

    /// The paths of all of them, without a language.
    public let paths: @Sendable () async throws -> [String]

    public init(
        _ path: @escaping @Sendable (_ slug: String) async throws -> String?, paths: @escaping @Sendable () async throws -> [String]
    ) {
        self.path = path
        self.paths = paths
    }

    /// Of a house that has none.
    public static let none = OwnServices({ _ in nil }, paths: { [] })
}
