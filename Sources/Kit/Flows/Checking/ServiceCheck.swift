import Definitions
import Expressions

/// Looks at a definition before it goes live. A defect stops it; a remark does not.
public struct ServiceCheck: Sendable {
    /// Longest text of a question that somebody hears, in characters.
    static let heard = 240

    public let service: Service
    public let file: String

    public init(_ service: Service, file: String) {
        self.service = service
        self.file = file
    }

    /// Everything that is wrong. `parameters` are the ids that exist, the others likewise; nil leaves that out.
    public func defects(
        parameters: Set<String>? = nil, sheets: Set<String>? = nil, registers: Set<String>? = nil, institutions: Set<String>? = nil,
        instruments: Set<String>? = nil
    ) -> [FileDefect] {
        var defects = circles
        // What goes round in a circle is not looked at further: mend that first.
        guard defects.isEmpty else { return defects }
        defects += media + endings + changes(instruments) + constants + unused + names
        if let institutions, !institutions.contains(service.institution) {
            defects.append(defect("institution", "'\(service.institution)' is no institution of the catalogue"))
        }
        if let parameters {
            for term in service.remedies.compactMap(\.term) where !parameters.contains(term) {
                defects.append(defect("remedies", "'\(term)' is no parameter of the catalogue"))
            }
            for id in (service.life.map { [$0.every] + ($0.recovery.map { [$0.most] } ?? []) } ?? []) where !parameters.contains(id) {
                defects.append(defect("life", "'\(id)' is no parameter of the catalogue"))
            }
            for use in service.parameters where !parameters.contains(use.parameter) {
                defects.append(defect("parameters", "'\(use.parameter)' is no parameter of the catalogue"))
            }
        }
        if let sheets, !sheets.contains(service.sheet) {
            defects.append(defect("sheet", "'\(service.sheet)' is no sheet of the catalogue"))
        }
        if let registers {
            for fact in service.facts where !registers.contains(fact.register) {
                defects.append(defect("facts", "'\(fact.id)': there is no register '\(fact.register)'"))
            }
        }
        return defects
    }

    func defect(_ field: String, _ message: String) -> FileDefect { FileDefect(file: file, field: field, message: message) }

    /// What each name needs to be known before it.
    private var bases: [String: Set<String>] {
        var bases: [String: Set<String>] = [:]
        for value in service.values { bases[value.id] = value.program.tree.variables }
        for use in service.parameters { bases[use.id] = Set([use.on] + (use.age.map { [$0] } ?? [])) }
        for question in service.questions { bases[question.id] = question.when?.tree.variables ?? [] }
        for fact in service.facts { bases[fact.id] = fact.otherwise.map { [$0] } ?? [] }
        return bases
    }

    private var circles: [FileDefect] {
        let bases = bases
        func reaches(_ name: String, _ target: String, _ seen: inout Set<String>) -> Bool {
            for base in bases[name] ?? [] {
                if base == target { return true }
                if seen.insert(base).inserted, reaches(base, target, &seen) { return true }
            }
            return false
        }
        return bases.keys.sorted().compactMap { name in
            var seen: Set<String> = []
            return reaches(name, name, &seen) ? defect(name, "depends on itself: it could never be known") : nil
        }
    }

    private var media: [FileDefect] {
        var defects: [FileDefect] = []
        for question in service.questions {
            if service.media.contains(.voice) {
                let spoken = (question.voice ?? question.text).es
                if spoken.count > Self.heard {
                    defects.append(
                        defect(
                            "questions",
                            "'\(question.id)' is too long to be heard (\(spoken.count) characters, \(Self.heard) at most): write a 'voice'")
                    )
                }
            }
            if service.media.contains(.voice), !question.isOptional, !question.kind.canBeSpoken {
                defects.append(defect("questions", "'\(question.id)' cannot be spoken: make it optional, or leave voice out"))
            }
            if case .choice(let options) = question.kind, options.count > 9,
                service.media.contains(.voice)
            {
                defects.append(defect("questions", "'\(question.id)' has more options than a telephone has keys"))
            }
        }
        return defects
    }

    /// Every path ends: with a stage that decides, or at once.
    private var endings: [FileDefect] {
        var defects: [FileDefect] = []
        if !service.outcome.isImmediate, !service.stages.contains(where: \.decides) {
            defects.append(defect("stages", "none decides: a case would never end ('decides: true')"))
        }
        if let last = service.stages.lastIndex(where: \.decides), service.stages[(last + 1)...].contains(where: { $0.owner != nil }) {
            defects.append(defect("stages", "somebody owns a stage after the one that decides: no case would reach it"))
        }
        if service.stages.contains(where: { $0.decides && $0.owner == nil }) {
            defects.append(defect("stages", "who decides has a name: 'owner' is missing"))
        }
        if service.stages.contains(where: { $0.decides && $0.businessDays == nil }) {
            defects.append(defect("stages", "who decides has a term: 'business_days' is missing"))
        }
        if service.stages.contains(where: \.decides), service.remedies.isEmpty {
            defects.append(defect("remedies", "whoever is refused is told what can be done: there is none"))
        }
        let signers: [String?] = service.authorities.isEmpty ? [nil] : service.authorities.map(\.id)
        for signer in signers {
            let open = service.remedies.filter { $0.isAgainst(signer) }
            if open.count(where: \.isHere) > 1 { defects.append(defect("remedies", "one at most is made here")) }
            if let signer, open.isEmpty { defects.append(defect("remedies", "against what '\(signer)' signs there is none")) }
        }
        for remedy in service.remedies where remedy.isHere && remedy.term == nil {
            defects.append(defect("remedies", "'\(remedy.id)' is made here, and has no term"))
        }
        for remedy in service.remedies {
            for signer in remedy.against.sorted() where !service.authorities.contains(where: { $0.id == signer }) {
                defects.append(defect("remedies", "'\(signer)' is no authority of this service"))
            }
        }
        if service.stages.contains(where: { $0.refers && $0.owner == nil }) {
            defects.append(defect("stages", "who passes a case on has a name: 'owner' is missing"))
        }
        if service.begin > service.submit { defects.append(defect("assurance", "it begins more strictly than it is filed")) }
        return defects
    }

    /// Rules that say nothing, whatever comes in.
    private var constants: [FileDefect] {
        service.rules.compactMap { rule in
            guard rule.require.tree.variables.isEmpty else {
                return RuleRange(service).constant(rule).map { defect("rules", "'\(rule.id)' is always \($0)") }
            }
            return defect("rules", "'\(rule.id)' depends on nothing")
        }
    }

    /// What the life of the benefit and the holds of stages look at.
    private var lived: [Program] {
        let holds = service.stages.compactMap(\.hold?.program)
        guard let life = service.life else { return holds }
        return holds + life.stops.flatMap { [$0.when] + ($0.from.map { [$0] } ?? []) } + (life.amount.map { [$0] } ?? [])
    }

    private var unused: [FileDefect] {
        var used: Set<String> = []
        for program in service.rules.map(\.require) + service.values.map(\.program) + (service.amount.map { [$0.program] } ?? []) + lived {
            used.formUnion(program.tree.variables)
        }
        for question in service.questions {
            used.formUnion((question.when?.tree.variables ?? []).union(question.valid?.that.tree.variables ?? []))
        }
        for use in service.parameters { used.formUnion([use.on] + (use.age.map { [$0] } ?? [])) }
        let said = service.documents.flatMap { $0.body.map(\.text.es) }.joined()
        return (service.facts.map(\.id) + service.values.map(\.id) + service.parameters.map(\.id)).filter {
            !used.contains($0) && !said.contains("{\($0)}")
        }.map { defect($0, "nothing uses it: what is not needed is not asked of a register") }
    }
}
