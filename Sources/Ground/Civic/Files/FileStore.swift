@_spi(Disclosure) import Storage

/// The rows of files and of their parts.
struct FileStore: Sendable {
    let keyring: Keyring

    /// The person's file with this hash, if they handed it in before.
    func file(with hash: String, of person: PersonID, _ snapshot: Snapshot) throws -> StoredFile? {
        try snapshot.first(
            """
            SELECT id, subject, kind, size, made FROM file
            WHERE subject = \(person) AND digest IN (\(list: keyring.lookups(hash, in: Self.digest)))
            """
        ).map(file)
    }

    func file(_ id: Int64, _ snapshot: Snapshot) throws -> StoredFile? {
        try snapshot.first("SELECT id, subject, kind, size, made FROM file WHERE id = \(id)").map(file)
    }

    func insert(_ kind: FileKind, size: Int, hash: String, of person: PersonID, _ transaction: Transaction) throws -> StoredFile {
        try transaction.enter()
        let id = try transaction.newID()
        try transaction.execute(
            """
            INSERT INTO file (id, subject, digest, hash, kind, size, made, act)
            VALUES (\(id), \(person), \(keyring.lookup(hash, in: Self.digest)),
                \(try keyring.seal(hash, at: Cell(table: "file", column: "hash", row: id))), \(kind.rawValue), \(size), \(transaction.now),
                \(transaction.act.number))
            """)
        return StoredFile(id: id, subject: person, kind: kind, size: size, made: Instant(milliseconds: transaction.now))
    }

    func insertPart(_ bytes: [UInt8], number: Int, of file: StoredFile, under key: SubjectKey, _ transaction: Transaction) throws {
        let id = try transaction.newID()
        let inner = try key.seal(bytes, at: Self.inner(id))
        let content = try keyring.seal(inner, at: Cell(table: "file_part", column: "content", row: id))
        try transaction.execute("INSERT INTO file_part (id, file, number, content) VALUES (\(id), \(file.id), \(number), \(content))")
    }

    /// The parts in their order, closed, each with the place under which the person's key sealed it.
    func parts(of file: StoredFile, _ snapshot: Snapshot) throws -> [(sealed: Sealed, cell: Cell)] {
        try snapshot.all("SELECT id, content FROM file_part WHERE file = \(file.id) ORDER BY number") { row in
            let id: Int64 = try row["id"]
            return (try Sealed(row, "content", of: "file_part", id: id), Self.inner(id))
        }
    }

    func erase(_ person: PersonID, _ transaction: Transaction) throws {
        try transaction.execute("DELETE FROM file_part WHERE file IN (SELECT id FROM file WHERE subject = \(person))")
        try transaction.execute("DELETE FROM file WHERE subject = \(person)")
    }

    private func file(_ row: Row) throws -> StoredFile {
        let kind: String = try row["kind"]
        guard let kind = FileKind(rawValue: kind) else { throw StorageFault(.shape, "file holds a kind that this program does not know") }
        return StoredFile(
            id: try row["id"], subject: try row["subject"], kind: kind, size: try row["size"],
            made: Instant(milliseconds: try row["made"]))
    }

    private static let digest = "file.digest"

    private static func inner(_ id: Int64) -> Cell { Cell(table: "file_part", column: "content.subject", row: id) }
}
