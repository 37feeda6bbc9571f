import Civic

/// Somebody who can sign in at the double: made up, with a RUN whose check digit is right.
public struct DemoPerson: Sendable, Hashable {
    public let run: RUN
    public let given: [String]
    public let surnames: [String]

    /// nil when the number is no RUN.
    init?(_ run: String, _ given: [String], _ surnames: [String]) {
        guard let run = RUN(run) else { return nil }
        self.run = run
        self.given = given
        self.surnames = surnames
    }
}
