import Civic
import Expressions
import Flows
import Markup
import Web

/// How a decision cites a value that a law fixes: the law, and apart from it where the number was read and how sure that is, so that
/// whoever it concerns can contest it.
extension ExplanationViews {
    func cited(_ datum: DecisionRecord.Datum) -> HTML {
        let reading = reading(datum)
        let sources = datum.reading == .unread ? "" : (datum.sources ?? []).joined(separator: "; ")
        return """
            \(with: law(datum), { "\($0) " })<span class="quiet">\(when: datum.isAssumed == true, "\(texts["procedures.source.assumed"]) ")\
            \(with: reading, { "\(texts[$0])" }) \(texts.content(sources))</span>
            """
    }

    /// The same in sentences, for a paper.
    private func citation(_ datum: DecisionRecord.Datum) -> String {
        let sources = datum.reading == .unread ? nil : (datum.sources ?? []).joined(separator: "; ")
        let read = [reading(datum).map { texts[$0] }, sources.map { $0 + "." }].compactMap(\.self).joined(separator: " ")
        let assumed = datum.isAssumed == true ? texts["procedures.source.assumed"] : nil
        return [law(datum), assumed, read].compactMap(\.self).joined(separator: " ")
    }

    /// nil for what was decided before laws were kept with it.
    private func law(_ datum: DecisionRecord.Datum) -> String? {
        datum.basis.map { basis in
            basis.isEmpty
                ? texts["procedures.source.lawless"] : texts("procedures.paper.basis", ["basis": basis.joined(separator: "; ")])
        }
    }

    private func reading(_ datum: DecisionRecord.Datum) -> TextKey? {
        switch datum.reading {
        case .official?: "procedures.source.official"
        case .unconfirmed?: "procedures.source.unconfirmed"
        case .unread?: "procedures.source.unread"
        case nil: nil
        }
    }

    func hasUnconfirmed(_ record: DecisionRecord, isGranted: Bool) -> Bool {
        used(record, isGranted: isGranted).contains { $0.reading == .unconfirmed || $0.reading == .unread }
    }

    /// Each parameter that the decision stands on, once.
    private func used(_ record: DecisionRecord, isGranted: Bool) -> [DecisionRecord.Datum] {
        let all = record.lines.filter { $0.outcome != .open }.flatMap(\.data) + (isGranted ? record.amountData : [])
        var names: Set<String> = []
        return all.filter { $0.source == .parameter && names.insert($0.name).inserted }
    }

    /// The paragraphs of a paper on what the law fixes.
    func parameters(_ record: DecisionRecord, _ service: Service, isGranted: Bool) -> [String] {
        let used = used(record, isGranted: isGranted)
        let said = used.map { datum in
            "\(values.name(datum.name, in: service)): \(values.alone(datum.name, datum.value, in: service)). \(citation(datum))"
        }
        return said + (hasUnconfirmed(record, isGranted: isGranted) ? [texts["procedures.unconfirmed"]] : [])
    }
}
