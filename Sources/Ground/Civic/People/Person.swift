/// A person as the database holds them: closed. What is in clear says how to treat them, not who they are.
public struct Person: Sendable {
    public let id: PersonID
    /// nil when nobody knows it, or it was erased.
    public let name: Personal?
    public let birth: Personal?
    public let needs: Personal?
    /// Their language (BCP 47), when they said one.
    public let language: String?
    /// The channel by which they want to be reached: a code of the record.
    public let channel: Int?
    /// Address, comuna, points and times are hidden from household, representatives and agents.
    public let isProtected: Bool
    public let isErased: Bool
    public let identifiers: [KeptIdentifier]
    public let contacts: [KeptContact]
}

/// A number of a person with where it comes from.
public struct KeptIdentifier: Sendable {
    public let id: Int64
    public let kind: Identifier.Kind
    public let issuer: String
    public let number: Personal
    public let standing: Standing
    /// What was seen: a register's answer, a document.
    public let evidence: String?
    public let from: Day?
    public let to: Day?

    /// How far a number can be relied on.
    public enum Standing: String, Sendable, Hashable, CaseIterable {
        /// A register or a document showed it.
        case verified
        /// It was said, and its form is right.
        case declared
        /// It was typed and its form is wrong.
        case typed
    }
}

/// A way to reach a person, with its dates.
public struct KeptContact: Sendable {
    public let id: Int64
    public let kind: Contact.Kind
    public let plain: Personal
    public let isShared: Bool
    public let isSafe: Bool
    public let isPreferred: Bool
    public let since: Instant
    /// When a code that was sent there came back; nil when none did.
    public let verified: Instant?
}

/// What must be asked once and honoured at all doors.
public enum Need: String, Sendable, Hashable, Codable, CaseIterable {
    case signLanguage, easyReading, interpreter, interculturalFacilitator, homeVisit, wheelchair, largePrint, companion
}

/// What is known of a person when they are registered. Nothing is required: nobody is refused for lack of a number or a name.
public struct Registration: Sendable {
    public var name: PersonName?
    public var birth: Day?
    public var needs: Set<Need>
    public var language: String?
    public var channel: Int?
    public var isProtected: Bool

    public init(
        name: PersonName? = nil, birth: Day? = nil, needs: Set<Need> = [], language: String? = nil, channel: Int? = nil,
        isProtected: Bool = false
    ) {
        self.name = name
        self.birth = birth
        self.needs = needs
        self.language = language
        self.channel = channel
        self.isProtected = isProtected
    }
}
