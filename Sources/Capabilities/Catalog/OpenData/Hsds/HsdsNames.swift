import Civic

/// The identifiers of the Human Services Data Specification: UUIDs that follow from what a thing is, so that they are the same in every
/// installation and after every load.
enum HsdsNames {
    static func service(_ number: Int) -> String { named("service", "\(number)") }
    static func organization(_ key: String) -> String { named("organization", key) }
    static func location(_ point: Int) -> String { named("location", "\(point)") }
    static func serviceAtLocation(_ number: Int, _ point: Int) -> String { named("service_at_location", "\(number)/\(point)") }
    /// A part of a thing that has no name of its own: its third schedule.
    static func part(_ kind: String, of owner: String, _ index: Int = 0) -> String { named(kind, "\(owner)/\(index)") }

    private static let space = "https://ventanilla/hsds/"

    private static func named(_ kind: String, _ name: String) -> String {
        NamedIdentifier(space + kind + "/" + name, in: .addresses).description
    }
}
