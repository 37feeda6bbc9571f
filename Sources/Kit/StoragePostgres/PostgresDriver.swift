import Logging
import Storage

/// A PostgreSQL server, or the present primary of several, through libpq.
public final class PostgresDriver: Driver {
    public var dialect: Dialect { .postgres }
    private let pool: Pool
    private let notifier: Notifier
    private let listener: Listener
    private let settings: PostgresSettings

    /// `url` is handed to libpq as it is: TLS options (`sslmode`, `sslrootcert`), several hosts with
    /// `target_session_attrs=read-write`, and the rest of its parameters are honoured. Throws when libpq does not understand it;
    /// connections are made when they are first needed.
    public convenience init(
        url: String, settings: PostgresSettings = PostgresSettings(), log: Logger = Logger(label: "storage.postgres")
    ) throws {
        try self.init(url: url, schema: nil, settings: settings, log: log)
    }

    /// `schema` is where tables are looked for; without one, where the server says.
    init(url: String, schema: String?, settings: PostgresSettings, log: Logger) throws {
        self.settings = settings
        let address = try Address(url, schema: schema)
        let sender = Sender()
        let pool = Pool(address, settings, log)
        self.pool = pool
        notifier = Notifier(sender) { pool.seat(address, log) }
        listener = Listener(sender) { pool.seat(address, log) }
    }

    deinit {
        notifier.close()
        listener.close()
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

    public func notify(_ topics: Set<String>) {
        notifier.notify(topics)
    }

    /// The empty set says that anything may have moved: the connection was made, or made again.
    public func hints() -> AsyncStream<Set<String>> {
        listener.hints()
    }

    public func ping() async throws {
        _ = try await read { session in
            try session.each("SELECT pg_is_in_recovery() AS standby") { row in
                if try row["standby"] { throw StorageFault(.readOnly, "the server is a standby") }
            }
        }
    }

    /// Indexes, constraints and pages, as far as the server can tell without reading every row: see `Inspection`.
    public func damages() async throws -> [String] {
        let inspection = Job(.read, within: settings.wait) { seat, job in
            job.answer(Result { try Inspection(seat.ready(until: job.deadline)).damages() })
            seat.leave()
        }
        return try await pool.run(inspection) as? [String] ?? []
    }

    public func close() async {
        notifier.close()
        listener.close()
        await pool.close()
    }
}
