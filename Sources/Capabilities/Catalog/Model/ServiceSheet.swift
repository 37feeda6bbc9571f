import Civic

/// Ficha: what a person must know about one service, in the catalogue's words.
public struct ServiceSheet: Sendable, Hashable {
    public var number: SheetNumber
    public var slug: String
    public var title: String
    /// What people call it.
    public var alsoKnownAs: [String]
    /// The key of the institution that answers for it.
    public var institution: String
    public var kind: Kind
    public var status: Status
    public var confidence: Confidence
    /// When its facts were last gone through.
    public var checked: Day
    /// Slugs, the main topic first.
    public var topics: [String]
    public var lifeEvents: [String]
    public var summary: String
    public var audience: String
    /// One sentence in which a person finds out whether it is for them: 'Puede pedirla si…'.
    public var eligibility: String?
    /// What must be so.
    public var requirements: [String]
    /// What to bring or have at hand.
    public var documents: [String]
    public var steps: Steps
    /// Keys of the kinds of places where it is done in person.
    public var inPersonAt: [String]
    /// Where it is done or read online, always https.
    public var online: String?
    public var cost: Cost
    /// How long the answer takes.
    public var answer: StatedTerm?
    /// When it can be asked for, or when it is paid.
    public var period: StatedTerm?
    /// How long it is valid once one has it.
    public var validity: StatedTerm?
    /// How long there is to collect a payment before it is lost.
    public var collection: StatedTerm?
    public var amounts: [AmountEntry]
    public var legalBasis: [String]
    public var goodToKnow: String?
    /// What remains to be confirmed, and why.
    public var remark: String?
    public var sources: [Source]
    /// The number of the sheet to look at instead, of one that has ended or soon will.
    public var replacedBy: Int?
    /// What having to do with it tells of a person, and so who of the staff may know that they have.
    public var sensitivity = SensitivityName.ordinary

    public enum Kind: String, Sendable, Hashable, CaseIterable, Codable {
        case benefit, procedure, information
    }

    public enum Status: String, Sendable, Hashable, CaseIterable, Codable {
        case current
        /// Paid to those who have it, open to nobody else.
        case closed
        case ended
        /// Kept so that whoever looks for it finds out.
        case historical
        case beingReplaced = "being-replaced"
    }

    /// How the main facts were seen.
    public typealias Confidence = Civic.Confidence

    /// Whether there is something to do at the address online, and not only to read.
    public var isDoneOnline: Bool {
        online != nil && kind != .information && isOpen && !steps[.web].isEmpty
    }

    /// Whether it goes on: what has ended owes nobody an amount of today.
    public var isOpen: Bool { status != .ended && status != .historical }

    /// Where a sheet is found: `/fichas/102077-pension-garantizada-universal`.
    public var path: String { "/fichas/\(number.value)-\(slug)" }
}

/// The number that a person can say to the call centre, and that never changes.
public struct SheetNumber: Sendable, Hashable, Codable {
    public let value: Int
    /// Given by the national network; otherwise our own, from 900001 on.
    public let isPublic: Bool
    public let evidence: [Evidence]

    public init(value: Int, isPublic: Bool, evidence: [Evidence] = []) {
        self.value = value
        self.isPublic = isPublic
        self.evidence = evidence
    }

    /// How a public number was seen.
    public enum Evidence: String, Sendable, Hashable, CaseIterable, Codable {
        case link, transcription, page
        case portal2018 = "portal-2018"
    }

    /// Our own numbers stand clearly apart from public ones.
    public static let own = 900_001...999_999
}

/// What it costs to do it. A price that is not zero carries the day on which it was reported.
public struct Cost: Sendable, Hashable, Codable {
    public var price: Pesos?
    public var reported: Day?
    public var text: String

    public init(price: Pesos? = nil, reported: Day? = nil, text: String) {
        self.price = price
        self.reported = reported
        self.text = text
    }

    public var isFree: Bool { price?.amount == 0 }
}
