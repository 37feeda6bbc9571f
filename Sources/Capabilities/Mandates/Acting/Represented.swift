import Civic

/// What somebody who acts for another sees of them.
struct Represented: Sendable {
    let name: String
    let run: String?
    let birth: Day?
    let needs: [String]

    init(_ person: Person, _ disclosure: Disclosure) throws {
        name = try MandateDesk.name(person, disclosure) ?? ""
        run = try MandateDesk.run(person, disclosure)?.formatted
        birth = try person.birth.flatMap { Day(iso: try disclosure.open($0)) }
        needs = try person.needs.map { try disclosure.open($0).split(separator: " ").map(String.init) } ?? []
    }
}
