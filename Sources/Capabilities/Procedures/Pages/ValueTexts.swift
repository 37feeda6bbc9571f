import Civic
import Expressions
import Flows

/// Values of a service, as people read them.
struct ValueTexts {
    let texts: Texts
    let territory: Territory

    private var language: String { texts.language }

    /// A value by the name that the service gives it, in words.
    func said(_ name: String, _ value: Expressions.Value, in service: Service) -> String {
        if let question = service.question(name) { return said(value, question.kind) }
        if Service.dates.contains(name) { return plain(value) }
        let kind = service.fact(name)?.kind ?? service.values.first { $0.id == name }?.kind
        if kind == .money { return money(value) }
        if kind == nil, let use = service.parameters.first(where: { $0.id == name }) { return isMoney(use) ? money(value) : plain(value) }
        return plain(value)
    }

    /// What a name is called: the question's own words, or those of the fact.
    func name(_ name: String, in service: Service) -> String {
        switch name {
        case "presentada": return texts["procedures.date.filed"]
        case "decidida": return texts["procedures.date.decided"]
        case "hoy": return texts["procedures.date.today"]
        default: break
        }
        if let question = service.question(name) { return question.text.said(in: language).text }
        if let fact = service.fact(name) { return fact.name.said(in: language).text }
        if let value = service.values.first(where: { $0.id == name }) { return value.name.said(in: language).text }
        return service.parameters.first { $0.id == name }?.parameter ?? name
    }

    /// Words with `{name}` for what is known.
    func filled(_ words: Words, in service: Service, _ value: (String) -> Expressions.Value?) -> String {
        var (filled, rest) = ("", Substring(words.said(in: language).text))
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            filled += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            filled += value(name).map { said(name, $0, in: service) } ?? "…"
            rest = rest[rest.index(after: close)...]
        }
        return filled + rest
    }

    private func isMoney(_ use: ParameterUse) -> Bool {
        ["maximo", "inferior", "superior", "monto"].contains { use.parameter.hasSuffix(".\($0)") } || use.parameter.contains(".monto")
    }

    func said(_ value: Expressions.Value, _ kind: AnswerKind) -> String {
        switch (kind, value) {
        case (_, .null): return texts["procedures.passed"]
        case (.money, _): return money(value)
        case (.choice(let options), .string(let id)), (.several(let options, _), .string(let id)):
            return options.first { $0.id == id }?.text.said(in: language).text ?? id
        case (.several(let options, _), .list(let values)): return values.map { said($0, .choice(options)) }.joined(separator: ", ")
        case (.commune, .string(let code)): return CommuneCode(code).flatMap { territory.commune($0)?.name } ?? code
        case (.telephone, .string(let number)): return Contact.shown(number)
        case (.address, .map(let map)):
            guard case .string(let street)? = map["calle"], case .string(let commune)? = map["comuna"] else { return "" }
            return "\(street), \(said(.string(commune), .commune))"
        case (.groups(let questions, _, _), .list(let groups)):
            return groups.map { group in
                guard case .map(let map) = group else { return "" }
                return questions.compactMap { question in map[question.id].map { said($0, question.kind) } }.joined(separator: ", ")
            }.joined(separator: "; ")
        case (.file, .map(let map)):
            guard case .string(let kind)? = map["kind"], case .int(let size)? = map["size"] else { return "" }
            return texts(
                "procedures.file.said", ["kind": FileKind(rawValue: kind)?.name ?? kind, "size": texts.number((size + 1023) / 1024)])
        case (.declaration, _): return texts["procedures.declared"]
        default: return plain(value)
        }
    }

    /// One of several things: its names and numbers first, then its days; of what is yes or no, what it is.
    private func record(_ map: ValueMap) -> String {
        var (words, days, marks) = ([String](), [String](), [String]())
        for (key, value) in map.entries {
            switch (key, value) {
            case (.string(let name), .bool(true)): marks.append(name)
            case (_, .bool): break
            case (_, .timestamp(let moment)): days.append(texts.short(Day(number: moment.day)))
            default: words.append(plain(value))
            }
        }
        return (words + days + marks).joined(separator: ", ")
    }

    private func isRecords(_ value: Expressions.Value) -> Bool {
        if case .list(let values) = value, case .map? = values.first { true } else { false }
    }

    func money(_ value: Expressions.Value) -> String {
        if case .int(let amount) = value { return Pesos(amount).description }
        return plain(value)
    }

    private func plain(_ value: Expressions.Value) -> String {
        switch value {
        case .bool(let bool): texts[bool ? "procedures.yes" : "procedures.no"]
        case .int(let number): texts.number(number)
        case .string(let text): text
        case .timestamp(let moment): texts.long(Day(number: moment.day))
        case .list(let values): values.map { plain($0) }.joined(separator: isRecords(value) ? "; " : ", ")
        case .map(let map): record(map)
        default: ""
        }
    }
}
