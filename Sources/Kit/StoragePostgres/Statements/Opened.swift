import CPostgres
import Storage

extension Connection {
    /// Sends a statement, prepared if it is worth it, together with the steps that go before it, and gives back its rows to be read.
    func open(_ text: String, _ values: [Value], after opening: [Step], _ patience: Patience) throws -> RowStream {
        let parameters = Parameters(values: values)
        if let prepared = statements.find(text, values) {
            let binary = prepared.columns?.mayBeBinary ?? false
            if binary && prepared.columns?.isBinary == false { prepared.columns = nil }
            try send(opening + [.run(name: prepared.name, parameters, binary: binary)])
            for _ in opening { try pass(patience) }
            return RowStream(self, prepared, patience)
        }
        guard StatementCache.keeps(text) else {
            try send(opening + [.once(text, parameters)])
            for _ in opening { try pass(patience) }
            return RowStream(self, statements.new(values), patience)
        }
        return try prepare(text, parameters, after: opening, patience)
    }

    private func prepare(_ text: String, _ parameters: Parameters, after opening: [Step], _ patience: Patience) throws -> RowStream {
        let prepared = statements.new(parameters.values)
        let hasNull = parameters.values.contains(.null)
        let room = statements.makeRoom().map { Step.plain("DEALLOCATE \($0)") }
        var steps = opening + room
        steps.append(.prepare(name: prepared.name, text, parameters.types))
        if hasNull { steps.append(.describe(name: prepared.name)) }
        steps.append(.run(name: prepared.name, parameters, binary: false))
        try send(steps)
        for _ in opening + room { try pass(patience) }
        statements.roomIsMade()
        try pass(patience)
        if hasNull {
            try pass(patience) { result in
                prepared.types = (0..<PQnparams(result)).map { PQparamtype(result, $0) }
            }
        }
        statements.keep(prepared, for: text, parameters.values)
        return RowStream(self, prepared, patience)
    }

    /// Reads one step to its end.
    func pass(_ patience: Patience, _ look: (OpaquePointer) -> Void = { _ in }) throws {
        while let result = try part(patience) {
            look(result)
            PQclear(result)
        }
    }
}
