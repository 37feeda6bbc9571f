import Definitions
import Expressions

/// Names in sentences and twice the same name: what would be shown to people as a gap.
extension ServiceCheck {
    var names: [FileDefect] {
        var defects: [FileDefect] = []
        let lists = [
            ("rules", service.rules.map(\.id)), ("stages", service.stages.map(\.id)), ("documents", service.documents.map(\.id)),
            ("remedies", service.remedies.map(\.id)), ("life", (service.life?.stops ?? []).map(\.id)),
        ]
        for (field, ids) in lists {
            for id in Set(ids).sorted() where ids.count(where: { $0 == id }) > 1 {
                defects.append(defect(field, "two have the id '\(id)'"))
            }
        }
        let known = Set(
            Service.dates + [Service.holidays] + service.facts.map(\.id) + service.questions.map(\.id) + service.values.map(\.id)
                + service.parameters.map(\.id))
        for (place, words) in sentences {
            for name in words.byLanguage.values.flatMap(Self.placeholders) where !known.contains(name) {
                defects.append(defect(place, "'{\(name)}' is the name of nothing: people would read a gap"))
            }
        }
        return defects
    }

    private var sentences: [(String, Words)] {
        let rules = service.rules.flatMap { [("rules", $0.met), ("rules", $0.unmet)] }
        let documents = service.documents.flatMap { $0.body.map { ("documents", $0.text) } }
        let stops = (service.life?.stops ?? []).map { ("life", $0.says) }
        return rules + documents + stops + service.stages.compactMap { stage in stage.hold.map { ("stages", $0.says) } }
    }

    private static func placeholders(_ text: String) -> [String] {
        text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            part.firstIndex(of: "}").map { String(part[..<$0]) }
        }
    }
}
