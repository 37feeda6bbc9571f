import Definitions
import Expressions

/// Names in sentences and twice the same name: what would be shown to people as a gap.
extension ServiceCheck {
    var names: [FileDefect] {
        var defects: [FileDefect] = []
        let lists = [
            ("rules", service.rules.map(\.id)), ("stages", service.stages.map(\.id)), ("documents", service.documents.map(\.id)),
            ("remedies", service.remedies.map(\.id)), ("life.stops", (service.life?.stops ?? []).map(\.id)),
            ("authorities", service.authorities.map(\.id)),
        ]
        for (field, ids) in lists {
            for (index, id) in ids.enumerated() where ids.firstIndex(of: id) != index {
                defects.append(defect("\(field)[\(index + 1)].id", "two have the id '\(id)'"))
            }
        }
        for id in (service.life?.rules ?? []).sorted() where !service.rules.contains(where: { $0.id == id }) {
            defects.append(defect("life.rules", "'\(id)' is no rule" + Spelling.advice(for: id, among: Set(service.rules.map(\.id)))))
        }
        let known = Set(
            Service.dates + [Service.holidays] + service.facts.map(\.id) + service.questions.map(\.id) + service.values.map(\.id)
                + service.parameters.map(\.id))
        for (place, words) in sentences {
            for (language, text) in words.byLanguage.sorted(by: { $0.key < $1.key }) {
                for name in Words.names(in: text) where !known.contains(name) {
                    let path = service.places.has("\(place).\(language)") ? "\(place).\(language)" : place
                    defects.append(
                        defect(
                            path,
                            "'{\(name)}' is the name of nothing, and people would read a gap" + Spelling.advice(for: name, among: known)
                        ))
                }
            }
        }
        return defects
    }

    private var sentences: [(String, Words)] {
        let rules = service.rules.enumerated().flatMap { [("rules[\($0 + 1)].met", $1.met), ("rules[\($0 + 1)].unmet", $1.unmet)] }
        let documents = service.documents.enumerated().flatMap { number, document in
            document.body.enumerated().map { ("documents[\(number + 1)].body[\($0 + 1)].text", $1.text) }
        }
        let stops = (service.life?.stops ?? []).enumerated().map { ("life.stops[\($0 + 1)].says", $1.says) }
        let holds = service.stages.enumerated().compactMap { index, stage in
            stage.hold.map { ("stages[\(index + 1)].hold.says", $0.says) }
        }
        return rules + documents + stops + holds
    }
}
