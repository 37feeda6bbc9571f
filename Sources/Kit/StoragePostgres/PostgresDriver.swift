import Logging
import Storage

/// A PostgreSQL server, or the present primary of several, through libpq.
public final class PostgresDriver: Driver {
    public var dialect: Dialect { .postgres }
    private let pool: Pool
    private let settings: PostgresSettings

    /// `url` is handed to libpq as it is: TLS options (`sslmode`, `sslrootcert`), several hosts with
    /// `target_session_attrs=read-write`, and the rest of its parameters are honoured. Throws when libpq does not understand it;
    /// connections are made when they are first needed.
    public init(url: String, settings: PostgresSettings = PostgresSettings(), log: Logger = Logger(label: "storage.postgres")) throws {
        self.settings = settings
        pool = Pool(try Address(url), settings, log)
    }

    deinit {
        pool.stop()
    }

    public func read(_ work: @escaping @Sendable (any Session) throws -> any Sendable) async throws -> any Sendable {
        let read = ReadRun(work: work)
        return try await pool.run(Job(.read, within: settings.wait) { read.run(at: $0, $1) })
    }

    public func write(
        _ act: ActID, alone: Bool, _ work: @escaping @Sendable (any Session) throws -> Committed
    ) async throws -> Committed {
        let run = ActRun(act: act, isAlone: alone, work: work)
        guard let committed = try await pool.run(Job(.act, within: settings.wait) { run.run(at: $0, $1) }) as? Committed else {
            throw StorageFault(.corrupt, "an act left no answer")
        }
        return committed
    }

    public func notify(_ topics: Set<String>) {}

    public func hints() -> AsyncStream<Set<String>> {
        AsyncStream { $0.finish() }
    }

    public func ping() async throws {
        _ = try await read { session in
            try session.each("SELECT pg_is_in_recovery() AS standby") { row in
                if try row["standby"] { throw StorageFault(.readOnly, "the server is a standby") }
            }
        }
    }

    public func damages() async throws -> [String] { [] }

    public func close() async {
        await pool.close()
    }
}
