import Civic
import Flows
import Markup

/// What answers a service takes, for programs (JSON Schema, draft 2020-12).
struct AnswerSchema {
    let language: String

    func whole(_ service: Service) -> JSON {
        .object([
            .init("$schema", .string("https://json-schema.org/draft/2020-12/schema")), .init("type", .string("object")),
            .init(
                "properties",
                .object(service.questions.map { .init($0.id, one($0, giving: $0.offer.flatMap { service.name(of: $0.name) })) })),
            .init("additionalProperties", .bool(false)),
        ])
    }

    /// `giving` is what a register gives to choose from, where it is not asked yet.
    func one(_ question: Question, giving: Words? = nil) -> JSON {
        var members: [JSON.Member] = [.init("title", .string(question.text.said(in: language).text))]
        if let help = question.help { members.append(.init("description", .string(help.said(in: language).text))) }
        if let giving, case .choice(let options) = question.kind {
            let given = JSON.object([.init("type", .string("string")), .init("title", .string(giving.said(in: language).text))])
            members += [.init("type", .string("string")), .init("anyOf", .array(options.map(option) + [given]))]
        } else {
            members += kind(question.kind)
        }
        return .object(members)
    }

    private func option(_ option: AnswerKind.Option) -> JSON {
        .object([.init("const", .string(option.id)), .init("title", .string(option.text.said(in: language).text))])
    }

    private func kind(_ kind: AnswerKind) -> [JSON.Member] {
        func type(_ name: String, _ more: JSON.Member...) -> [JSON.Member] { [.init("type", .string(name))] + more }
        func list(_ options: [AnswerKind.Option]) -> JSON { .array(options.map(option)) }
        switch kind {
        case .yesNo: return type("boolean")
        case .declaration: return [.init("const", .bool(true))]
        case .choice(let options): return type("string", .init("oneOf", list(options)))
        case .several(let options, let most):
            let items = JSON.object([.init("type", .string("string")), .init("oneOf", list(options))])
            return type("array", .init("items", items), .init("minItems", .integer(1)), .init("uniqueItems", .bool(true)))
                + (most.map { [.init("maxItems", .integer($0))] } ?? [])
        case .text(let most), .longText(let most):
            return type("string", .init("minLength", .integer(1)), .init("maxLength", .integer(most)))
        case .wholeNumber(let range), .money(let range):
            return type("integer", .init("minimum", .integer(Int(range.lowerBound))), .init("maximum", .integer(Int(range.upperBound))))
        case .date: return type("string", .init("format", .string("date")))
        case .run: return type("string", .init("pattern", .string("^[0-9.]{1,10}-[0-9kK]$")))
        case .commune: return type("string", .init("pattern", .string("^[0-9]{5}$")))
        case .telephone: return type("string")
        case .email: return type("string", .init("format", .string("email")))
        case .address:
            let parts: [JSON.Member] = [
                .init("calle", .object(type("string"))), .init("comuna", .object(type("string", .init("pattern", .string("^[0-9]{5}$"))))),
            ]
            return type("object", .init("properties", .object(parts)), .init("required", .array([.string("calle"), .string("comuna")])))
        case .file(let formats):
            let media = formats.compactMap { FileKind(rawValue: $0.rawValue)?.mediaType }.joined(separator: ", ")
            let content = JSON.object(
                type("string", .init("contentEncoding", .string("base64")), .init("contentMediaType", .string(media))))
            return type(
                "object", .init("properties", .object([.init("content", content)])), .init("required", .array([.string("content")])))
        case .groups(let questions, let least, let most):
            let item = JSON.object(type("object", .init("properties", .object(questions.map { .init($0.id, one($0)) }))))
            return type("array", .init("items", item), .init("minItems", .integer(least)), .init("maxItems", .integer(most)))
        }
    }
}
