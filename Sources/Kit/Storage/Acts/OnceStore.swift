/// Keys that make an act happen once: the token of a form, the idempotency key of a caller. The first act to bring a key
/// leaves its answer with it, sealed; whoever brings the key again gets that answer.
struct OnceStore {
    let keyring: Keyring

    /// Claims the key for this act and gives nil, or gives the answer of the act that had it.
    func claim(_ key: OnceKey, _ transaction: Transaction) throws -> [UInt8]? {
        try transaction.enter()
        let claimed = try transaction.first(
            """
            INSERT INTO act_once (digest, act, expires) VALUES (\(key.digest), \(transaction.act.number), \(transaction.now + key.term))
            ON CONFLICT (digest) DO NOTHING RETURNING act
            """)
        if claimed != nil { return nil }
        guard let row = try transaction.first("SELECT act, answer FROM act_once WHERE digest = \(key.digest)") else {
            throw StorageFault(.busy, "the key was let go of while it was read")
        }
        return try keyring.open(try row["answer"], at: answerCell(try row["act"]))
    }

    func keep(_ answer: [UInt8], for key: OnceKey, _ transaction: Transaction) throws {
        let sealed = try keyring.seal(answer, at: answerCell(transaction.act.number))
        try transaction.execute("UPDATE act_once SET answer = \(sealed) WHERE digest = \(key.digest)")
    }

    /// Lets go of keys whose term has passed, and gives back how many.
    static func sweep(before now: Int64, _ transaction: Transaction) throws -> Int {
        try transaction.execute("DELETE FROM act_once WHERE expires < \(now)")
    }

    private func answerCell(_ act: Int64) -> Cell {
        Cell(table: "act_once", column: "answer", row: act)
    }
}
