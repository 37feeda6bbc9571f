import Expressions
import Flows

extension Parser {
    /// What editors of services write.
    static let rules: [Parser] = [
        .text("service") { text in
            guard let service = try? ServiceReader.service(text, file: "x.yaml") else { return }
            _ = ServiceCheck(service, file: "x.yaml").defects
        },
        .text("expression") { text in
            let environment = Environment(["a": .int, "b": .list(.string), "c": .dyn], functions: .field)
            guard let program = try? environment.compileUnchecked(text) else { return }
            var bindings = Bindings(environment)
            bindings.set("a", .int(5))
            bindings.set("b", .list([.string("x"), .string("y")]))
            bindings.setUnknown("c")
            let free = program.evaluate(bindings)
            guard let checked = try? environment.compile(text) else { return }
            // The check only refuses: what passes it comes to the same.
            switch (free, checked.evaluate(bindings)) {
            case (.value(let a), .value(let b)): must(Value.areEqual(a, b) || a.typeName == "double", "a value is a value")
            case (.unknown(let a), .unknown(let b)): must(a == b, "the same names are missing")
            case (.error(let a), .error(let b)): must(a.kind == b.kind, "the same error")
            default: must(false, "the check changes nothing")
            }
        },
    ]
}
