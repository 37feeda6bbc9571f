import CPostgres

/// One thing asked of the server within an exchange.
enum Step {
    /// Prepared and run once.
    case once(String, Parameters)
    case prepare(name: String, String, [Oid])
    case describe(name: String)
    case run(name: String, Parameters, binary: Bool)

    static func plain(_ text: String) -> Step { .once(text, Parameters(values: [])) }

    func send(_ handle: OpaquePointer) -> Bool {
        let sent =
            switch self {
            case .once(let text, let parameters):
                parameters.lend { count, values, lengths, formats in
                    PQsendQueryParams(handle, text, count, parameters.types, values, lengths, formats, 0)
                }
            case .prepare(let name, let text, let types):
                PQsendPrepare(handle, name, text, Int32(types.count), types)
            case .describe(let name):
                PQsendDescribePrepared(handle, name)
            case .run(let name, let parameters, let binary):
                parameters.lend { count, values, lengths, formats in
                    PQsendQueryPrepared(handle, name, count, values, lengths, formats, binary ? 1 : 0)
                }
            }
        return sent == 1
    }
}
