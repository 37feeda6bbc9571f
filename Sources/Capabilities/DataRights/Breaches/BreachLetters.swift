import Civic
import Ports
import Storage

/// Letters to everybody whose data was reached. Names are opened here and nowhere before, each with its trace; whoever uses Mi Ventanilla is
/// told there too.
public struct BreachLetters: Sendable {
    private let database: Database
    private let disclosures: DisclosureDesk
    private let people: PeopleDesk
    private let board: NoticeBoard
    private let words: TraceWords
    private let operatorName: String?
    private let store = BreachStore()

    public init(
        _ database: Database, keyring: Keyring, board: NoticeBoard, words: TraceWords, operatorName: String?
    ) {
        self.database = database
        disclosures = DisclosureDesk(database, keyring: keyring)
        people = PeopleDesk(keyring: keyring)
        self.board = board
        self.words = words
        self.operatorName = operatorName
    }

    /// The command that writes them, as the audit knows it.
    public static let actor = Actor(
        .system(21_720), assurance: .verified, roles: [Role("breach", [.readPersons])],
        scope: Scope(points: .all, institutions: .all, sensitivities: Set(Sensitivity.allCases)))

    /// Drafts for the Agency and the CSIRT: no name is opened for them.
    public func drafts(of breach: Breach, _ texts: Texts) async throws -> [(file: String, text: String)] {
        try await papers(breach).drafts(texts)
    }

    /// One letter for each person that is still known, by the number of its place. `write` is called as they come.
    public func letters(
        of breach: Breach, _ languages: Languages, write: (_ number: Int, _ text: String) throws -> Void
    ) async throws -> Int {
        let papers = try await papers(breach)
        let reach = try await database.read { try store.reach(of: breach.id, $0) }
        var number = 0
        for start in stride(from: 0, to: reach.count, by: Self.batch) {
            let part = Array(reach[start..<min(start + Self.batch, reach.count)])
            let known = try await database.read { snapshot in
                try part.compactMap { each in
                    try people.person(each.person, snapshot).flatMap { $0.isErased ? nil : (person: $0, fields: each.fields) }
                }
            }
            if known.isEmpty { continue }
            let disclosure = try await disclosures.open(
                [.name], of: Set(known.map(\.person.id)), for: "trace.purpose.breachLetter", by: Self.actor)
            for (person, fields) in known {
                number += 1
                let texts = languages.all.first { $0.language == person.language } ?? languages.all[0]
                try write(number, papers.letter(to: try OpenedName.name(person, disclosure)?.shown, fields, texts))
            }
            try await database.write { transaction in
                for (person, _) in known {
                    try board.tell(
                        .init("breaches.notice", ["code": breach.code.description], path: "/mi/quien-vio"), person.id, transaction)
                }
            }
        }
        try await database.write { try store.lettersMade(of: breach.id, $0) }
        return number
    }

    private func papers(_ breach: Breach) async throws -> BreachPapers {
        BreachPapers(
            breach: breach, fields: try await database.read { try store.fields(of: breach.id, $0) }, words: words,
            operatorName: operatorName)
    }

    private static let batch = 100
}
