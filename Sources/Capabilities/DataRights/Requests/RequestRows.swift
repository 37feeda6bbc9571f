import Civic
import Storage

/// How a row becomes a request.
extension RequestStore {
    static let columns: SQL = """
        id, code, subject, kind, purposes, words, trace, is_shown, language, filed, due, extended, extension, answered, answer, erases,
        representative, complained
        """

    func request(_ row: Row) throws -> RightsRequest {
        guard let right = Right(rawValue: try row["kind"]), let code = CheckedCode(typed: try row["code"] as String) else {
            throw StorageFault(.shape, "rights_request holds a kind or a code that this program does not know")
        }
        let id: Int64 = try row["id"]
        let subject = PersonID(try row["subject"])
        func sealed(_ column: String) throws -> SubjectSealed? {
            let bytes: [UInt8]? = try row[column]
            return bytes.map { SubjectSealed($0, at: Cell(table: "rights_request", column: column, row: id), subject: subject, .rights) }
        }
        func instant(_ column: String) throws -> Instant? {
            let at: Int64? = try row[column]
            return at.map(Instant.init(milliseconds:))
        }
        func day(_ column: String) throws -> Day? {
            let number: Int? = try row[column]
            return number.map(Day.init(number:))
        }
        let purposes: String? = try row["purposes"]
        return RightsRequest(
            id: id, code: code, subject: subject, right: right, purposes: purposes?.split(separator: " ").map(String.init) ?? [],
            words: try sealed("words"), trace: try row["trace"], isShown: try row["is_shown"], language: try row["language"],
            filed: Instant(milliseconds: try row["filed"]), due: try day("due"), extended: try instant("extended"),
            extensionReason: try sealed("extension"), answered: try instant("answered"), answer: try sealed("answer"),
            erases: try day("erases"), representative: try row["representative"],
            complained: try instant("complained"))
    }
}
