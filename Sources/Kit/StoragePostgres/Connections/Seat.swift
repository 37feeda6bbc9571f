import Logging
import Metrics
import Storage

/// The place of one thread at the server: its connection, made when it is needed and made again when it was lost.
final class Seat {
    let address: Address
    let settings: PostgresSettings
    let brake: Brake
    let meters: Meters
    private let log: Logger
    private var connection: Connection?
    private var wasLost = false

    init(_ address: Address, _ settings: PostgresSettings, _ brake: Brake, _ meters: Meters, _ log: Logger) {
        self.address = address
        self.settings = settings
        self.brake = brake
        self.meters = meters
        self.log = log
    }

    /// A connection that works. Tries until `deadline`, then throws `unavailable` with the last reason.
    func ready(until deadline: ContinuousClock.Instant) throws -> Connection {
        if let connection, connection.lives(within: settings.grace) { return connection }
        if connection != nil { leave() }
        var backoff = Backoff(from: .milliseconds(20), to: .milliseconds(500))
        while true {
            if brake.isPulled { throw StorageFault(.closed, "the server is stopping") }
            do {
                let made = try Connection(address, settings, brake)
                if wasLost { log.info("connected to the database again") }
                wasLost = false
                connection = made
                meters.connections.increment()
                return made
            } catch {
                let reason = (error as? ConnectionLost)?.reason ?? (error as? ServerError)?.fault.message ?? "no connection"
                if !wasLost { log.warning("no connection to the database: \(reason)") }
                wasLost = true
                let pause = backoff.pause()
                if ContinuousClock.now + pause >= deadline { throw StorageFault(.unavailable, reason) }
                brake.sleep(pause)
            }
        }
    }

    /// Lets go of the connection.
    func leave() {
        connection = nil
    }
}
