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
        if let place = service.local?.place, !communes.contains(place) {
            defects.append(
                defect(
                    "local.place",
                    "'\(place)' is no fact or question of the kind 'commune'" + Spelling.advice(for: place, among: communes)))
        }
        let known = Set(
            Service.dates + [Service.holidays] + service.facts.map(\.id) + service.questions.map(\.id) + service.values.map(\.id)
                + service.parameters.map(\.id))
        for (place, words) in sentences {
            let spanish = Set(Words.names(in: words.es))
            for (language, text) in words.byLanguage.sorted(by: { $0.key < $1.key }) {
                let path = service.places.has("\(place).\(language)") ? "\(place).\(language)" : place
                func tell(_ message: String) { defects.append(defect(path, message)) }
                guard Words.isClosed(text) else {
                    tell("a '{' or '}' has no other half, and people would read it as it stands: a name is written {name}")
                    continue
                }
                let names = Words.names(in: text)
                for name in names where !known.contains(name) {
                    tell("'{\(name)}' is the name of nothing, and people would read a gap" + Spelling.advice(for: name, among: known))
                }
                // What is wrong in the Spanish is told there.
                guard language != "es", Words.isClosed(words.es) else { continue }
                for name in spanish.subtracting(names).sorted() { tell("says less than the Spanish: '{\(name)}' is missing") }
                for name in Set(names).subtracting(spanish).intersection(known).sorted() {
                    tell("says more than the Spanish, which has no '{\(name)}'")
                }
            }
        }
        for (place, words) in service.texts + service.laterSteps where !sentences.contains(where: { $0.0 == place }) {
            for name in words.names where known.contains(name) {
                defects.append(
                    defect(
                        place,
                        "'{\(name)}' is filled in in what rules, stops, holds and documents say: here people would read it as it stands"))
            }
        }
        return defects
    }

    private var communes: Set<String> {
        Set(service.facts.filter { $0.kind == .commune }.map(\.id))
            .union(service.questions.filter { if case .commune = $0.kind { true } else { false } }.map(\.id))
    }

    private var sentences: [(String, Words)] {
        let rules = service.rules.enumerated().flatMap { [("rules[\($0 + 1)].met", $1.met), ("rules[\($0 + 1)].unmet", $1.unmet)] }
        let documents = service.documents.enumerated().flatMap { number, document in
            document.body.enumerated().map { ("documents[\(number + 1)].body[\($0 + 1)].text", $1.text) }
        }
        let stops = (service.life?.stops ?? []).enumerated().map { ("life.stops[\($0 + 1)].says", $1.says) }
        let holds = service.stages.enumerated().flatMap { index, stage in
            (stage.hold?.texts("stages[\(index + 1)].hold.says") ?? []).map { ($0.path, $0.words) }
        }
        return rules + documents + stops + holds
    }
}
