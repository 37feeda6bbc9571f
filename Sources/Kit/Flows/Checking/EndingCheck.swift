import Definitions

/// Whether every path ends, and with somebody who may end it.
extension ServiceCheck {
    var endings: [FileDefect] { deciding + owners + remedies + levels }

    private func place(_ list: String, _ index: Int) -> String { "\(list)[\(index + 1)]" }

    /// At once, or with the one stage in which somebody decides.
    private var deciding: [FileDefect] {
        let deciding = service.stages.indices.filter { service.stages[$0].decides }
        if service.outcome.isImmediate {
            return deciding.map {
                defect(
                    place("stages", $0) + ".decides",
                    "'immediate: true' grants at once, and no case would ever reach who decides here: leave one of the two out")
            }
        }
        guard let first = deciding.first else {
            return [defect("stages", "none decides, and a case would never end: one stage has 'decides: true'")]
        }
        var defects = deciding.dropFirst().map {
            defect(place("stages", $0) + ".decides", "'\(service.stages[first].id)' decides already, and a case is decided once")
        }
        guard deciding.count == 1 else { return defects }
        for index in service.stages.indices.dropFirst(first + 1) where service.stages[index].owner != nil {
            defects.append(
                defect(
                    place("stages", index),
                    "'\(service.stages[index].id)' has an owner, and stands after '\(service.stages[first].id)', which decides: no case would reach it"
                ))
        }
        if service.remedies.isEmpty {
            defects.append(defect(place("stages", first), "who is refused is told what can be done: 'remedies' is missing"))
        }
        return defects
    }

    private var owners: [FileDefect] {
        service.stages.enumerated().flatMap { index, stage -> [FileDefect] in
            let place = place("stages", index)
            var defects: [FileDefect] = []
            if stage.decides, stage.owner == nil { defects.append(defect(place, "who decides has a name: 'owner' is missing")) }
            if stage.decides, stage.businessDays == nil {
                defects.append(defect(place, "who decides has a term: 'business_days' is missing"))
            }
            if stage.refers, stage.owner == nil { defects.append(defect(place, "who passes a case on has a name: 'owner' is missing")) }
            return defects
        }
    }

    private var remedies: [FileDefect] {
        var defects: [FileDefect] = []
        let signers: [String?] = service.authorities.isEmpty ? [nil] : service.authorities.map(\.id)
        for signer in signers {
            let open = service.remedies.filter { $0.isAgainst(signer) }
            if open.count(where: \.isHere) > 1 { defects.append(defect("remedies", "one at most is made here ('here: true')")) }
            if let signer, open.isEmpty {
                defects.append(defect("authorities", "against what '\(signer)' signs there is no remedy"))
            }
        }
        let known = service.authorities.map(\.id)
        for (index, remedy) in service.remedies.enumerated() {
            if remedy.isHere, remedy.term == nil {
                defects.append(defect(place("remedies", index), "'\(remedy.id)' is made here, and has no 'term'"))
            }
            if remedy.isHere, remedy.isAgainstDelay {
                defects.append(
                    defect(
                        place("remedies", index),
                        "'\(remedy.id)' is made here: of a delay one says so in the case as it is, and 'delay' is for those made elsewhere")
                )
            }
            for signer in remedy.against.sorted() where !known.contains(signer) {
                defects.append(
                    defect(
                        place("remedies", index) + ".against",
                        "'\(signer)' is no authority of this service" + Spelling.choices(for: signer, among: known)))
            }
        }
        return defects
    }

    private var levels: [FileDefect] {
        service.begin > service.submit ? [defect("assurance", "it begins more strictly than it is filed")] : []
    }
}
