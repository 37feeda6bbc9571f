/// What leads out of the house: the online address of each sheet. The catalogue fills it; whoever hands people over holds it.
public struct OutsideLinks: Sendable {
    /// The topics of announcement after which it must be asked again.
    public let topics: [String]
    /// All of them, by the number of the sheet.
    public let all: @Sendable () async throws -> [Link]
    /// That of one sheet; nil when there is no such sheet, or it has no address.
    public let link: @Sendable (_ sheet: Int) async throws -> Link?

    public init(
        topics: [String], all: @escaping @Sendable () async throws -> [Link], link: @escaping @Sendable (Int) async throws -> Link?
    ) {
        self.topics = topics
        self.all = all
        self.link = link
    }

    /// A sheet's way to the site of another institution, in the language of the catalogue.
    public struct Link: Sendable, Hashable {
        /// The sheet: its number, its title, and its path in this house.
        public let sheet: Int
        public let title: String
        public let path: String
        /// Always https.
        public let address: String
        /// The key and the name of whoever answers for it.
        public let institution: String
        public let institutionName: String
        /// Whether something is done there, and not only read.
        public let isDoneThere: Bool
        /// What to have at hand: the sheet's requirements.
        public let atHand: [String]
        /// Whether the sheet says how it is done in another way too.
        public let hasOtherWays: Bool

        public init(
            sheet: Int, title: String, path: String, address: String, institution: String, institutionName: String, isDoneThere: Bool,
            atHand: [String], hasOtherWays: Bool
        ) {
            self.sheet = sheet
            self.title = title
            self.path = path
            self.address = address
            self.institution = institution
            self.institutionName = institutionName
            self.isDoneThere = isDoneThere
            self.atHand = atHand
            self.hasOtherWays = hasOtherWays
        }
    }
}
