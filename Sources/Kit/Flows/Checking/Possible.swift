import Expressions

/// What a value can be, as far as a definition tells before anybody answered. It may say too much, never too little: what it leaves out
/// can't happen.
indirect enum Possible: Sendable {
    case anything
    case truth(Set<Bool>)
    case number(ClosedRange<Int64>, NumberUnit?)
    /// One of these texts; `of` is the choice whose options they are.
    case words(Set<String>, of: String?)
    case list(Possible, ClosedRange<Int64>)
    /// Fields by name; `of` is the list in which such groups stand.
    case group([String: Possible], of: String)

    static let either = Possible.truth([true, false])
    static func whole(_ unit: NumberUnit? = nil) -> Possible { .number(.min ... .max, unit) }

    /// Of that type, and nothing more is known.
    init(_ type: ValueType) {
        switch type {
        case .bool: self = .either
        case .int: self = .whole()
        case .list(let element): self = .list(Possible(element), 0...(.max))
        default: self = .anything
        }
    }

    /// Exactly this value.
    init(_ value: Value) {
        switch value {
        case .bool(let bool): self = .truth([bool])
        case .int(let number): self = .number(number...number, nil)
        case .string(let text): self = .words([text], of: nil)
        case .list(let values):
            let elements = values.map { Possible($0) }
            self = .list(elements.dropFirst().reduce(elements.first ?? .anything) { $0.or($1) }, Int64(values.count)...Int64(values.count))
        default: self = .anything
        }
    }

    /// This or that.
    func or(_ other: Possible) -> Possible {
        switch (self, other) {
        case (.truth(let a), .truth(let b)): .truth(a.union(b))
        case (.number(let a, let one), .number(let b, let two)):
            .number(min(a.lowerBound, b.lowerBound)...max(a.upperBound, b.upperBound), one == two ? one : nil)
        case (.words(let a, let one), .words(let b, let two)): .words(a.union(b), of: one ?? two)
        case (.list(let a, let few), .list(let b, let many)):
            .list(a.or(b), min(few.lowerBound, many.lowerBound)...max(few.upperBound, many.upperBound))
        case (.group(let a, let list), .group(let b, _)):
            .group(a.merging(b) { $0.or($1) }.filter { a[$0.key] != nil && b[$0.key] != nil }, of: list)
        default: .anything
        }
    }

    /// `true` or `false` when it can be nothing else.
    var always: Bool? { if case .truth(let truths) = self, truths.count == 1 { truths.first } else { nil } }

    var truths: Set<Bool> { if case .truth(let truths) = self { truths } else { [true, false] } }

    /// Whether two can be equal, and whether they can differ.
    func equals(_ other: Possible) -> Set<Bool> {
        switch (self, other) {
        case (.truth(let a), .truth(let b)): return Self.equal(a, b)
        case (.words(let a, _), .words(let b, _)): return Self.equal(a, b)
        case (.number(let a, _), .number(let b, _)):
            if !a.overlaps(b) { return [false] }
            return a.lowerBound == a.upperBound && a == b ? [true] : [true, false]
        default: return [true, false]
        }
    }

    private static func equal<Element>(_ a: Set<Element>, _ b: Set<Element>) -> Set<Bool> {
        if a.isDisjoint(with: b) { return [false] }
        return a.count == 1 && a == b ? [true] : [true, false]
    }
}

extension Possible {
    /// Of a question: what may be answered, or stands in its place while it is not asked.
    init(_ question: Question) {
        // What a register gives to choose from can be any text.
        self = question.offer == nil ? Possible(question.kind, question.id) : .anything
        if let standard = question.standard { self = self.or(Possible(standard)) }
    }

    private init(_ kind: AnswerKind, _ id: String) {
        switch kind {
        case .choice(let options): self = .words(Set(options.map(\.id)), of: id)
        case .several(let options, let most):
            self = .list(.words(Set(options.map(\.id)), of: id), 0...Int64(max(0, most ?? options.count)))
        case .wholeNumber(let range): self = .number(range, nil)
        case .money(let range): self = .number(range, .pesos)
        case .declaration: self = .truth([true])
        case .groups(let fields, let least, let most):
            self = .list(
                .group(Dictionary(fields.map { ($0.id, Possible($0)) }) { first, _ in first }, of: id), Int64(least)...Int64(most))
        default: self = Possible(kind.type)
        }
    }

    /// Of what a register knows; `field` is what it says about it.
    init(_ fact: Fact, _ field: RegisterShape.Field?) {
        switch fact.kind {
        case .money: self = .whole(.pesos)
        case .records:
            let fields = field.map { $0.inner.mapValues { $0 == .money ? .whole(.pesos) : Possible($0.type) } }
            self = .list(fields.map { .group($0, of: fact.id) } ?? .anything, 0...(.max))
        default: self = Possible(fact.kind.type)
        }
    }
}
