import CPostgres
import Storage

/// What the server answered instead of a result. DETAIL, HINT and most messages carry values, so they are never read.
struct ServerError: Error {
    let code: String
    private let constraint: String
    private let table: String
    private let column: String
    private let message: String
    private let endsConnection: Bool

    init(_ result: OpaquePointer) {
        func field(_ code: Character) -> String {
            PQresultErrorField(result, Int32(code.asciiValue ?? 0)).map { String(cString: $0) } ?? ""
        }
        code = field("C")
        constraint = field("n")
        table = field("t")
        column = field("c")
        message = Self.speaksOfNames.contains(code) ? field("M") : ""
        endsConnection = ["FATAL", "PANIC"].contains(field("V"))
    }

    /// Codes whose message names what the statement's own text names, and no value: unknown tables, columns, operators, syntax.
    private static let speaksOfNames: Set<String> = [
        "42601", "42703", "42702", "42704", "42P01", "42P02", "42P07", "42P10", "42P18", "42701", "42710", "42803", "42804", "42883",
        "42501",
    ]

    enum Consequence {
        /// The transaction met another one: run the block again.
        case again
        /// A prepared statement is no longer what it was: forget them and run the block again.
        case prepareAgain
        /// The connection ends with this answer.
        case lost
        case fault(StorageFault)
    }

    var consequence: Consequence {
        switch code {
        case "40001", "40P01": .again
        case "0A000", "26000", "42P05": .prepareAgain
        case "25P03": .fault(fault)
        case "": .lost
        default: endsConnection || code.hasPrefix("08") || code.hasPrefix("57P") ? .lost : .fault(fault)
        }
    }

    var fault: StorageFault {
        StorageFault(kind, words)
    }

    private var kind: StorageFault.Kind {
        switch code {
        case "53100": .full
        case "57014", "25P03": .tooLong
        case "55P03", "40001", "40P01": .busy
        case "22003": .overflow
        case "25006": .readOnly
        case "25P02": .poisoned
        case "XX001", "XX002": .corrupt
        default:
            switch code.prefix(2) {
            case "23": .constraint
            case "58", "XX", "F0": .inputOutput
            case "08", "57", "": .unavailable
            default: .statement
            }
        }
    }

    private var words: String {
        let place = [table, column].filter { !$0.isEmpty }.joined(separator: ".")
        let named = [constraint, place, message].filter { !$0.isEmpty }.joined(separator: ", ")
        return named.isEmpty ? "SQLSTATE \(code)" : "\(named) (SQLSTATE \(code))"
    }
}

extension ServerError {
    /// COMMIT was answered with ROLLBACK.
    static let notCommitted = ServerError(code: "25P02")

    private init(code: String) {
        self.code = code
        (constraint, table, column, message, endsConnection) = ("", "", "", "", false)
    }
}
