import Logging
import Storage

/// Seals what the audit gathered, in batches, each chained to the one before under a key that the database does not hold. A head that
/// was written down elsewhere (the log, a copy, a notebook) shows later whether anything before it was touched.
public struct Sealing: Sendable {
    private let database: Database
    private let keyring: Keyring
    private let store = AuditStore()
    /// Entries of one seal.
    static let batch = 512

    public init(_ database: Database, keyring: Keyring) {
        self.database = database
        self.keyring = keyring
    }

    /// Seals one batch and gives back its number, its head and how many entries it has; nil when there was nothing to seal.
    public func seal() async throws -> (number: Int64, head: String, entries: Int)? {
        let isIdle = try await database.read { try store.counts($0).unsealed == 0 }
        if isIdle { return nil }
        let sealed = try await database.write { transaction in
            try transaction.hold("audit_seal", 0)
            let ids = try store.takeUnsealed(Self.batch, transaction)
            if ids.isEmpty { return Seal?.none }
            let seal = Seal(
                after: try store.lastSeal(transaction), over: try store.sealable(ids, transaction), at: transaction.now, keyring: keyring)
            try store.insert(seal, transaction)
            return seal
        }
        return sealed.map { ($0.number, $0.headText, $0.members.count) }
    }

    /// Seals all that waits, and gives back the last head.
    @discardableResult
    public func sealAll() async throws -> String? {
        var last: String?
        while let seal = try await seal() { last = seal.head }
        return last
    }

    /// The head of the last seal, to be kept elsewhere; nil when there is none.
    public func lastHead() async throws -> String? {
        try await database.read { try store.lastSeal($0)?.headText }
    }

    /// Each second, until cancelled. Every head goes to the log.
    public func keepSealing(_ log: Logger) async {
        while !Task.isCancelled {
            do {
                while let seal = try await seal() {
                    log.notice("audit sealed", metadata: ["seal": "\(seal.number)", "entries": "\(seal.entries)", "head": "\(seal.head)"])
                }
            } catch {
                log.warning("the audit could not be sealed; it is tried again", metadata: ["error": "\(type(of: error))"])
            }
            try? await Task.sleep(for: .seconds(1))
        }
    }
}
