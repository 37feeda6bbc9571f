import Definitions
import Expressions

/// What each expression of a service can come to, and what in it names something that there can't be. An expression is looked at without
/// any answer: by the ranges, the options and the fields that the file declares.
struct Foresight {
    let service: Service
    private let surroundings: ServiceSurroundings
    private var known: [String: Possible] = [:]
    private var elements: [Possible] = []
    /// What was found wrong in the expression that is looked at.
    private(set) var faults: [String] = []

    init(_ service: Service, _ surroundings: ServiceSurroundings) {
        self.service = service
        self.surroundings = surroundings
    }

    /// What it can come to, and what is wrong with it.
    mutating func look(_ program: Program) -> (possible: Possible, faults: [String]) {
        faults = []
        let possible = look(program.tree)
        return (possible, faults)
    }

    /// The same while a list is still being filled in, so that it may be as short as one.
    mutating func look(_ program: Program, while question: Question) -> (possible: Possible, faults: [String]) {
        let before = known[question.id]
        defer { known[question.id] = before }
        if case .list(let element, let count) = Possible(question) {
            known[question.id] = .list(element, min(1, count.lowerBound)...count.upperBound)
        }
        return look(program)
    }

    private mutating func look(_ name: String) -> Possible {
        if let possible = known[name] { return possible }
        let possible = named(name)
        known[name] = possible
        return possible
    }

    private mutating func named(_ name: String) -> Possible {
        if let question = service.question(name) { return Possible(question) }
        if let fact = service.fact(name) {
            let said = Possible(fact, surroundings.registers?[fact.register]?.fields[fact.field])
            guard let other = fact.otherwise.flatMap({ service.question($0) }) else { return said }
            return said.or(Possible(other))
        }
        if let use = service.parameters.first(where: { $0.id == name }) {
            return .whole(surroundings.parameters?[use.parameter].map(\.unit).flatMap { $0 == .count ? nil : $0 })
        }
        guard let value = service.values.first(where: { $0.id == name }) else { return .anything }
        // What is wrong in a value is told where it stands, not where it is used.
        let told = faults
        defer { faults = told }
        let possible = look(value.program.tree)
        guard value.kind == .money, case .number(let range, _) = possible else { return possible }
        return .number(range, .pesos)
    }

    /// Whether it is an answer that can be no day after today.
    func isPast(_ name: String) -> Bool {
        if case .date(past: true, future: false)? = service.question(name)?.kind { true } else { false }
    }

    mutating func fault(_ message: String) { if !faults.contains(message) { faults.append(message) } }

    mutating func look(_ node: Checked) -> Possible {
        switch node.kind {
        case .literal(let value): return Possible(value)
        case .variable(_, let name): return look(name)
        case .element(let level): return level < elements.count ? elements[level] : .anything
        case .select(let operand, let field): return select(look(operand), field, node.type)
        case .has(let operand, let field):
            _ = select(look(operand), field, node.type)
            return .either
        case .call(let name, _, let arguments): return call(name, arguments, node.type)
        case .equal(let a, let b, let isNegated):
            let (one, two) = (look(a), look(b))
            options(a, one, b, two)
            units(one, two) { "\($0) cannot be compared with \($1)" }
            let truths = one.equals(two)
            return .truth(isNegated ? Set(truths.map { !$0 }) : truths)
        case .conditional(let condition, let yes, let no):
            let (condition, yes, no) = (look(condition), look(yes), look(no))
            return condition.always.map { $0 ? yes : no } ?? yes.or(no)
        case .all(let terms): return both(terms, decides: false)
        case .any(let terms): return both(terms, decides: true)
        case .list(let members):
            let found = members.map { look($0) }
            return .list(
                found.dropFirst().reduce(found.first ?? .anything) { $0.or($1) }, Int64(members.count)...Int64(members.count))
        case .map, .failure:
            _ = node.children.map { look($0) }
            return Possible(node.type)
        case .fold(let fold, let range, let level, let body): return self.fold(fold, range, level, body)
        }
    }

    /// `&&` and `||`: one term that decides is enough.
    private mutating func both(_ terms: [Checked], decides: Bool) -> Possible {
        let truths = terms.map { look($0).truths }
        var can: Set<Bool> = []
        if truths.contains(where: { $0.contains(decides) }) { can.insert(decides) }
        if truths.allSatisfy({ $0.contains(!decides) }) { can.insert(!decides) }
        if can.count == 2, let always = ordered(terms, decides: decides) { return .truth([always]) }
        return .truth(can)
    }

    private mutating func select(_ operand: Possible, _ field: String, _ type: ValueType) -> Possible {
        guard case .group(let fields, let list) = operand else { return Possible(type) }
        if let found = fields[field] { return found }
        fault("'\(list)' has no field '\(field)'" + Spelling.choices(for: field, among: Array(fields.keys)))
        return .anything
    }

    private mutating func fold(_ fold: Expression.Fold, _ range: Checked, _ level: Int, _ body: [Checked]) -> Possible {
        var (element, count): (Possible, ClosedRange<Int64>) = (.anything, 0...(.max))
        if case .list(let found, let many) = look(range) { (element, count) = (found, many) }
        let outer = elements
        elements = Array((elements + Array(repeating: .anything, count: level + 1)).prefix(level)) + [element]
        defer { elements = outer }
        let found = body.map { look($0) }
        guard let last = found.last else { return .anything }
        switch fold {
        case .filter: return .list(element, (last.always == true ? count.lowerBound : 0)...(last.always == false ? 0 : count.upperBound))
        case .map: return .list(last, (found.count == 1 ? count.lowerBound : 0)...count.upperBound)
        case .all:
            if count.upperBound == 0 || last.always == true { return .truth([true]) }
            return count.lowerBound > 0 && last.always == false ? .truth([false]) : .either
        case .exists:
            if count.upperBound == 0 || last.always == false { return .truth([false]) }
            return count.lowerBound > 0 && last.always == true ? .truth([true]) : .either
        case .existsOne: return .either
        }
    }
}
