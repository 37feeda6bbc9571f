import Civic
import Ports

/// Everything that is held about a person, as it goes out. Docs/personal-copy.md tells what each name means; names never change, and no id of
/// ours is among them.
struct PersonalCopy: Encodable, Sendable {
    let format = "ventanilla-personal-copy/1"
    /// RFC 3339, UTC.
    let made: String
    let language: String
    let parts: [Part]

    struct Part: Encodable, Sendable {
        let name: String
        let title: String
        let items: [Item]
    }

    struct Item: Encodable, Sendable {
        let name: String
        let label: String
        let value: String
        let source: String
        /// The day since which it is held, in continental Chile.
        let since: String?
        let use: String?
    }

    private enum CodingKeys: CodingKey { case format, made, language, parts }
}

/// Where copies are made: at once, with one disclosure and so one line of the trace.
public struct CopyDesk: Sendable {
    private let disclosures: DisclosureDesk
    private let held: [HeldData]
    let clock: Clock

    /// `held` is what every room keeps.
    public init(_ disclosures: DisclosureDesk, held: [HeldData], clock: Clock) {
        self.disclosures = disclosures
        self.held = held
        self.clock = clock
    }

    func copy(of person: PersonID, by actor: Actor, _ texts: Texts) async throws -> PersonalCopy {
        let fields = held.reduce(into: Set<PersonalField>()) { $0.formUnion($1.fields) }
        let disclosure = try await disclosures.open(fields, of: [person], for: "trace.purpose.rightsCopy", by: actor)
        var parts: [PersonalCopy.Part] = []
        for each in held {
            let items = try await each.items(person, disclosure, texts).map { item in
                PersonalCopy.Item(
                    name: item.name, label: item.label, value: item.value, source: item.source, since: item.since.map { Day(of: $0).iso },
                    use: item.use)
            }
            parts.append(PersonalCopy.Part(name: each.name, title: texts[each.title], items: items))
        }
        return PersonalCopy(made: clock.now.rfc3339, language: texts.language, parts: parts)
    }
}

extension Instant {
    /// `2026-11-23T12:00:00Z` (RFC 3339 section 5.6).
    var rfc3339: String {
        let seconds = Int(milliseconds / 1000)
        let (day, rest) = (seconds / 86_400, seconds % 86_400)
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
        return "\(Day(number: day).iso)T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
    }
}
