import Civic
import Expressions
import Flows
import Web

/// One question in plain text: said, answered with a line, and asked again until the line is an answer.
struct PlainQuestion {
    let reader: AnswerReader
    let values: ValueTexts
    let attach: (String) -> [UInt8]?

    private var texts: Texts { values.texts }

    /// What was answered beforehand; nil, and why, when it is no answer.
    func take(_ input: AnswerInput, _ question: Question, _ write: (String) -> Void, accepts: (Expressions.Value) -> Bool)
        -> Expressions.Value?
    {
        write("")
        write((question.voice ?? question.text).said(in: texts.language).text)
        do throws(AnswerFault) {
            var given = input
            if case .file = question.kind, case .text(let path) = input { given = try self.input(path, question) }
            let value = try reader.read(given, question)
            let isPassed = if case .null = value { true } else { false }
            guard isPassed || accepts(value) else { throw .condition }
            write("> \(isPassed ? "—" : values.said(value, question.kind))")
            return value
        } catch {
            write("> \(place(of: error, question))")
            say(error, question, write)
            return nil
        }
    }

    /// Which of the answers that were given beforehand is none: `hijos[2].run`.
    private func place(of fault: AnswerFault, _ question: Question) -> String {
        if case .inGroup(let place, let field, _) = fault { return "\(question.id)[\(place)].\(field)" }
        return question.id
    }

    /// nil when the lines ended before.
    func ask(_ question: Question, _ read: () -> String?, _ write: (String) -> Void, accepts: (Expressions.Value) -> Bool)
        -> Expressions.Value?
    {
        write("")
        write((question.voice ?? question.text).said(in: texts.language).text)
        if let help = question.help { write(help.said(in: texts.language).text) }
        if case .groups(let questions, let least, let most) = question.kind {
            return groups(question, questions, least...most, read, write, accepts)
        }
        for (number, option) in options(question).enumerated() { write("  \(number + 1). \(option.words)") }
        if case .file(let formats) = question.kind {
            write("\(texts["procedures.plain.file"]) (\(formats.map(\.rawValue).joined(separator: ", ")))")
        }
        while let line = read() {
            do throws(AnswerFault) {
                let value = try reader.read(try input(line, question), question)
                let isPassed = if case .null = value { true } else { false }
                guard isPassed || accepts(value) else { throw .condition }
                return value
            } catch {
                say(error, question, write)
            }
        }
        return nil
    }

    private func say(_ fault: AnswerFault, _ question: Question, _ write: (String) -> Void) {
        let problem = QuestionField.problem(fault, question, texts)
        let label = question.text.said(in: texts.language).text
        write(texts(problem.text, problem.values.merging(["label": label]) { given, _ in given }))
        if case .option = fault { write(texts["procedures.plain.option"]) }
        if case (.file, .file(let formats)) = (fault, question.kind) { write(formats.map(\.rawValue).joined(separator: ", ")) }
    }

    /// Group by group, until there are no more.
    private func groups(
        _ question: Question, _ questions: [Question], _ range: ClosedRange<Int>, _ read: () -> String?, _ write: (String) -> Void,
        _ accepts: (Expressions.Value) -> Bool
    ) -> Expressions.Value? {
        if question.isOptional, more("procedures.plain.any", read, write) != true { return .null }
        var groups: [Expressions.Value] = []
        repeat {
            var map = ValueMap()
            for inner in questions {
                guard let value = ask(inner, read, write, accepts: { _ in true }) else { return nil }
                _ = map.insert(.string(inner.id), value)
            }
            if accepts(.list(groups + [.map(map)])) { groups.append(.map(map)) } else { say(.condition, question, write) }
        } while groups.count < range.lowerBound || groups.count < range.upperBound && more("procedures.plain.another", read, write) == true
        return .list(groups)
    }

    private func more(_ words: TextKey, _ read: () -> String?, _ write: (String) -> Void) -> Bool? {
        write("")
        write(texts[words])
        write("  1. \(texts["procedures.yes"])\n  2. \(texts["procedures.no"])")
        return read().map { ["1", texts["procedures.yes"].folded].contains($0.folded) }
    }

    /// By number or by word.
    private func options(_ question: Question) -> [(id: String, words: String)] {
        switch question.kind {
        case .yesNo: [("si", texts["procedures.yes"]), ("no", texts["procedures.no"])]
        case .declaration: [("si", texts["procedures.yes"])]
        case .choice(let options), .several(let options, _): options.map { ($0.id, $0.text.said(in: texts.language).text) }
        default: []
        }
    }

    private func input(_ line: String, _ question: Question) throws(AnswerFault) -> AnswerInput {
        let options = options(question)
        func one(_ word: some StringProtocol) -> String {
            let word = String(word).trimmingPrefix { $0.isWhitespace }
            if let number = Int(word), options.indices.contains(number - 1) { return options[number - 1].id }
            return options.first { $0.words.folded == String(word).folded }?.id ?? String(word)
        }
        switch question.kind {
        case .several: return .texts(line.split(separator: ",").map { one($0) })
        case .address:
            let parts = line.split(separator: ",", maxSplits: 1).map(String.init)
            return .parts(["calle": parts.first ?? "", "comuna": parts.count > 1 ? parts[1] : ""])
        case .file:
            let path = String(line.trimmingPrefix { $0.isWhitespace })
            if path.isEmpty { return .text("") }
            guard let bytes = attach(path), let kind = FileKind(sniffing: bytes) else { throw .file }
            return .parts(["id": "", "kind": kind.rawValue, "size": "\(bytes.count)"])
        default: return .text(options.isEmpty ? line : one(line))
        }
    }
}
