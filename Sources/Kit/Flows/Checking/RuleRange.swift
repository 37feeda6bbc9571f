import Expressions

/// Tries a condition over the corners of what its names can be, to find one that never changes its mind.
struct RuleRange {
    private let service: Service
    /// Combinations that are tried at most.
    private static let most = 20_000

    init(_ service: Service) { self.service = service }

    /// The same as `constant`, where every value that its names can have was tried; nil where that is too many.
    func exact(_ program: Program) -> Bool? {
        let choices = bases(program.tree.variables).map { name in isClosed(name) ? corners(name).count : nil }
        let count = choices.reduce(1) { count, each in each.map { min(count * $0, Self.most + 1) } ?? Self.most + 1 }
        return count <= Self.most ? constant(program) : nil
    }

    /// Whether its corners are all that it can be.
    private func isClosed(_ name: String) -> Bool {
        switch service.question(name)?.kind {
        case .yesNo, .declaration: true
        case .choice: service.question(name)?.offer == nil
        default: service.fact(name)?.kind == .yesNo
        }
    }

    /// `true` or `false` when every try comes to that; nil when it can be both, or nothing can be said.
    func constant(_ program: Program) -> Bool? {
        let names = bases(program.tree.variables)
        var choices = names.map { (name: $0, values: corners($0)) }
        // Of what has no corners nothing can be said.
        guard !choices.contains(where: \.values.isEmpty) else { return nil }
        var count = choices.reduce(1) { min($0 * max(1, $1.values.count), 1_000_000_000) }
        // Fewer corners of each, until it is a number that can be tried.
        while count > Self.most, let widest = choices.indices.max(by: { choices[$0].values.count < choices[$1].values.count }),
            choices[widest].values.count > 2
        {
            choices[widest].values = choices[widest].values.enumerated().filter { $0.offset.isMultiple(of: 2) }.map(\.element)
            count = choices.reduce(1) { min($0 * max(1, $1.values.count), 1_000_000_000) }
        }
        var seen: Set<Bool> = []
        for number in 0..<min(count, Self.most) {
            var (rest, bindings) = (number, Bindings(service.environment))
            for choice in choices {
                bindings.set(choice.name, choice.values[rest % choice.values.count])
                rest /= choice.values.count
            }
            derive(&bindings)
            if case .value(.bool(let holds)) = program.evaluate(bindings) { seen.insert(holds) }
            if seen.count == 2 { return nil }
        }
        return seen.first
    }

    private func derive(_ bindings: inout Bindings) {
        // As often as there are values: one may follow from another that stands after it.
        for _ in service.values {
            for value in service.values {
                if case .value(let found) = value.program.evaluate(bindings) { bindings.set(value.id, found) }
            }
        }
    }

    private func bases(_ names: Set<String>) -> [String] {
        var (found, queue, seen) = (Set<String>(), Array(names), names)
        while let name = queue.popLast() {
            if let value = service.values.first(where: { $0.id == name }) {
                // A value that depends on itself is told elsewhere.
                queue += value.program.tree.variables.filter { seen.insert($0).inserted }
            } else {
                found.insert(name)
            }
        }
        return found.sorted()
    }

    private func corners(_ name: String) -> [Value] {
        if Service.dates.contains(name) { return [19_000, 20_600, 21_500].compactMap { Timestamp(day: $0).map { .timestamp($0) } } }
        if name == Service.holidays { return [.list([19_000, 20_600, 21_500].compactMap { Timestamp(day: $0).map { .timestamp($0) } })] }
        if let question = service.question(name) { return corners(question.kind) + (question.offer == nil ? [] : corners(FactKind.text)) }
        if let fact = service.fact(name) { return corners(fact.kind) }
        return [0, 1, 1_000, 100_000, 1_000_000].map { .int($0) }
    }

    private func corners(_ kind: FactKind) -> [Value] {
        switch kind {
        case .yesNo: [.bool(true), .bool(false)]
        case .wholeNumber, .money:
            Set([0, 1, 17, 40, 60, 64, 65, 66, 81, 82, 1_000, 100_000, 500_000, 1_000_000, 100_000_000] + numbers).sorted().map { .int($0) }
        case .date: [-20_000, -4_000, 0, 5_000, 14_000, 19_000, 20_500].compactMap { Timestamp(day: $0).map { .timestamp($0) } }
        case .text, .commune: [.string(""), .string("a")] + words
        case .texts: [.list([])] + words.map { .list([$0]) }
        case .records: []
        }
    }

    private func corners(_ kind: AnswerKind) -> [Value] {
        switch kind {
        case .yesNo: [.bool(true), .bool(false)]
        case .declaration: [.bool(true)]
        case .choice(let options): options.map { .string($0.id) }
        case .several(let options, _): [.list(options.map { .string($0.id) })] + options.map { .list([.string($0.id)]) }
        case .wholeNumber(let range), .money(let range):
            Set([range.lowerBound, range.lowerBound + 1, (range.lowerBound + range.upperBound) / 2, range.upperBound] + numbers)
                .filter(range.contains).sorted().map { .int($0) }
        case .date: corners(FactKind.date)
        case .text, .longText, .run, .commune, .telephone, .email: corners(FactKind.text)
        case .address, .file, .groups: []
        }
    }

    /// The words that the rules themselves compare with.
    private var words: [Value] {
        Set(literals.compactMap { if case .string(let text) = $0 { text } else { nil } }).sorted().map { .string($0) }
    }

    /// The numbers that they compare with, and those beside them.
    private var numbers: [Int64] {
        var numbers: [Int64] = []
        for case .int(let number) in literals where number > -1_000_000_000_000 && number < 1_000_000_000_000 {
            numbers += [number - 1, number, number + 1]
        }
        return numbers
    }

    private var literals: [Value] {
        func within(_ node: Checked) -> [Value] {
            if case .literal(let value) = node.kind { return [value] }
            return node.children.flatMap(within)
        }
        return (service.rules.map(\.require.tree) + service.values.map(\.program.tree)).flatMap(within)
    }
}
