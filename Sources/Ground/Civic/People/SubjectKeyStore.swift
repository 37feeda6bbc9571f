@_spi(Disclosure) import Storage

/// The keys of persons, each sealed under the installation's key.
public struct SubjectKeyStore: Sendable {
    let keyring: Keyring

    public init(keyring: Keyring) {
        self.keyring = keyring
    }

    /// The person's key; the first time, a new one. Throws `NoLongerKnown` when the person was erased.
    public func key(of person: PersonID, _ transaction: Transaction) throws -> SubjectKey {
        if let key = try existing(person, transaction) { return key }
        guard try transaction.first("SELECT id FROM person WHERE id = \(person) AND erased IS NULL") != nil else { throw NoLongerKnown() }
        let id = try transaction.newID()
        var random = SystemRandomNumberGenerator()
        let bytes = (0..<32).map { _ in UInt8.random(in: 0...255, using: &random) }
        let text = bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        let sealed = try keyring.seal(text, at: Cell(table: "subject_key", column: "key", row: id))
        try transaction.execute("INSERT INTO subject_key (id, person, key, made) VALUES (\(id), \(person), \(sealed), \(transaction.now))")
        return SubjectKey(person: person, bytes: bytes)
    }

    /// nil when there is none, or it was destroyed.
    func existing(_ person: PersonID, _ snapshot: Snapshot) throws -> SubjectKey? {
        guard let row = try snapshot.first("SELECT id, key FROM subject_key WHERE person = \(person)") else { return nil }
        let text = try Sealed(row, "key", of: "subject_key", id: try row["id"]).open(with: keyring)
        let digits = text.compactMap(\.hexDigitValue)
        guard digits.count == 64 else { throw StorageFault(.secret, "the key of a subject has another length") }
        return SubjectKey(person: person, bytes: stride(from: 0, to: 64, by: 2).map { UInt8(digits[$0] << 4 | digits[$0 + 1]) })
    }
}

/// The person was erased, or never was.
public struct NoLongerKnown: Refusal {
    public init() {}
    public var kind: RefusalKind { .gone }
    public var title: TextKey { "error.noLongerKnown.title" }
    public var advice: TextKey { "error.noLongerKnown.advice" }
}
