import Civic

/// Something that changed in the catalogue on a day: a sheet was gone through, or an amount began to hold.
struct Change: Sendable, Hashable {
    enum Kind: Sendable, Hashable {
        case revised
        /// An amount with what it was before, where one was stated for the same people.
        case amount(label: String, ages: AgeBand?, money: Pesos, before: Pesos?)
    }

    let day: Day
    let kind: Kind
    let number: Int
    let title: String
    let path: String
    let summary: String
}

extension OpenCatalogue {
    /// What changed in the year up to today, the newest day first; on one day amounts before sheets, then by title.
    var changes: [Change] {
        let since = today.adding(days: -365)
        let all = sheets.flatMap { reading -> [Change] in
            let sheet = reading.sheet
            func change(_ day: Day, _ kind: Change.Kind) -> Change {
                Change(
                    day: day, kind: kind, number: sheet.number.value, title: sheet.title, path: sheet.path, summary: sheet.summary)
            }
            let amounts = sheet.isOpen ? reading.amounts : []
            let began = amounts.filter { !$0.isAssumed && since <= $0.from && $0.from <= today }.map { amount in
                let before = amounts.first {
                    $0.label == amount.label && $0.ages == amount.ages && $0.condition == amount.condition
                        && $0.to == amount.from.adding(days: -1)
                }
                return change(amount.from, .amount(label: amount.label, ages: amount.ages, money: amount.money, before: before?.money))
            }
            return began + [change(sheet.checked, .revised)]
        }
        return all.filter { since <= $0.day && $0.day <= today }.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.day != b.day { return b.day < a.day }
            if a.isAmount != b.isAmount { return a.isAmount }
            return (a.title.folded, left.offset) < (b.title.folded, right.offset)
        }.map(\.element)
    }
}

extension Change {
    var isAmount: Bool { kind != .revised }

    /// The same change has the same name in every reading.
    var name: String {
        switch kind {
        case .revised: "\(number)-\(day.iso)"
        case .amount(let label, let ages, let money, _):
            "\(number)-\(day.iso)-\(label.foldedWords.joined(separator: "-"))-\(ages?.from ?? 0)-\(money.amount)"
        }
    }

    /// What changed, in a sentence.
    func sentence(_ texts: Texts) -> String {
        guard case .amount(let label, let ages, let money, let before) = kind else { return texts["changes.revised"] }
        let what = ages.map { "\(label), \(Self.ages($0, texts))" } ?? label
        guard let before, before != money else { return texts("changes.amount", ["what": what, "amount": texts.money(money)]) }
        return texts("changes.amount.before", ["what": what, "amount": texts.money(money), "before": texts.money(before)])
    }

    private static func ages(_ band: AgeBand, _ texts: Texts) -> String {
        guard let last = band.to else { return texts("amounts.ages.from", ["from": "\(band.from)"]) }
        return texts("amounts.ages.between", ["from": "\(band.from)", "to": "\(last)"])
    }
}

extension OpenDataDesk {
    /// The amounts that began last, one for each sheet, the newest first, with a sentence in the words of the content.
    public func newestAmounts(_ limit: Int, _ source: Texts) async throws -> [(path: String, title: String, day: Day, sentence: String)] {
        var seen: Set<Int> = []
        return try await catalogue().changes.filter { $0.isAmount && seen.insert($0.number).inserted }.prefix(limit)
            .map { ($0.path, $0.title, $0.day, $0.sentence(source)) }
    }
}
