extension Graph {
    /// The graph in Turtle (RDF 1.1 Turtle), UTF-8.
    public var turtle: [UInt8] {
        var writer = TurtleWriter(short: Set(vocabularies))
        for vocabulary in vocabularies { writer.put("@prefix \(vocabulary.prefix): <\(IRI(vocabulary.beginning).text)> .\n") }
        for resource in resources { writer.write(resource) }
        return writer.output
    }
}

private struct TurtleWriter {
    let short: Set<Vocabulary>
    var output: [UInt8] = []

    mutating func put(_ text: String) { output.append(contentsOf: text.utf8) }

    mutating func write(_ resource: Graph.Resource) {
        guard !resource.types.isEmpty || !resource.statements.isEmpty else { return }
        put("\n<\(resource.id.text)>")
        var isFirst = true
        func separate(_ writer: inout TurtleWriter) {
            writer.put(isFirst ? " " : " ;\n    ")
            isFirst = false
        }
        if !resource.types.isEmpty {
            separate(&self)
            put("a ")
            list(resource.types) { $0.write($1) }
        }
        for statement in resource.statements {
            separate(&self)
            write(statement.property)
            put(" ")
            list(statement.terms) { $0.write($1) }
        }
        put(" .\n")
    }

    private mutating func list<Item>(_ items: [Item], _ item: (inout Self, Item) -> Void) {
        for (index, one) in items.enumerated() {
            if index > 0 { put(", ") }
            item(&self, one)
        }
    }

    private mutating func write(_ word: Vocabulary.Word) {
        put(short.contains(word.vocabulary) && word.isPlain ? word.short : "<\(word.iri.text)>")
    }

    private mutating func write(_ term: Graph.Term) {
        switch term {
        case .thing(let iri): put("<\(iri.text)>")
        case .word(let word): write(word)
        case .plain(let text): quote(text)
        case .text(let text, let language):
            quote(text)
            put("@" + language.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
        case .value(let text, let type):
            quote(text)
            put("^^")
            write(type)
        }
    }

    /// Section 6.4: what ends a string, what begins an escape, line ends and control characters.
    private mutating func quote(_ text: String) {
        output.append(UInt8(ascii: "\""))
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": put("\\\"")
            case "\\": put("\\\\")
            case "\n": put("\\n")
            case "\r": put("\\r")
            case "\t": put("\\t")
            case "\u{0}"..."\u{1F}", "\u{7F}":
                put("\\u")
                output.append(hexadecimal: scalar.value, digits: 4)
            default: output.append(contentsOf: UTF8.encode(scalar) ?? .init())
            }
        }
        output.append(UInt8(ascii: "\""))
    }
}
