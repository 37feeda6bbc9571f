import Civic
import Web

/// What somebody said of themselves when they were registered. Nothing is required.
public struct NewPerson: Sendable {
    public let name: PersonName?
    public let number: Identifier?
    public let phone: Contact?

    public init(name: PersonName? = nil, number: Identifier? = nil, phone: Contact? = nil) {
        self.name = name
        self.number = number
        self.phone = phone
    }

    init(_ answers: Answers) throws {
        let parts = (try answers[LookupForms.given], try answers[LookupForms.first], try answers[LookupForms.second])
        // Somebody of one name, or who gave a surname alone, is somebody all the same.
        let names = [parts.0, parts.1, parts.2].compactMap(\.self)
        name = names.first.flatMap { given in
            PersonName(
                given: given, first: names.count > 1 ? names[1] : nil, second: names.count > 2 ? names[2] : nil,
                social: (try? answers[LookupForms.social]) ?? nil)
        }
        number = try answers[LookupForms.saidNumber].flatMap {
            LookupForms.identifier($0, try answers[LookupForms.kind], try answers[LookupForms.country])
        }
        phone = try answers[LookupForms.phone]
    }
}
