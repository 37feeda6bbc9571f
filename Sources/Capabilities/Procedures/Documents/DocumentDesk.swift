import Civic
import Crypto
import Expressions
import Flows
import Foundation
import Ports
import Storage

/// Giving papers when a case is decided, and saying whether one is authentic.
public struct DocumentDesk: Sendable {
    let database: Database
    let store: DocumentStore
    let territory: Territory
    /// The language in which papers are written.
    let texts: Texts
    let clock: Clock
    /// Whether what it gives counts for nothing.
    let isDemonstration: Bool
    private let directory: Directory

    public init(
        _ database: Database, keyring: Keyring, territory: Territory, directory: Directory, texts: Texts, clock: Clock,
        isDemonstration: Bool
    ) {
        self.database = database
        store = DocumentStore(keyring: keyring)
        self.territory = territory
        self.directory = directory
        self.texts = texts
        self.clock = clock
        self.isDemonstration = isDemonstration
    }

    /// What the papers of a case will say; the person's name and number as they are now.
    func bodies(
        _ opened: RunDesk.Opened, _ reckoning: Reckoning, _ resolution: Resolution, named person: NamedPerson, from issuer: String
    ) -> [(Document, DocumentBody)] {
        let (service, values) = (
            opened.service, ValueTexts(texts: texts, territory: territory, parameters: opened.interpreter.parameters.words)
        )
        let record = DecisionRecord(service, reckoning)
        // Nothing is certified of what was not granted.
        let given = service.documents.filter { resolution.outcome == .granted || $0.kind == .resolution }
        return given.map { document in
            let known = { (name: String) in reckoning.known[name]?.value ?? opened.state.answers[name] }
            let said = document.body.filter { resolution.holds($0) && isWhole($0, known) }
            let body = said.map { values.filled($0.text, in: service, known) }
            return (
                document,
                DocumentBody(
                    issuer: issuer, title: document.title.es, lines: lines(of: opened, named: person),
                    paragraphs: document.kind == .resolution
                        ? paragraphs(resolution, record, opened, values, body: body) : body.map { .init(.text, $0) },
                    isAssumed: reckoning.isAssumed)
            )
        }
    }

    /// A sentence with a gap says nothing to anybody.
    private func isWhole(_ line: Document.Line, _ known: (String) -> Expressions.Value?) -> Bool {
        line.text.names.allSatisfy { name in
            switch known(name) {
            case nil, .null?: false
            default: true
            }
        }
    }

    /// Every institution that the catalogue has something of.
    func institutions() async throws -> [Directory.Entry] { try await directory.institutions() }

    /// What an institution is called; its key where the catalogue knows no name.
    func name(of institution: String) async throws -> String {
        try await directory.institution(institution) ?? institution
    }

    /// Who decides a case: the institution, of a local service with its comuna where that is known.
    func decider(of service: Service, at place: CommuneCode?) async throws -> String {
        if let local = service.local, let commune = place.flatMap({ territory.commune($0)?.name }) { return local.name(in: commune) }
        return try await name(of: service.decider)
    }

    /// The head of a paper: whose it is, of which day and case.
    func lines(of opened: RunDesk.Opened, named person: NamedPerson) -> [DocumentBody.Line] {
        var lines = [DocumentBody.Line(label: texts["procedures.paper.name"], value: person.name)]
        if let number = person.number { lines.append(.init(label: texts["procedures.paper.run"], value: number)) }
        lines.append(.init(label: texts["procedures.paper.day"], value: texts.long(clock.today)))
        lines.append(.init(label: texts["procedures.paper.case"], value: opened.run.code.description))
        return lines
    }

    /// Gives the papers of a case, in the act that decides it.
    func issue(_ bodies: [(Document, DocumentBody)], for run: ProcedureRun, _ transaction: Transaction) throws {
        guard !bodies.isEmpty else { return }
        let secret = try store.signer(transaction) {
            let key = Curve25519.Signing.PrivateKey()
            return (Data(key.rawRepresentation).base64EncodedString(), SealedPaper.text(key.publicKey.rawRepresentation))
        }
        guard let raw = Data(base64Encoded: secret) else { throw StorageFault(.secret, "the key of papers is none") }
        let key = try Curve25519.Signing.PrivateKey(rawRepresentation: raw)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        var generator = SystemRandomNumberGenerator()
        for (document, body) in bodies {
            let text = try encoder.encode(body)
            let digest = SHA256.hash(data: text).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
            let code = CheckedCode(using: &generator)
            let expires = document.days.map { clock.today.adding(days: $0) }
            let signed = IssuedDocument.signed(
                code, document.kind.rawValue, digest, issued: Instant(milliseconds: transaction.now), expires: expires)
            try store.insert(
                code,
                .init(
                    procedure: run.id, subject: run.subject, service: run.service, document: document.id, kind: document.kind.rawValue,
                    body: String(decoding: text, as: UTF8.self), digest: digest, expires: expires),
                signature: SealedPaper.text(try key.signature(for: Data(signed.utf8))), transaction)
        }
    }

    /// The paper of that code; nil when there is none. It says nothing of a person.
    func document(_ code: CheckedCode) async throws -> IssuedDocument? {
        let store = store
        return try await database.read { try store.document(code, $0) }
    }

    /// Whether another decision was signed later in the same case, and stands.
    func isFollowed(_ document: IssuedDocument) async throws -> Bool {
        let store = store
        return try await database.read { try store.isFollowed(document, $0) }
    }

    func publicKeys() async throws -> [String] {
        let store = store
        return try await database.read(store.publicKeys)
    }
}
