import CPostgres
import Foundation
import Storage

/// One connection, used by one thread at a time. It speaks in exchanges: steps are sent together and their answers read in
/// order, so that what is known beforehand costs one journey. Every wait is bounded.
final class Connection {
    let settings: PostgresSettings
    let brake: Brake
    var statements: StatementCache
    private(set) var backend = Backend(process: 0, started: "")
    private(set) var lastUsed = ContinuousClock.now
    private(set) var isLost = false
    private let handle: OpaquePointer
    /// Answers that are still to come, the one that ends the exchange not counted.
    private var awaited = 0
    private var isExchanging = false

    init(_ address: Address, _ settings: PostgresSettings, _ brake: Brake) throws {
        self.settings = settings
        self.brake = brake
        statements = StatementCache(limit: settings.statements)
        handle = try address.connect(settings)
        PQsetNoticeReceiver(handle, { _, _ in }, nil)
        guard PQsetnonblocking(handle, 1) == 0, PQenterPipelineMode(handle) == 1 else {
            throw ConnectionLost(reason: "the connection can't be set up")
        }
        backend = try Backend.introduce(self, schema: address.schema)
    }

    deinit {
        PQfinish(handle)
    }

    var socket: Int32 { PQsocket(handle) }
    var process: Int32 { PQbackendPID(handle) }

    /// Whether the server is inside of a transaction that this connection began.
    var isInTransaction: Bool { ![PQTRANS_IDLE, PQTRANS_UNKNOWN].contains(PQtransactionStatus(handle)) }

    func serverSays(_ parameter: String) -> String? {
        PQparameterStatus(handle, parameter).map { String(cString: $0) }
    }

    /// Whether something came that nobody asked for: a farewell, or a change of the server's parameters.
    var hasNews: Bool {
        var place = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        guard poll(&place, 1, 0) > 0 else { return false }
        if PQconsumeInput(handle) == 0 { isLost = true }
        return true
    }

    /// Waits a while for something that nobody asked for.
    func awaitNews(_ limit: Duration) throws {
        var place = pollfd(fd: PQsocket(handle), events: Int16(POLLIN), revents: 0)
        if poll(&place, 1, Int32(limit.milliseconds)) > 0, PQconsumeInput(handle) == 0 { throw lost("the connection was cut") }
    }

    /// The next announcement of another node. The caller frees it.
    func nextNote() -> UnsafeMutablePointer<PGnotify>? {
        PQnotifies(handle)
    }

    /// Marks the connection as unusable and gives the error to throw.
    func lost(_ reason: String) -> ConnectionLost {
        isLost = true
        return ConnectionLost(reason: reason)
    }

    /// Sends steps and the end of the exchange.
    func send(_ steps: [Step]) throws {
        guard !isExchanging else { throw lost("a question was asked before the last was answered") }
        for step in steps where !step.send(handle) { throw lost("the connection was cut while sending") }
        guard PQpipelineSync(handle) == 1 else { throw lost("the connection was cut while sending") }
        awaited = steps.count
        isExchanging = true
        if PQflush(handle) < 0 { throw lost("the connection was cut while sending") }
    }

    /// Asks for the rows of the step that is read next one by one, instead of all at once.
    func streamNext() {
        PQsetSingleRowMode(handle)
    }

    /// The next part of the present step's answer, or nil at its end. The caller clears it. Throws what the server refused.
    func part(_ patience: Patience) throws -> OpaquePointer? {
        while PQisBusy(handle) == 1 { try wait(patience) }
        guard let result = PQgetResult(handle) else {
            awaited -= 1
            return nil
        }
        switch PQresultStatus(result) {
        case PGRES_FATAL_ERROR, PGRES_BAD_RESPONSE, PGRES_NONFATAL_ERROR:
            defer { PQclear(result) }
            let error = ServerError(result)
            if case .lost = error.consequence { throw lost("the server ended the connection") }
            if error.code == "25P03" { isLost = true }
            throw error
        case PGRES_PIPELINE_ABORTED, PGRES_PIPELINE_SYNC:
            PQclear(result)
            throw lost("the answers do not match the questions")
        default:
            return result
        }
    }

    /// Reads what is left of the exchange and throws it away.
    func finish(_ patience: Patience) throws {
        guard isExchanging else { return }
        if isLost { throw lost("the connection was cut") }
        while true {
            while PQisBusy(handle) == 1 { try wait(patience) }
            guard let result = PQgetResult(handle) else {
                awaited -= 1
                if awaited < -1 || PQstatus(handle) != CONNECTION_OK { throw lost("the connection was cut") }
                continue
            }
            defer { PQclear(result) }
            if PQresultStatus(result) == PGRES_PIPELINE_SYNC { break }
        }
        awaited = 0
        isExchanging = false
        lastUsed = ContinuousClock.now
    }

    /// Waits until the server sends something or takes something.
    private func wait(_ patience: Patience) throws {
        let unsent = PQflush(handle)
        guard unsent >= 0 else { throw lost("the connection was cut while sending") }
        if PQisBusy(handle) == 0 { return }
        var place = pollfd(fd: PQsocket(handle), events: Int16(POLLIN | (unsent == 1 ? POLLOUT : 0)), revents: 0)
        let ready = poll(&place, 1, try slice(patience))
        if ready < 0 && errno != EINTR { throw lost("the connection can't be waited for") }
        guard ready > 0 else { return }
        // A record of TLS holds at most 16 kB and a read takes at least 8 kB: so nothing stays behind where poll can't see it.
        for _ in 0..<(PQsslInUse(handle) == 1 ? 3 : 1) where PQconsumeInput(handle) == 0 { throw lost("the connection was cut") }
    }

    /// Milliseconds until the wait is looked at again.
    private func slice(_ patience: Patience) throws -> Int32 {
        if brake.isPulled { throw lost("the server is stopping") }
        switch patience.next(cancel: { Cancellation(handle)?.send() }) {
        case .wait(let milliseconds): return milliseconds
        case .giveUp: throw lost("the server did not answer in time")
        }
    }
}
