import Civic
import Expressions
import Flows

/// What a run over a population says.
struct ProactiveReport {
    let csv: String
    let summary: String
    let qualifying: Int
    /// Of each person, in the order of the file.
    let qualifies: [Bool]
    private let ids: Set<String>

    /// Of everybody in the file, for a day of filing (days since 1970).
    init(
        _ service: Service, _ batch: ServiceBatch?, _ file: PopulationFile, on day: Int, _ parameters: ParameterTable, before: Set<String>?
    ) {
        let outcome = batch?.run(file.population, parameters: parameters)
        let interpreter = Interpreter(service, parameters: parameters)
        var (lines, counts, qualified) = (["id,standing,pesos,rules,data"], [String: Int](), Set<String>())
        for (row, id) in file.ids.enumerated() {
            var standing: Standing?
            if let batch, let outcome { standing = batch.standing(row, in: outcome) }
            var trace = ""
            if standing.map({ !$0.isNo }) ?? true {
                let reckoning = interpreter.reckon(file.state(row, service), today: day)
                standing = standing ?? Standing(reckoning)
                if let standing { trace = Self.trace(standing, reckoning) }
            }
            let (word, pesos, rules): (String, Int64?, [String]) =
                switch standing {
                case .qualifies(let pesos)?: (before?.contains(id) == true ? "qualifies" : "new", pesos, [])
                case .nearly(let rule)?: ("nearly", nil, [rule])
                case .open(let rules)?: ("open", nil, rules)
                case .no(let rules)?: ("no", nil, rules)
                case nil: ("open", nil, [])
                }
            if word == "new" || word == "qualifies" { qualified.insert(id) }
            counts[word, default: 0] += 1
            if word == "no" { trace = "" }
            lines.append("\(id),\(word),\(pesos.map { "\($0)" } ?? ""),\(rules.joined(separator: " ")),\(Self.field(trace))")
        }
        csv = lines.joined(separator: "\n") + "\n"
        summary = ["new", "qualifies", "nearly", "open", "no"].map { "\($0): \(counts[$0] ?? 0)" }.joined(separator: ", ")
        qualifying = qualified.count
        qualifies = file.ids.map { qualified.contains($0) }
        self.ids = qualified
    }

    /// How many came or went, in percent of those who qualified before.
    func change(since before: Set<String>) -> Double {
        before.isEmpty ? 0 : Double(ids.symmetricDifference(before).count) * 100 / Double(before.count)
    }

    /// What was looked at for it, each with its value: of everything for who qualifies, of the rules named for the others. `?` is not known.
    private static func trace(_ standing: Standing, _ reckoning: Reckoning) -> String {
        var names: [String] = []
        func add(_ more: [String]) { names += more.filter { !names.contains($0) } }
        for finding in reckoning.findings where standing.isAbout(finding.rule.id) {
            add(finding.data)
            if case .open(let needs) = finding.outcome { add(needs.map(named).sorted()) }
        }
        if standing.isAbout("amount") {
            add(reckoning.amountData)
            if case .open(let needs)? = reckoning.amount { add(needs.map(named).sorted()) }
        }
        return names.map { "\($0)=\(reckoning.known[$0].map { said($0.value) } ?? "?")" }.joined(separator: " ")
    }

    private static func named(_ need: Flows.Need) -> String {
        switch need {
        case .fact(let name), .question(let name), .register(let name), .parameter(let name, _): name
        }
    }

    private static func said(_ value: Value) -> String {
        switch value {
        case .bool(let flag): "\(flag)"
        case .int(let number): "\(number)"
        case .timestamp(let moment): Day(number: moment.day).iso
        case .string(let text): text
        case .list(let values): "\(values.count)"
        default: "?"
        }
    }

    private static func field(_ text: String) -> String {
        text.contains { $0 == "," || $0 == "\"" || $0.isNewline } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }
}

extension Standing {
    fileprivate var isNo: Bool { if case .no = self { true } else { false } }

    fileprivate func isAbout(_ rule: String) -> Bool {
        switch self {
        case .qualifies: true
        case .nearly(let one): one == rule
        case .open(let rules), .no(let rules): rules.contains(rule)
        }
    }
}
