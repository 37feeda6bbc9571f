import Definitions
import Expressions

/// What a definition names outside of itself: parameters, a sheet, registers, queues, an institution.
extension ServiceCheck {
    public var outside: [FileDefect] { places + parameters + facts + queues }

    private static let lost = "; it is needed by what is in use: put it back"

    /// What to do about a name that is none.
    private func advice(_ name: String, _ names: some Collection<String>) -> String {
        isLoaded ? Self.lost : Spelling.choices(for: name, among: names)
    }

    private var places: [FileDefect] {
        var defects: [FileDefect] = []
        if let institutions = surroundings.institutions, !institutions.contains(service.institution) {
            defects.append(
                defect(
                    "institution",
                    "'\(service.institution)' is no institution of the catalogue"
                        + advice(service.institution, institutions)))
        }
        if let local = service.local, let institutions = surroundings.institutions, !institutions.contains(local.institution) {
            defects.append(
                defect(
                    "local.institution",
                    "'\(local.institution)' is no institution of the catalogue" + advice(local.institution, institutions)))
        }
        if let sheets = surroundings.sheets, !sheets.contains(service.sheet) {
            defects.append(
                defect("sheet", "'\(service.sheet)' is no sheet of the catalogue" + advice(service.sheet, sheets)))
        }
        return defects
    }

    /// Each use of a parameter, with what its value may count; any when nothing is said.
    private var uses: [(path: String, id: String, units: Set<NumberUnit>)] {
        var uses = service.parameters.enumerated().map { ("parameters[\($0 + 1)].parameter", $1.parameter, Set<NumberUnit>()) }
        for (index, remedy) in service.remedies.enumerated() {
            if let term = remedy.term { uses.append(("remedies[\(index + 1)].term", term, [.businessDays, .days, .months, .years])) }
        }
        if let life = service.life {
            uses.append(("life.every", life.every, [.months]))
            if let recovery = life.recovery { uses.append(("life.recovery.most", recovery.most, [.percent])) }
        }
        return uses
    }

    /// Whether it can do without any parameter.
    public var namesParameters: Bool { !uses.isEmpty }

    private var parameters: [FileDefect] {
        guard let known = surroundings.parameters else { return [] }
        var defects: [FileDefect] = []
        for use in uses {
            guard let shape = known[use.id] else {
                let advice = isLoaded ? Self.lost : Spelling.advice(for: use.id, among: known.keys)
                defects.append(
                    defect(
                        use.path,
                        surroundings.place == .catalogue
                            ? "'\(use.id)' is no parameter of the catalogue\(advice)"
                            : "'\(use.id)' is no parameter in the database: run 'ventanilla catalogue load' first\(advice)"))
                continue
            }
            if !use.units.isEmpty, !use.units.contains(shape.unit) {
                let wanted = use.units.map(\.plain).sorted().joined(separator: " or ")
                defects.append(defect(use.path, "'\(use.id)' is in \(shape.unit.plain), and here it must be in \(wanted)"))
            }
        }
        for (index, use) in service.parameters.enumerated() where use.age == nil && known[use.parameter]?.isByAge == true {
            defects.append(
                defect("parameters[\(index + 1)]", "'\(use.parameter)' has a value for each age: say of which, with 'age: a whole number'"))
        }
        return defects
    }

    private var queues: [FileDefect] {
        guard let queues = surroundings.queues else { return [] }
        var owners = service.stages.enumerated().compactMap { index, stage in stage.owner.map { ("stages[\(index + 1)].owner", $0) } }
        if let life = service.life { owners.append(("life.owner", life.owner)) }
        return owners.filter { !queues.contains($0.1) }.map { path, owner in
            defect(path, "'\(owner)' is no queue of registers.yaml" + advice(owner, queues))
        }
    }

    private var facts: [FileDefect] {
        guard let registers = surroundings.registers else { return [] }
        return service.facts.enumerated().compactMap { index, fact in
            let place = "facts[\(index + 1)]"
            guard let register = registers[fact.register] else {
                return defect(
                    place + ".register",
                    "'\(fact.register)' is no register of this installation" + advice(fact.register, registers.keys))
            }
            guard let field = register.fields[fact.field] else {
                return defect(
                    place + ".field",
                    "'\(fact.register)' has no field '\(fact.field)'" + advice(fact.field, register.fields.keys))
            }
            if field.kind.type == fact.kind.type { return nil }
            return defect(place + ".kind", Self.differs(fact, field))
        }
    }

    /// Pesos are no other whole number, and the other way round. Asked of what is new only: what was loaded has the kind that it has.
    var kinds: [FileDefect] {
        service.facts.enumerated().compactMap { index, fact in
            guard let field = surroundings.registers?[fact.register]?.fields[fact.field], field.kind != fact.kind,
                field.kind.type == fact.kind.type
            else { return nil }
            return defect("facts[\(index + 1)].kind", Self.differs(fact, field))
        }
    }

    private static func differs(_ fact: Fact, _ field: RegisterShape.Field) -> String {
        "'\(fact.field)' of '\(fact.register)' is \(field.kind.rawValue), and this says \(fact.kind.rawValue)"
    }
}
