import Civic
import Foundation

/// A contact as an institution's system tells it: names of the record's lists instead of numbers.
public struct ReportedContact: Codable, Sendable, Hashable {
    /// What the institution calls it: it is recorded once.
    var id: String
    /// When it began (RFC 3339).
    var at: String
    var medium: String
    var channel: String
    /// `selfService` or `assisted`; as the medium has it when it is not said.
    var modality: String?
    /// The number of the point of service.
    var point: Int64?
    /// The number of the sheet.
    var product: Int64?
    /// What was done: a name of the list of deeds.
    var act: String
    var outcome: String?
    /// Whole seconds.
    var wait: Int?
    /// Whole seconds.
    var duration: Int?
    /// Whom it concerned, when that is known.
    var person: Whom?
    /// The number of the case in this record.
    var `case`: Int64?
    /// The institution's name of an earlier contact about the same matter.
    var continues: String?
    /// The institution's name of the contact that it was transferred from.
    var transferOf: String?

    struct Whom: Codable, Sendable, Hashable {
        var run: String
        /// `declared`, `phone` or `verified`.
        var assurance: String
    }
}

/// Why a contact is not taken.
public enum ContactProblem: String, Sendable, Hashable, CaseIterable {
    case name, at, future, past, medium, channel, modality, point, closedPoint, product, act, outcome, wait, duration, person, assurance,
        continues,
        transferOf, shape, tooLong

    /// What programs and people at the server read.
    public var sentence: String {
        switch self {
        case .name: "id: 1 to 64 letters, digits and . _ : - are needed"
        case .at: "at: no moment like 2026-11-23T09:30:00-03:00"
        case .future: "at: lies in the future"
        case .past: "at: lies before 1990"
        case .medium: "medium: not in the list of that day"
        case .channel: "channel: not in the list of that day"
        case .modality: "modality: neither selfService nor assisted"
        case .point: "point: no such point of service"
        case .closedPoint: "point: was closed on that day"
        case .product: "product: no such sheet"
        case .act: "act: not in the list of that day"
        case .outcome: "outcome: not in the list of that day"
        case .wait: "wait: no whole seconds from 0 to 86400"
        case .duration: "duration: no whole seconds from 0 to 86400"
        case .person: "person.run: its check digit is wrong"
        case .assurance: "person.assurance: none of declared, phone, verified"
        case .continues: "continues: you have reported no such contact"
        case .transferOf: "transferOf: you have reported no such contact"
        case .shape: "a field is missing, too many or of another kind"
        case .tooLong: "the line is longer than 16384 bytes"
        }
    }
}
