import Civic
import Crypto
import Foundation
import Storage

/// Publishing the files of months that are over.
public struct OpenFigureDesk: Sendable {
    /// Moves when a file is published.
    public static let topic = "statistics.open"

    private let database: Database
    private let clock: Clock
    private let store = OpenFileStore()

    public init(_ database: Database, clock: Clock) {
        self.database = database
        self.clock = clock
    }

    /// Publishes what is new: each file of each month that is over, and a new version of one that the record says otherwise now. What was published
    /// stays as it is. Gives back how many.
    @discardableResult
    public func publish() async throws -> Int {
        try await CountingDesk(database).countAll()
        guard let extent = try await database.read({ try FigureStore().extent($0) }) else { return 0 }
        let (first, last) = (Month(of: Day(number: extent.lowerBound)).number, Month(of: clock.today).number - 1)
        var published = 0
        guard first <= last else { return 0 }
        for number in first...last {
            let month = Month(number: number)
            published += try await database.write { transaction in
                let names = CodeNames(try CodeStore().all(transaction))
                var count = 0
                for kind in OpenFile.Kind.allCases {
                    let body = Array(try OpenContent.csv(kind, month, names, transaction).utf8)
                    let digest = SHA256.hash(data: Data(body)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
                    let before = try store.last(kind, month, transaction)
                    // A month without anything is not published, unless it once had something.
                    let isEmpty = body.count { $0 == 0x0A } == 1
                    if before?.digest == digest || before == nil && isEmpty { continue }
                    try store.insert(kind, month, version: (before?.version ?? 0) + 1, digest: digest, body: body, transaction)
                    count += 1
                }
                if count > 0 {
                    try transaction.record(Event("openFigure.published"), by: Self.system)
                    transaction.announce(Self.topic)
                }
                return count
            }
        }
        return published
    }

    func files() async throws -> [OpenFile] { try await database.read(store.all) }

    /// Whether any contact of a month was made up.
    func synthetic(_ files: [OpenFile]) async throws -> Set<Month> {
        let months = Set(files.map(\.month))
        return try await database.read { snapshot in
            try months.filter { try FigureStore().isSynthetic($0.first.number...$0.last.number, snapshot) }
        }
    }

    /// The bytes of a file by its name; nil when there is none.
    func body(named name: String) async throws -> [UInt8]? {
        guard let found = try await files().first(where: { $0.name == name }) else { return nil }
        return try await database.read { try store.body(found.kind, found.month, version: found.version, $0) }
    }

    /// The job that publishes, as the audit names it.
    private static let system = Actor(.system(4), assurance: .verified)
}
