import Civic
import Markup
import Storage
import Web

/// At which hours of which days people come.
struct HourBoard: Board {
    let kind = BoardKind.hours
    let period: Period
    /// By hour of the day: self-service, assisted.
    let hours: [[Int]]
    /// By day of the week: self-service, assisted; nil where so few came that it is not told.
    let weekdays: [[Int?]]
    /// By half-hour and channel, the channels in order.
    let channels: [Int]
    let halves: [[Int?]]

    init(_ period: Period, isPublic: Bool, through last: Int, _ snapshot: Snapshot) throws {
        self.period = period
        let months = period.months(through: last)
        let rows = try FigureStore().hours(months, snapshot)
        let channels = Set(rows.map(\.channel)).sorted()
        let halves = ToldTable(
            rows.flatMap { row in
                row.halves.indices.map { half in
                    ToldTable.Cell(month: row.month, row: half, column: channels.firstIndex(of: row.channel) ?? 0, n: row.halves[half])
                }
            }, rows: 48, columns: channels.count, isPublic: isPublic
        ).counts
        let days = period.days.lowerBound...min(period.days.upperBound, max(last, period.days.lowerBound))
        let assisted = try Set(channels.filter { try FigureStore().isAssisted($0, days, snapshot) })
        let sides = channels.map { assisted.contains($0) ? 1 : 0 }
        self.channels = channels
        self.halves = halves
        hours = (0..<24).map { hour in
            [0, 1].map { side in
                ToldTable.told(channels.indices.filter { sides[$0] == side }.flatMap { [halves[2 * hour][$0], halves[2 * hour + 1][$0]] })
            }
        }
        weekdays =
            ToldTable(
                rows.flatMap { row in
                    row.weekdays.indices.map { day in
                        ToldTable.Cell(month: row.month, row: day, column: assisted.contains(row.channel) ? 1 : 0, n: row.weekdays[day])
                    }
                }, rows: 7, columns: 2, isPublic: isPublic
            ).counts
    }

    private var total: Int { ToldTable.told(halves.flatMap(\.self)) }

    func sentence(_ words: BoardWords) -> String {
        let all = hours.map { $0.reduce(0, +) }
        guard total > 0, let busiest = all.indices.max(by: { all[$0] < all[$1] }),
            let day = weekdays.indices.max(by: { ToldTable.told(weekdays[$0]) < ToldTable.told(weekdays[$1]) })
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
