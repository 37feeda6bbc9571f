import Civic
import Markup
import Storage
import Web

/// At which hours of which days people come.
struct HourBoard: Board {
    let kind = BoardKind.hours
    let period: Period
    /// By hour of the day: self-service, assisted; nil where so few came that it is not told.
    let hours: [[Int?]]
    /// By day of the week: self-service, assisted.
    let weekdays: [[Int]]
    /// By half-hour and channel, the channels in order.
    let channels: [Int]
    let halves: [[Int?]]

    /// `assisted` are the channels in which people are attended.
    init(_ period: Period, assisted: Set<Int>, isPublic: Bool, through last: Int, _ snapshot: Snapshot) throws {
        self.period = period
        let end = max(period.months.lowerBound, min(period.months.upperBound, Month(of: Day(number: last)).number))
        let rows = try FigureStore().hours(period.months.lowerBound...end, snapshot)
        var hours = Array(repeating: [0, 0], count: 24)
        var weekdays = Array(repeating: [0, 0], count: 7)
        let channels = Set(rows.map(\.channel)).sorted()
        var halves = Array(repeating: Array(repeating: 0, count: channels.count), count: 48)
        for row in rows {
            let side = assisted.contains(row.channel) ? 1 : 0
            hours[row.half / 2][side] += row.n
            weekdays[row.weekday - 1][side] += row.n
            if let column = channels.firstIndex(of: row.channel) { halves[row.half][column] += row.n }
        }
        let hidden = isPublic ? Hiding.hidden(table: halves) : []
        self.channels = channels
        self.halves = halves.enumerated().map { row, cells in cells.enumerated().map { hidden.contains([row, $0]) ? nil : $1 } }
        self.hours = hours.map { $0.map { isPublic && $0 > 0 && $0 < Hiding.least ? nil : $0 } }
        self.weekdays = weekdays
    }

    private var total: Int { weekdays.flatMap(\.self).reduce(0, +) }

    func sentence(_ words: BoardWords) -> String {
        let all = hours.map { $0.compactMap(\.self).reduce(0, +) }
        guard total > 0, let busiest = all.indices.max(by: { all[$0] < all[$1] }),
            let day = weekdays.indices.max(by: { weekdays[$0].reduce(0, +) < weekdays[$1].reduce(0, +) })
        else { return words.texts["boards.nothing"] }
        return words.texts(
            "boards.hours.sentence",
            ["day": words.texts.item(day + 1, of: "time.weekdays"), "from": "\(busiest):00", "to": "\(busiest + 1):00"])
    }

    func figures(_ words: BoardWords) -> HTML {
        let texts = words.texts
        let names = [Modality.selfService, .assisted].map { words.names.modality($0.rawValue) }
        func series(_ rows: [[Int?]]) -> [Figures.Series] {
            [
                Figures.Series(names[0], rows.map { $0[0].map(Double.init) }, tone: .selfService),
                Figures.Series(names[1], rows.map { $0[1].map(Double.init) }, tone: .assisted),
            ]
        }
        return """
            \(words.figures.lines(
                .init(
                    id: "horas", caption: texts("boards.hours.lines", ["period": period.title(texts)]), category: texts["boards.hour"],
                    measure: texts["boards.interactions"]),
                periods: (0..<24).map { "\($0)" }, series(hours)))
            \(words.figures.lines(
                .init(
                    id: "dias", caption: texts("boards.hours.days", ["period": period.title(texts)]), category: texts["boards.weekday"],
                    measure: texts["boards.interactions"]),
                periods: (1...7).map { String(texts.item($0, of: "time.weekdays").prefix(3)) }, series(weekdays)))
            """
    }

    func table(_ words: BoardWords) -> BoardTable {
        BoardTable(
            columns: [.init(words.texts["boards.hours.half"], "half_hour", isNumeric: false)]
                + channels.map { .init(words.names.channel($0), words.names.name($0, of: .channel)) },
            rows: halves.enumerated().map { half, cells in
                [.words("\(half / 2 < 10 ? "0" : "")\(half / 2):\(half % 2 == 0 ? "00" : "30")")]
                    + cells.map { $0.map { .count($0) } ?? .hidden }
            })
    }
}
