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

    /// The few words that are not the service's own.
    public struct Labels: Sendable {
        public let down: String
        public let condition: String
        public let amount: String
        /// What is paid while it lasts, and when that is looked at.
        public let benefit: String
        public let days: @Sendable (Int) -> String
        /// What a register, a parameter, the owner of a stage and one of the dates that every service knows are called, by their ids.
        public let register: @Sendable (String) -> String
        public let parameter: @Sendable (String) -> String
        public let owner: @Sendable (String) -> String
        public let date: @Sendable (String) -> String
        /// The service's own words, in the language of the picture.
        public let said: @Sendable (Words) -> String

        public init(
            down: String, condition: String, amount: String, benefit: String, days: @escaping @Sendable (Int) -> String,
            register: @escaping @Sendable (String) -> String, parameter: @escaping @Sendable (String) -> String,
            owner: @escaping @Sendable (String) -> String, said: @escaping @Sendable (Words) -> String = { $0.es },
            date: @escaping @Sendable (String) -> String
        ) {
            self.down = down
            self.condition = condition
            self.amount = amount
            self.benefit = benefit
            self.days = days
            self.register = register
            self.parameter = parameter
            self.owner = owner
            self.date = date
            self.said = said
        }
    }

    public init(_ service: Service, _ labels: Labels) {
        var (boxes, arrows) = ([Box](), [(from: String, to: String, words: String)]())
        for fact in service.facts {
            boxes.append(Box(id: fact.id, words: "\(labels.said(fact.name))\n\(labels.register(fact.register))", kind: .fact))
            if let other = fact.otherwise { arrows.append((other, fact.id, labels.down)) }
        }
        for question in service.questions {
            boxes.append(Box(id: question.id, words: labels.said(question.text), kind: .question))
            for name in (question.when?.tree.variables ?? []).sorted() { arrows.append((name, question.id, labels.condition)) }
            for name in question.offered { arrows.append((name, question.id, "")) }
        }
        for value in service.values {
            boxes.append(Box(id: value.id, words: labels.said(value.name), kind: .value))
            for name in value.program.tree.variables.sorted() { arrows.append((name, value.id, "")) }
        }
        for use in service.parameters {
            // Two of one name differ by the day of their value.
            let isTwice = service.parameters.count { $0.parameter == use.parameter } > 1
            let day =
                isTwice
                ? "\n" + (Service.dates.contains(use.on) ? labels.date(use.on) : service.called(use.on).map(labels.said) ?? use.on) : ""
            boxes.append(Box(id: use.id, words: labels.parameter(use.parameter) + day, kind: .parameter))
            for name in [use.on] + [use.age].compactMap(\.self) { arrows.append((name, use.id, "")) }
        }
        for rule in service.rules {
            boxes.append(Box(id: "regla \(rule.id)", words: "\(labels.said(rule.title))\n\(rule.basis)", kind: .rule))
            for name in rule.require.tree.variables.sorted() { arrows.append((name, "regla \(rule.id)", "")) }
        }
        var last = "decide"
        boxes.append(Box(id: last, words: labels.said(service.title), kind: .decision))
        for rule in service.rules { arrows.append(("regla \(rule.id)", last, "")) }
        for name in (service.amount?.program.tree.variables ?? []).sorted() { arrows.append((name, last, labels.amount)) }
        for stage in service.stages {
            let term = stage.businessDays.map { "\n" + labels.days($0) } ?? ""
            boxes.append(
                Box(
                    id: "etapa \(stage.id)", words: labels.said(stage.title) + (stage.owner.map { "\n\(labels.owner($0))" } ?? "") + term,
                    kind: .stage))
            arrows.append((last, "etapa \(stage.id)", ""))
            for name in (stage.hold?.program.tree.variables ?? []).sorted() { arrows.append((name, "etapa \(stage.id)", labels.condition)) }
            // Where it is decided depends on that.
            if stage.decides, let local = service.local { arrows.append((local.place, "etapa \(stage.id)", labels.condition)) }
            last = "etapa \(stage.id)"
        }
        if let life = service.life {
            let (lived, drawn) = Self.life(life, after: last, labels)
            (boxes, arrows) = (boxes + lived, arrows + drawn)
        }
        for document in service.documents {
            for name in Set(document.body.flatMap(\.text.names)).sorted() where !arrows.contains(where: { $0.from == name }) {
                arrows.append((name, "papel \(document.id)", ""))
            }
            guard arrows.contains(where: { $0.to == "papel \(document.id)" }) else { continue }
            boxes.append(Box(id: "papel \(document.id)", words: labels.said(document.title), kind: .stage))
        }
        let dates = Service.dates.filter { date in arrows.contains { $0.from == date } }
        boxes += dates.map { Box(id: $0, words: labels.date($0), kind: .date) }
        self.boxes = boxes
        let known = Set(boxes.map(\.id))
        self.arrows = arrows.filter { known.contains($0.from) && known.contains($0.to) }
    }

    /// The benefit after its grant: what it comes to, and what suspends or ends it.
    private static func life(_ life: Life, after last: String, _ labels: Labels) -> ([Box], [(from: String, to: String, words: String)]) {
        let id = "vida"
        var boxes = [Box(id: id, words: "\(labels.benefit)\n\(labels.owner(life.owner))\n\(labels.days(life.businessDays))", kind: .stage)]
        var arrows = [(from: last, to: id, words: "")]
        for name in (life.begins?.tree.variables ?? []).union(life.amount?.tree.variables ?? []).sorted() { arrows.append((name, id, "")) }
        for stop in life.stops {
            boxes.append(Box(id: "vida \(stop.id)", words: "\(labels.said(stop.title))\n\(stop.basis)", kind: .rule))
            arrows.append((id, "vida \(stop.id)", ""))
            for name in stop.when.tree.variables.union(stop.from?.tree.variables ?? []).sorted() {
                arrows.append((name, "vida \(stop.id)", ""))
            }
        }
        return (boxes, arrows)
    }

    /// In the DOT language of Graphviz.
    public var dot: String {
        func quoted(_ text: String) -> String {
            "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n") + "\""
        }
        var lines = ["digraph {", "  rankdir=LR; node [fontname=\"sans-serif\" fontsize=11]; edge [fontname=\"sans-serif\" fontsize=9]"]
        for box in boxes { lines.append("  \(quoted(box.id)) [label=\(quoted(box.words)) shape=\(Self.shape(box.kind))]") }
        for arrow in arrows {
            lines.append("  \(quoted(arrow.from)) -> \(quoted(arrow.to))" + (arrow.words.isEmpty ? "" : " [label=\(quoted(arrow.words))]"))
        }
        return (lines + ["}"]).joined(separator: "\n") + "\n"
    }

    private static func shape(_ kind: FlowPicture.Box.Kind) -> String {
        switch kind {
        case .fact: "cylinder"
        case .question: "box"
        case .date: "plaintext"
        case .value: "ellipse"
        case .parameter: "note"
        case .rule: "diamond"
        case .decision: "doubleoctagon"
        case .stage: "box3d"
        }
    }
}

extension Service {
    /// What people call something of it.
    fileprivate func called(_ name: String) -> Words? {
        fact(name)?.name ?? question(name)?.text ?? values.first { $0.id == name }?.name
    }
}
