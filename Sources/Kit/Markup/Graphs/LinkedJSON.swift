extension Graph {
    /// The graph in JSON-LD 1.1, each thing once, words written short by the prefixes of its context. It needs nothing from elsewhere.
    public var linkedJSON: JSON {
        let context = vocabularies.map { JSON.Member($0.prefix, .string($0.beginning)) }
        return ["@context": .object(context), "@graph": .array(resources.map(node))]
    }

    private func node(_ resource: Resource) -> JSON {
        var members = [JSON.Member("@id", .string(resource.id.text))]
        if !resource.types.isEmpty { members.append(.init("@type", .array(resource.types.map { .string(name($0)) }))) }
        for statement in resource.statements {
            members.append(.init(name(statement.property), .array(statement.terms.map(value))))
        }
        return .object(members)
    }

    private func name(_ word: Vocabulary.Word) -> String {
        vocabularies.contains(word.vocabulary) ? word.short : word.iri.text
    }

    private func value(_ term: Term) -> JSON {
        switch term {
        case .thing(let iri): ["@id": .string(iri.text)]
        case .word(let word): ["@id": .string(word.iri.text)]
        case .plain(let text): ["@value": .string(text)]
        case .text(let text, let language): ["@value": .string(text), "@language": .string(language)]
        case .value(let text, let type): ["@value": .string(text), "@type": .string(name(type))]
        }
    }
}
