import Civic
import Markup
import Ports
import Web

/// How people say that they were attended: how many of a hundred give a 6 or a 7, and how many answer at all.
struct SatisfactionBoard: Board {
    let kind = BoardKind.satisfaction
    let period: Period
    private let reading: Satisfaction.Reading
    private let channels: [Int]

    /// From the months: a month in which few answered in a channel is in no sum of it.
    init(_ period: Period, _ months: [Satisfaction.Reading], isPublic: Bool) {
        self.period = period
        reading = Satisfaction.Reading(adding: months, least: isPublic ? Hiding.least : 1)
        channels = Set(months.flatMap { $0.offered.keys }).sorted()
    }

    private static let questions: [(name: String, title: TextKey)] = [
        ("satisfaction", "boards.satisfaction.all"), ("time", "boards.satisfaction.time"), ("effort", "boards.satisfaction.effort"),
        ("clarity", "boards.satisfaction.clarity"), ("kindness", "boards.satisfaction.kindness"),
        ("information", "boards.satisfaction.information"),
    ]

    /// Of a hundred answers, those of 6 and 7; nil where so few answered that it says nothing, or somebody could be known.
    private func good(_ channel: Int?, _ question: String) -> Double? {
        let grades = reading.grades.filter { $0.key.question == question && (channel == nil || $0.key.channel == channel) }.map(\.value)
        let all = grades.map { $0.reduce(0, +) }.reduce(0, +)
        guard all > 0 else { return nil }
        return Double(grades.map { $0[5] + $0[6] }.reduce(0, +)) * 100 / Double(all)
    }

    /// Of a hundred who said so, those whom it saved a visit.
    private func saved(_ channel: Int) -> Double? {
        let visits = reading.visits[channel] ?? []
        let all = visits.reduce(0, +)
        return all == 0 ? nil : Double(visits[0]) * 100 / Double(all)
    }

    private func share(_ channel: Int?) -> Double? {
        let (offered, answered) =
            channel.map { (reading.offered[$0] ?? 0, reading.answered[$0] ?? 0) }
            ?? (reading.offered.values.reduce(0, +), reading.answered.values.reduce(0, +))
        return offered == 0 ? nil : Double(answered) * 100 / Double(offered)
    }

    func sentence(_ words: BoardWords) -> String {
        guard let good = good(nil, "satisfaction") else { return words.texts["boards.satisfaction.few"] }
        return words.texts(
            "boards.satisfaction.sentence", ["good": words.percent(good, decimals: 0), "share": words.percent(share(nil) ?? 0)])
    }

    func figures(_ words: BoardWords) -> HTML {
        Figures(texts: words.texts) { words.percent($0, decimals: 0) }.bars(
            .init(
                id: "satisfaccion", caption: words.texts("boards.satisfaction.bars", ["period": period.title(words.texts)]),
                category: words.texts["boards.satisfaction.question"], measure: words.texts["boards.satisfaction.good"]),
            [Figures.BarGroup(Self.questions.map { Figures.Bar(words.texts[$0.title], good(nil, $0.name)) }, tone: .assisted)])
    }

    func table(_ words: BoardWords) -> BoardTable {
        let texts = words.texts
        func cells(_ channel: Int) -> [BoardTable.Cell] {
            [
                .words(words.names.channel(channel)), reading.offered[channel].map { .count($0) } ?? .hidden,
                reading.answered[channel].map { .count($0) } ?? .hidden, share(channel).map { .percent($0) } ?? .none,
            ]
                + Self.questions.map { good(channel, $0.name).map { .percent($0) } ?? .none }
                + [saved(channel).map { .percent($0) } ?? .none]
        }
        return BoardTable(
            columns: [
                .init(texts["boards.channel"], "channel", isNumeric: false), .init(texts["boards.satisfaction.offered"], "offered"),
                .init(texts["boards.satisfaction.answered"], "answered"), .init(texts["boards.satisfaction.share"], "answered_percent"),
            ] + Self.questions.map { .init(texts[$0.title], "\($0.name)_good_percent") }
                + [.init(texts["boards.satisfaction.visits"], "visits_saved_percent")],
            rows: channels.map(cells))
    }
}
