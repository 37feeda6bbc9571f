import Civic
import Expressions
import Flows

/// Values of a service, as people read them.
struct ValueTexts {
    let texts: Texts
    let territory: Territory
    /// What parameters are called and what they count, where that is known.
    var parameters: @Sendable (String) -> ParameterTable.Words? = { _ in nil }

    private var language: String { texts.language }

    /// A value by the name that the service gives it, in words.
    func said(_ name: String, _ value: Expressions.Value, in service: Service) -> String {
        if let question = service.question(name) { return said(value, question.kind) }
        if Service.dates.contains(name) { return plain(value) }
        let kind = service.fact(name)?.kind ?? service.values.first { $0.id == name }?.kind
        if kind == .money { return money(value) }
        if kind == .commune { return said(value, .commune) }
        if let derived = service.values.first(where: { $0.id == name }), [.text, .texts, .records].contains(derived.kind),
            let answers = service.answers(in: derived)
        {
            return said(value, answers)
        }
        if kind == nil, let use = service.parameters.first(where: { $0.id == name }) { return said(value, of: use, isAlone: false) }
        return plain(value)
    }

    /// The same where it stands alone and no sentence says what it counts: `777 meses`.
    func alone(_ name: String, _ value: Expressions.Value, in service: Service) -> String {
        if let unit = service.fact(name)?.unit ?? service.values.first(where: { $0.id == name })?.unit, case .int(let amount) = value {
            return counted(amount, unit)
        }
        guard service.question(name) == nil, let use = service.parameters.first(where: { $0.id == name }) else {
            return said(name, value, in: service)
        }
        return said(value, of: use, isAlone: true)
    }

    private func counted(_ amount: Int64, _ unit: CountedUnit) -> String {
        switch unit {
        case .percent: texts("quantity.percent", ["number": texts.number(amount)])
        case .years: texts.quantity(amount, .years)
        case .months: texts.quantity(amount, .months)
        case .days: texts.quantity(amount, .days)
        case .businessDays: texts.quantity(amount, .businessDays)
        }
    }

    private func said(_ value: Expressions.Value, of use: ParameterUse, isAlone: Bool) -> String {
        guard case .int(let amount) = value, let unit = parameters(use.parameter).flatMap({ Parameter.Unit(rawValue: $0.unit) }) else {
            return isMoney(use) ? money(value) : plain(value)
        }
        return isAlone || unit.isMoney || unit == .percent ? texts.quantity(amount, unit) : plain(value)
    }

    /// What people call a parameter, by its id.
    func parameter(_ id: String) -> String { parameters(id)?.name.said(in: language).text ?? id }

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
        return service.parameters.first { $0.id == name }.map { parameter($0.parameter) } ?? name
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
        case (.run, .string(let number)): return RUN(number)?.formatted ?? number
        case (.address, .map(let map)):
            guard case .string(let street)? = map["calle"], case .string(let commune)? = map["comuna"] else { return "" }
            return "\(street), \(said(.string(commune), .commune))"
        case (.groups(let questions, _, _), .list(let groups)):
            return groups.map { group in
                guard case .map(let map) = group else { return "" }
                return questions.compactMap { question in map[question.id].map { part($0, question) } }.joined(separator: ", ")
            }.joined(separator: "; ")
        case (.groups, .map): return said(.list([value]), kind)
        case (_, .list(let values)): return values.map { said($0, kind) }.joined(separator: ", ")
        case (.file, .map(let map)):
            guard case .string(let kind)? = map["kind"], case .int(let size)? = map["size"] else { return "" }
            return texts(
                "procedures.file.said", ["kind": FileKind(rawValue: kind)?.name ?? kind, "size": texts.number((size + 1023) / 1024)])
        case (.declaration, _): return texts["procedures.declared"]
        default: return plain(value)
        }
    }

    /// An answer of a group: what is yes or no, or a number, says nothing without its question.
    private func part(_ value: Expressions.Value, _ question: Question) -> String {
        switch question.kind {
        case .yesNo, .declaration, .wholeNumber, .money, .date:
            question.text.said(in: language).text.asked + said(value, question.kind)
        default: said(value, question.kind)
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

    /// A RUN as registers write it: digits, a hyphen and its check digit.
    private func number(_ text: String) -> RUN? {
        text.wholeMatch(of: /\d{7,8}-[\dkK]/) == nil ? nil : RUN(text)
    }

    func money(_ value: Expressions.Value) -> String {
        if case .int(let amount) = value { return Pesos(amount).description }
        return plain(value)
    }

    private func plain(_ value: Expressions.Value) -> String {
        switch value {
        case .bool(let bool): texts[bool ? "procedures.yes" : "procedures.no"]
        case .int(let number): texts.number(number)
        case .string(let text): number(text)?.formatted ?? text
        case .timestamp(let moment): texts.long(Day(number: moment.day))
        case .list(let values): values.map { plain($0) }.joined(separator: isRecords(value) ? "; " : ", ")
        case .map(let map): record(map)
        default: ""
        }
    }
}

extension String {
    /// Before what answers it: a question has its own mark.
    fileprivate var asked: String { hasSuffix("?") ? self + " " : self + ": " }
}
