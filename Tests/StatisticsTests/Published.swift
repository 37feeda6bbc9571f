import Civic
import Ports
import Storage
import Testing

@testable import Statistics

/// Contacts that are alike in everything that is counted, and how many there were: to whoever works it out, an unknown number.
struct Alike: Sendable {
    let contact: Interaction
    let day: Day
    let hour: Int
    let n: Int

    var month: Int { Month(of: day).number }
    var flow: Int { FlowKind(deed: contact.deed.number, modality: contact.modality.rawValue).rawValue }

    private static let days = ["2026-08-03", "2026-08-04", "2026-09-07", "2026-09-09", "2026-10-05", "2026-10-08"].compactMap {
        Day(iso: $0)
    }

    /// Everything that there might be, of some days and hours.
    static let all: [Alike] = days.flatMap { day in
        [9, 10, 15].flatMap { hour in
            [Channel.branch, .web, .callCentre, .video, .kiosk].flatMap { channel -> [Alike] in
                let isOwn = channel == .web || channel == .kiosk
                let deeds: [Deed] = isOwn ? [.visit, .transaction, .application] : [.information, .application]
                let points: [Int64?] = channel == .branch ? [1, 2, 3] : [nil]
                let waits: [Int?] = isOwn ? [nil] : [20, 300]
                return deeds.flatMap { deed in
                    [Outcome.resolved, .referred].flatMap { outcome in
                        [Int64(12), 13, 14].flatMap { product in
                            points.flatMap { point in
                                waits.map { wait in
                                    Alike(
                                        contact: Interaction(
                                            isOwn ? .page : .desk, channel, deed, outcome, point: point, product: product, wait: wait,
                                            at: ChileanTime.instant(of: day, hour: hour)), day: day, hour: hour, n: 0)
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    /// All of it, with none of most and few of many.
    static func some(_ seed: UInt64) -> [Alike] {
        var dice = Dice(seed)
        let counts = Array(repeating: 0, count: 12) + [1, 2, 2, 3, 11]
        return all.map { Alike(contact: $0.contact, day: $0.day, hour: $0.hour, n: counts[dice.next(below: counts.count)]) }
    }
}

/// Public numbers of one kind: what each is the sum of, and what is told.
struct Family: Sendable {
    let name: String
    /// In which of its cells a contact is; nil when it is in none.
    let cell: @Sendable (Alike) -> [Int]?
    /// By month, and of the year: what is told, by cell.
    let months: [Int: [[Int]: Int]]
    let year: [[Int]: Int]

    private init(
        _ name: String, _ snapshot: Snapshot, _ cell: @escaping @Sendable (Alike) -> [Int]?, _ told: (Period, Int) throws -> [([Int], Int?)]
    ) rethrows {
        func read(_ period: Period) throws -> [[Int]: Int] {
            let cells = try told(period, Month(number: Self.months.upperBound).last.number)
            return Dictionary(cells.compactMap { cell, n in n.map { (cell, $0) } }, uniquingKeysWith: +)
        }
        (self.name, self.cell) = (name, cell)
        months = Dictionary(uniqueKeysWithValues: try Self.months.map { ($0, try read(.month(Month(number: $0)))) })
        year = try read(.year(2026))
    }

    static let months = (2026 * 12 + 7)...(2026 * 12 + 9)

    static func all(_ snapshot: Snapshot) throws -> [Family] {
        let assisted: Set<Int> = Set([Channel.branch, .callCentre, .video].map(\.number))
        let acts: Set<Int> = Set([Deed.transaction, .application].map(\.number))
        return [
            try Family("flows", snapshot, { [$0.contact.channel.number, $0.contact.modality.rawValue, $0.flow] }) { period, last in
                try ChannelBoard(period, isPublic: true, through: last, snapshot).channels.flatMap { row in
                    row.counts.enumerated().map { ([row.channel, row.modality, $0], $1) }
                }
            },
            try Family("outcomes", snapshot, { [$0.contact.channel.number, $0.contact.outcome.number] }) { period, last in
                let board = try OutcomeBoard(period, agreement: .init(), reversals: .init(), isPublic: true, through: last, snapshot)
                return board.channels.indices.flatMap { row in
                    board.outcomes.indices.map { ([board.channels[row], board.outcomes[$0]], board.counts[row][$0]) }
                }
            },
            try Family("halves", snapshot, { [$0.hour * 2, $0.contact.channel.number] }) { period, last in
                let board = try HourBoard(period, isPublic: true, through: last, snapshot)
                return board.halves.indices.flatMap { half in
                    board.channels.indices.map { ([half, board.channels[$0]], board.halves[half][$0]) }
                }
            },
            try Family("weekdays", snapshot, { [$0.day.weekday, assisted.contains($0.contact.channel.number) ? 1 : 0] }) { period, last in
                let board = try HourBoard(period, isPublic: true, through: last, snapshot)
                return board.weekdays.enumerated().flatMap { day, sides in sides.enumerated().map { ([day + 1, $0], $1) } }
            },
            try Family("products", snapshot, { [$0.contact.channel.number, $0.contact.deed.number, Int($0.contact.product ?? 0)] }) {
                period, last in
                try ProductCells(period.months(through: last), isPublic: true, snapshot).counts.map {
                    ([$0.key.channel, $0.key.deed, Int($0.key.product)], $0.value)
                }
            },
            try Family("points", snapshot, { $0.contact.point.map { [Int($0)] } }) { period, last in
                try ToldPoints.counts(period.months(through: last), isPublic: true, snapshot).map { ([Int($0.key)], $0.value) }
            },
            try Family("acts", snapshot, { acts.contains($0.contact.deed.number) ? [$0.contact.channel.number] : nil }) { period, last in
                try VisitBoard(period, isPublic: true, through: last, snapshot).rows.map { ([$0.channel], $0.n) }
            },
            try Family("waits", snapshot, { alike in alike.contact.wait.map { _ in [alike.contact.channel.number] } }) { period, last in
                try TimeBoard(period, isPublic: true, through: last, snapshot).lines.map { ([$0.channel], $0.waits.reduce(0, +)) }
            },
        ]
    }

    /// The files of days and of waits, which have months alone.
    static func files(_ snapshot: Snapshot) throws -> [Family] {
        let names = CodeNames(try CodeStore().all(snapshot))
        func lines(_ kind: OpenFile.Kind, _ period: Period) throws -> [[Substring]] {
            guard case .month(let month) = period else { return [] }
            return try OpenContent.csv(kind, month, names, snapshot).split(separator: "\r\n").dropFirst().map { $0.split(separator: ",") }
        }
        let channels = Dictionary(uniqueKeysWithValues: (1...11).map { (names.name($0, of: .channel), $0) })
        return [
            try Family("days", snapshot, { [$0.day.number, $0.contact.channel.number, $0.contact.modality.rawValue] }) { period, _ in
                try lines(.flows, period).map { line in
                    (
                        [
                            Day(iso: String(line[0]))?.number ?? 0, channels[String(line[1])] ?? 0,
                            String(line[2]) == names.name(1, of: .modality) ? 1 : 2,
                        ], Int(line[3])
                    )
                }
            },
            try Family(
                "bins", snapshot,
                { alike in alike.contact.wait.map { [alike.contact.channel.number, Bins.starts[Bins.bin(of: Int64($0))]] } }
            ) {
                period, _ in
                try lines(.times, period).filter { $0[2] == "wait" }.map { ([channels[String($0[1])] ?? 0, Int($0[3]) ?? 0], Int($0[4])) }
            },
        ]
    }
}
