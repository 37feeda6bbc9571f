/// How a contact is spoken. Its number is the code of the record.
public enum Medium: Int, Sendable, Hashable, CaseIterable {
    case page = 1
    case touch = 2
    case voice = 3
    case chat = 4
    case desk = 5
    case api = 6
}

/// A row of one of the record's lists: a small number with a name, in force between two days. Lists are data; these constants name the
/// rows that come with the product.
public protocol RecordCode: Sendable, Hashable {
    var number: Int { get }
    init(_ number: Int)
}

/// Whether people did it by themselves or somebody attended them. Its number is the code of the record.
public enum Modality: Int, Sendable, Hashable, CaseIterable {
    case selfService = 1
    case assisted = 2
}

/// Who wrote a contact down, when it was not this house as it happened.
public struct Origin: RecordCode {
    public let number: Int
    public init(_ number: Int) { self.number = number }

    /// By another institution's system, contact by contact.
    public static let reported = Origin(1)
    /// From a file of what was before.
    public static let imported = Origin(2)
    /// Made up, for demonstrations and measurements.
    public static let synthetic = Origin(3)
}

/// Where a contact is counted.
public struct Channel: RecordCode {
    public let number: Int
    public init(_ number: Int) { self.number = number }

    public static let web = Channel(1)
    public static let kiosk = Channel(2)
    public static let voiceMenu = Channel(3)
    public static let callCentre = Channel(4)
    public static let branch = Channel(5)
    public static let video = Channel(6)
    public static let socialNetworks = Channel(7)
    public static let chat = Channel(8)
    public static let mobileOffice = Channel(9)
    public static let municipalPoint = Channel(10)
    public static let api = Channel(11)
}

/// What was done in a contact.
public struct Deed: RecordCode {
    public let number: Int
    public init(_ number: Int) { self.number = number }

    public static let visit = Deed(1)
    public static let information = Deed(2)
    public static let reception = Deed(3)
    public static let delivery = Deed(4)
    public static let referral = Deed(5)
    public static let transaction = Deed(6)
    public static let automaticTransfer = Deed(7)
    public static let correction = Deed(8)
    public static let application = Deed(9)
    public static let payment = Deed(10)
    public static let booking = Deed(11)
    public static let complaint = Deed(12)
}

/// How it ended.
public struct Outcome: RecordCode {
    public let number: Int
    public init(_ number: Int) { self.number = number }

    public static let resolved = Outcome(1)
    public static let referred = Outcome(2)
    public static let pending = Outcome(3)
    public static let abandoned = Outcome(4)
    public static let unknown = Outcome(5)
}

/// The dated lists of the record.
public enum CodeList: String, Sendable, CaseIterable {
    case medium, channel, modality, deed, outcome, origin
}

/// A row of a list.
public struct DatedCode: Sendable, Hashable {
    public let list: CodeList
    public let number: Int
    public let name: String
    public let from: Day
    public let to: Day?
}
