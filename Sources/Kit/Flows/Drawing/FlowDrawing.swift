import Expressions

/// A service as a picture: what registers say, what is asked, what decides, and the stages of the case.
public struct FlowDrawing: Sendable {
    struct Box {
        let id: String
        let words: String
        let kind: FlowPicture.Box.Kind
    }

    let boxes: [Box]
    let arrows: [(from: String, to: String, words: String)]
    /// What the kinds of boxes that there are stand for.
    let legend: [(kind: FlowPicture.Box.Kind, words: String)]

    public init(_ service: Service, _ labels: Labels) {
        var (boxes, arrows) = ([Box](), [(from: String, to: String, words: String)]())
        let say = labels.say
        for fact in service.facts {
            boxes.append(Box(id: fact.id, words: "\(say(fact.name))\n\(labels.register(fact.register))", kind: .fact))
            if let other = fact.otherwise { arrows.append((other, fact.id, labels.down)) }
        }
        for question in service.questions {
            boxes.append(Box(id: question.id, words: say(question.text), kind: .question))
            for name in (question.when?.tree.variables ?? []).sorted() { arrows.append((name, question.id, labels.condition)) }
            for name in question.offered { arrows.append((name, question.id, "")) }
        }
        for value in service.values {
            boxes.append(Box(id: value.id, words: say(value.name), kind: .value))
            for name in value.program.tree.variables.sorted() { arrows.append((name, value.id, "")) }
        }
        for use in service.parameters {
            // Two of one name differ by the day of their value.
            let isTwice = service.parameters.count { $0.parameter == use.parameter } > 1
            let day =
                isTwice ? "\n" + (Service.dates.contains(use.on) ? labels.date(use.on) : service.called(use.on).map(say) ?? use.on) : ""
            boxes.append(Box(id: use.id, words: labels.parameter(use.parameter) + day, kind: .parameter))
            for name in [use.on] + [use.age].compactMap(\.self) { arrows.append((name, use.id, "")) }
        }
        for rule in service.rules {
            boxes.append(Box(id: "regla \(rule.id)", words: "\(say(rule.title))\n\(rule.basis)", kind: .rule))
            for name in rule.require.tree.variables.sorted() { arrows.append((name, "regla \(rule.id)", "")) }
        }
        var last = "decide"
        boxes.append(Box(id: last, words: "\(labels.decision)\n\(say(service.title))", kind: .decision))
        for rule in service.rules { arrows.append(("regla \(rule.id)", last, "")) }
        for name in (service.amount?.program.tree.variables ?? []).sorted() { arrows.append((name, last, labels.amount)) }
        for stage in service.stages {
            let term = stage.businessDays.map { "\n" + labels.days($0) } ?? ""
            boxes.append(
                Box(
                    id: "etapa \(stage.id)", words: say(stage.title) + (stage.owner.map { "\n\(labels.owner($0))" } ?? "") + term,
                    kind: .stage))
            arrows.append((last, "etapa \(stage.id)", ""))
            for name in (stage.hold?.program.tree.variables ?? []).sorted() { arrows.append((name, "etapa \(stage.id)", labels.condition)) }
            // Where it is decided depends on that.
            if stage.decides, let local = service.local { arrows.append((local.place, "etapa \(stage.id)", labels.condition)) }
            last = "etapa \(stage.id)"
        }
        if let life = service.life {
            let (lived, drawn) = Self.life(life, after: last, service, labels)
            (boxes, arrows) = (boxes + lived, arrows + drawn)
        }
        for document in service.documents {
            for name in Set(document.body.flatMap(\.text.names)).sorted() where !arrows.contains(where: { $0.from == name }) {
                arrows.append((name, "papel \(document.id)", ""))
            }
            guard arrows.contains(where: { $0.to == "papel \(document.id)" }) else { continue }
            boxes.append(Box(id: "papel \(document.id)", words: say(document.title), kind: .paper))
        }
        let dates = Service.dates.filter { date in arrows.contains { $0.from == date } }
        boxes += dates.map { Box(id: $0, words: labels.date($0), kind: .date) }
        self.boxes = boxes
        let kinds = Set(boxes.map(\.kind))
        legend = FlowPicture.Box.Kind.allCases.filter { kinds.contains($0) }.map { ($0, labels.kind($0)) }
        let known = Set(boxes.map(\.id))
        self.arrows = arrows.filter { known.contains($0.from) && known.contains($0.to) }
    }

    /// The benefit after its grant: what it comes to, by which parameters it is looked at again and paid back, what it has to go on meeting,
    /// and what suspends or ends it.
    private static func life(_ life: Life, after last: String, _ service: Service, _ labels: Labels)
        -> ([Box], [(from: String, to: String, words: String)])
    {
        let id = "vida"
        var boxes = [Box(id: id, words: "\(labels.benefit)\n\(labels.owner(life.owner))\n\(labels.days(life.businessDays))", kind: .stage)]
        var arrows = [(from: last, to: id, words: "")]
        for name in (life.begins?.tree.variables ?? []).union(life.amount?.tree.variables ?? []).sorted() { arrows.append((name, id, "")) }
        for parameter in [life.every] + [life.recovery?.most].compactMap(\.self) {
            if let use = service.parameters.first(where: { $0.parameter == parameter }) {
                arrows.append((use.id, id, ""))
            } else {
                boxes.append(Box(id: "valor \(parameter)", words: labels.parameter(parameter), kind: .parameter))
                arrows.append(("valor \(parameter)", id, ""))
            }
        }
        for rule in service.rules where life.rules?.contains(rule.id) != false { arrows.append(("regla \(rule.id)", id, labels.condition)) }
        for stop in life.stops {
            let kind = stop.kind == .suspension ? labels.suspends : labels.ends
            boxes.append(Box(id: "vida \(stop.id)", words: "\(kind): \(labels.say(stop.title))\n\(stop.basis)", kind: .stop))
            arrows.append((id, "vida \(stop.id)", ""))
            for name in stop.when.tree.variables.union(stop.from?.tree.variables ?? []).sorted() {
                arrows.append((name, "vida \(stop.id)", ""))
            }
        }
        return (boxes, arrows)
    }

    /// What a reason to suspend or end looks at, in the words of its boxes.
    public func causes(of stop: Life.Stop) -> [String] {
        arrows.filter { $0.to == "vida \(stop.id)" && $0.from != "vida" }.compactMap { arrow in
            boxes.first { $0.id == arrow.from }.map { $0.words.replacing("\n", with: ", ") }
        }
    }
}

extension Service {
    /// What people call something of it.
    fileprivate func called(_ name: String) -> Words? {
        fact(name)?.name ?? question(name)?.text ?? values.first { $0.id == name }?.name
    }
}
