import Civic

/// To whom work can be handed over. The house fills it from what its rooms know; referrals hold it.
public struct Addressees: Sendable {
    /// Institutions of which somebody can sign in here.
    public let institutions: @Sendable () async throws -> [Directory.Entry]
    /// Who of the staff has a place open now, with their name.
    public let agents: @Sendable () async throws -> [Agent]

    public struct Agent: Sendable, Hashable {
        public let staff: Int64
        public let name: String
        /// nil for those who attend from afar.
        public let point: Int64?

        public init(staff: Int64, name: String, point: Int64?) {
            self.staff = staff
            self.name = name
            self.point = point
        }
    }

    public init(
        institutions: @escaping @Sendable () async throws -> [Directory.Entry], agents: @escaping @Sendable () async throws -> [Agent]
    ) {
        self.institutions = institutions
        self.agents = agents
    }
}
