import Expressions

/// Reads what was given as an answer to a question of a kind.
public struct AnswerReader: Sendable {
    private let checks: AnswerChecks
    /// Days since 1970.
    private let today: Int

    public init(_ checks: AnswerChecks, today: Int) {
        self.checks = checks
        self.today = today
    }

    /// The value, or null for an optional question that was passed over. Throws why it is none.
    public func read(_ input: AnswerInput, _ question: Question) throws(AnswerFault) -> Value {
        if question.isOptional, isEmpty(input) { return .null }
        return try read(input, question.kind)
    }

    private func isEmpty(_ input: AnswerInput) -> Bool {
        switch input {
        case .text(let text): trimmed(text).isEmpty
        case .texts(let texts): texts.isEmpty
        case .parts(let parts): parts.values.allSatisfy { trimmed($0).isEmpty }
        case .groups(let groups): groups.isEmpty
        }
    }

    private func read(_ input: AnswerInput, _ kind: AnswerKind) throws(AnswerFault) -> Value {
        switch kind {
        case .several(let options, let most): return try several(input, options, most)
        case .address: return try address(input)
        case .file(let formats): return try file(input, formats)
        case .groups(let questions, let least, let most): return try groups(input, questions, least, most)
        default: break
        }
        guard let given = input.text.map(trimmed), !given.isEmpty else {
            if case .declaration = kind { throw .undeclared }
            throw .missing
        }
        switch kind {
        case .yesNo:
            switch given.lowercased() {
            case "si", "sí", "true", "1", "yes": return .bool(true)
            case "no", "false", "0": return .bool(false)
            default: throw .option
            }
        case .declaration:
            guard ["si", "sí", "true", "1", "yes"].contains(given.lowercased()) else { throw .undeclared }
            return .bool(true)
        case .choice(let options):
            guard options.contains(where: { $0.id == given }) else { throw .option }
            return .string(given)
        case .text(let most):
            guard !given.contains(where: \.isNewline) else { throw .tooLong(most) }
            return try text(given, most)
        case .longText(let most): return try text(given, most)
        case .wholeNumber(let range), .money(let range): return try number(given, range)
        case .date(let past, let future): return try date(given, past, future)
        case .run: return try normal(given, checks.run, .run)
        case .commune: return try normal(given, checks.commune, .commune)
        case .telephone: return try normal(given, checks.telephone, .telephone)
        case .email: return try normal(given, checks.email, .email)
        case .several, .address, .file, .groups: throw .missing
        }
    }

    private func trimmed(_ text: String) -> String {
        var part = Substring(text)
        while part.first?.isWhitespace == true { part.removeFirst() }
        while part.last?.isWhitespace == true { part.removeLast() }
        return String(part)
    }

    private func text(_ given: String, _ most: Int) throws(AnswerFault) -> Value {
        guard given.count <= most else { throw .tooLong(most) }
        return .string(given)
    }

    /// Digits, with points between thousands or a sign of pesos before them.
    private func number(_ given: String, _ range: ClosedRange<Int64>) throws(AnswerFault) -> Value {
        let plain = given.filter { $0 != " " && $0 != "$" }
        // `1.5` is no fifteen: a point stands between thousands or nowhere.
        guard !plain.contains(".") || plain.wholeMatch(of: #/[0-9]{1,3}(\.[0-9]{3})+/#) != nil else { throw .number }
        let digits = plain.filter { $0 != "." }
        guard !digits.isEmpty, digits.count <= 15, digits.utf8.allSatisfy({ (48...57).contains($0) }), let number = Int64(digits) else {
            throw .number
        }
        guard range.contains(number) else { throw .range(range.lowerBound, range.upperBound) }
        return .int(number)
    }

    /// `2026-11-28`, or a day, a month and a year in their Chilean order.
    private func date(_ given: String, _ past: Bool, _ future: Bool) throws(AnswerFault) -> Value {
        let parts = given.split { $0 == "-" || $0 == "/" || $0 == " " || $0 == "." }.map(String.init)
        guard parts.count == 3, parts.allSatisfy({ $0.count <= 4 && $0.utf8.allSatisfy { (48...57).contains($0) } }) else { throw .date }
        let ordered = parts[0].count == 4 ? parts : parts.reversed()
        let padded = ordered.map { $0.count < 2 ? "0" + $0 : $0 }
        guard padded[0].count == 4, let moment = Timestamp("\(padded[0])-\(padded[1])-\(padded[2])T00:00:00Z") else { throw .date }
        guard future || moment.day <= today else { throw .pastOnly }
        guard past || moment.day >= today else { throw .futureOnly }
        return .timestamp(moment)
    }

    private func normal(_ given: String, _ check: (String) -> String?, _ fault: AnswerFault) throws(AnswerFault) -> Value {
        guard let normal = check(given) else { throw fault }
        return .string(normal)
    }

    private func several(_ input: AnswerInput, _ options: [AnswerKind.Option], _ most: Int?) throws(AnswerFault) -> Value {
        let given: [String]
        switch input {
        case .texts(let texts): given = texts
        case .text(let text): given = text.split { $0 == "," || $0 == " " }.map(String.init)
        default: throw .option
        }
        guard !given.isEmpty else { throw .missing }
        guard given.allSatisfy({ id in options.contains { $0.id == id } }), Set(given).count == given.count else { throw .option }
        if let most, given.count > most { throw .tooMany(most) }
        return .list(options.filter { given.contains($0.id) }.map { .string($0.id) })
    }

    private func address(_ input: AnswerInput) throws(AnswerFault) -> Value {
        guard case .parts(let parts) = input, let street = parts["calle"].map(trimmed), !street.isEmpty, street.count <= 200 else {
            throw .address
        }
        guard let commune = checks.commune(trimmed(parts["comuna"] ?? "")) else { throw .commune }
        var map = ValueMap()
        _ = map.insert(.string("calle"), .string(street))
        _ = map.insert(.string("comuna"), .string(commune))
        return .map(map)
    }

    /// A file is in a state as its id, its kind as its bytes show it, and its size.
    private func file(_ input: AnswerInput, _ formats: [AnswerKind.FileFormat]) throws(AnswerFault) -> Value {
        guard case .parts(let parts) = input, let id = parts["id"], let kind = parts["kind"],
            let size = parts["size"].flatMap({ Int64($0) }), formats.contains(where: { $0.rawValue == kind })
        else { throw .file }
        var map = ValueMap()
        for (key, value) in [("id", Value.string(id)), ("kind", .string(kind)), ("size", .int(size))] {
            _ = map.insert(.string(key), value)
        }
        return .map(map)
    }

    private func groups(_ input: AnswerInput, _ questions: [Question], _ least: Int, _ most: Int) throws(AnswerFault)
        -> Value
    {
        guard case .groups(let given) = input, !given.isEmpty else { throw .missing }
        guard given.count >= least else { throw .tooFew(least) }
        guard given.count <= most else { throw .tooMany(most) }
        var values: [Value] = []
        for (place, group) in given.enumerated() { values.append(try self.group(group, questions, place: place + 1)) }
        return .list(values)
    }

    /// One group of a list, which has this place in it, from one.
    public func group(_ given: [String: AnswerInput], _ questions: [Question], place: Int) throws(AnswerFault) -> Value {
        var map = ValueMap()
        for question in questions {
            do throws(AnswerFault) {
                _ = map.insert(.string(question.id), try read(given[question.id] ?? .text(""), question))
            } catch {
                throw .inGroup(place, question.id, error)
            }
        }
        return .map(map)
    }
}
