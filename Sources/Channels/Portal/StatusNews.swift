import Civic
import Ports
import Storage

/// Tells open pages when how the house does has changed.
public struct StatusNews: Sendable {
    /// Moves when it has.
    public static let topic = "status"

    private let report: StatusReport
    private let database: Database
    private let clock: Clock

    public init(_ report: StatusReport, _ database: Database, clock: Clock) {
        self.report = report
        self.database = database
        self.clock = clock
    }

    /// What a page is told: whether all is well. It reads the rest itself.
    public func event() async -> String {
        await StatusReading(report, at: clock.now).isWell ? #"{"well":true}"# : #"{"well":false}"#
    }

    /// Looks again and again, until cancelled, and moves the topic when something is not as it was.
    public func watch(every pause: Duration = .seconds(5)) async {
        var last: StatusReading?
        while !Task.isCancelled {
            let reading = await StatusReading(report, at: clock.now)
            if let last, !last.saysTheSame(as: reading) {
                // With a database that is down there is nobody to tell it to; the next change tells.
                _ = try? await database.write { $0.announce(Self.topic) }
            }
            last = reading
            try? await Task.sleep(for: pause)
        }
    }
}

extension StatusReading {
    /// Whether a person would read the same but for the moment.
    func saysTheSame(as other: StatusReading) -> Bool {
        isDatabaseThere == other.isDatabaseThere && catalogue == other.catalogue && jobs == other.jobs && auditAnswers == other.auditAnswers
            && auditCheck == other.auditCheck
    }
}
