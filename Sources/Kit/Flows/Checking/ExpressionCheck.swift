import Definitions
import Expressions

/// What its expressions say, whatever comes in.
extension ServiceCheck {
    /// An expression, and what becomes of a service in which it never changes its mind.
    struct Source {
        let path: String
        let program: Program
        var role = Role.value
    }

    enum Role {
        case rule(Rule)
        case when(Question)
        case valid(Question)
        case hold, stop, step
        case money
        case value
    }

    /// All of them, in the order of the file.
    var sources: [Source] {
        var all: [Source] = []
        for (index, value) in service.values.enumerated() {
            all.append(Source(path: "values[\(index + 1)].is", program: value.program, role: value.kind == .money ? .money : .value))
        }
        for (index, question) in service.questions.enumerated() {
            let place = "questions[\(index + 1)]"
            if let when = question.when { all.append(Source(path: place + ".when", program: when, role: .when(question))) }
            if let valid = question.valid { all.append(Source(path: place + ".valid.that", program: valid.that, role: .valid(question))) }
        }
        for (index, rule) in service.rules.enumerated() {
            all.append(Source(path: "rules[\(index + 1)].require", program: rule.require, role: .rule(rule)))
        }
        if let amount = service.amount { all.append(Source(path: "amount.is", program: amount.program, role: .money)) }
        if let life = service.life {
            if let begins = life.begins { all.append(Source(path: "life.begins", program: begins)) }
            if let amount = life.amount { all.append(Source(path: "life.amount", program: amount, role: .money)) }
            for (index, stop) in life.stops.enumerated() {
                all.append(Source(path: "life.stops[\(index + 1)].when", program: stop.when, role: .stop))
                if let from = stop.from { all.append(Source(path: "life.stops[\(index + 1)].from", program: from)) }
            }
        }
        for (index, stage) in service.stages.enumerated() {
            guard let hold = stage.hold else { continue }
            all.append(Source(path: "stages[\(index + 1)].hold.while", program: hold.program, role: .hold))
            for (number, step) in hold.says.enumerated() {
                guard let when = step.when else { continue }
                all.append(Source(path: "stages[\(index + 1)].hold.says[\(number + 1)].when", program: when, role: .step))
            }
        }
        for (index, step) in service.outcome.steps.enumerated() {
            if let when = step.when { all.append(Source(path: "ending.next[\(index + 1)].when", program: when, role: .step)) }
        }
        return all
    }

    var expressions: [FileDefect] {
        var foresight = Foresight(service, surroundings)
        var (faults, constants) = (questions, [FileDefect]())
        for source in sources {
            var (possible, found) = foresight.look(source.program)
            if case .valid(let question) = source.role { (possible, found) = foresight.look(source.program, while: question) }
            if found.isEmpty, case .money = source.role, case .number(_, let unit?) = possible, unit != .pesos {
                found.append("gives \(unit.plain), and an amount is in pesos" + (unit == .percent ? Foresight.hundredths : ""))
            }
            faults += found.map { defect(source.path, $0) }
            if let told = constant(source, possible.always) { constants.append(defect(source.path, told)) }
        }
        // A name that is wrong makes conditions that never change: those are looked at when it is mended.
        return faults.isEmpty ? constants : faults
    }

    private func constant(_ source: Source, _ always: Bool?) -> String? {
        switch source.role {
        case .rule(let rule):
            if rule.require.tree.variables.isEmpty { return "'\(rule.id)' depends on nothing: it is the same for everybody" }
            guard let always = always ?? RuleRange(service).constant(rule.require) else { return nil }
            return "'\(rule.id)' is always \(always): " + (always ? "it keeps nobody out" : "nobody could be granted this")
        case .when(let question):
            guard let always = always ?? RuleRange(service).exact(source.program) else { return nil }
            if always { return "always holds, and everybody is asked '\(question.id)': leave 'when' out" }
            return "never holds, and nobody is asked '\(question.id)'"
                + (question.standard == nil ? "" : ": everybody would be taken to say what 'default' says")
        case .valid: return always == false ? "never holds: no answer would be taken" : nil
        case .hold:
            return always.map { $0 ? "always holds: nobody could ever decide" : "never holds, and keeps nothing from being decided" }
        case .stop: return always.map { $0 ? "always holds: whoever is granted this would lose it" : "never holds" }
        case .step: return always.map { $0 ? "always holds: leave 'when' out" : "never holds, and nobody is told this" }
        case .money, .value: return nil
        }
    }
}
