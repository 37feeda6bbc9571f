import Civic
import Foundation

extension RoleMatrix {
    /// Reads the file. `known` are the permissions that the program asks for: each must have its row, and no other may.
    public init(file: String, known: Set<Permission>) throws(RoleMatrixFault) {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw RoleMatrixFault(faults: ["\(file): can't be read"])
        }
        try self.init(text, of: file, known: known)
    }

    /// The same from its text, all faults together.
    init(_ text: String, of file: String, known: Set<Permission>) throws(RoleMatrixFault) {
        let expected = ["permission", "allows"] + StaffRole.allCases.map(\.rawValue)
        var records = CommaSeparated.records(text)
        guard let header = records.first, header.values == expected else {
            let strange = records.first?.values.dropFirst(2).first { StaffRole(rawValue: $0) == nil }
            throw RoleMatrixFault(
                faults: [
                    "\(file), line 1: \(strange.map { "'\($0)' is no role; " } ?? "")the first line must be \(expected.joined(separator: ","))"
                ])
        }
        records.removeFirst()
        var (rows, faults, seen) = ([Row](), [String](), [String: Int]())
        for (line, values) in records {
            guard values.count == expected.count else {
                faults.append("\(file), line \(line): has \(values.count) values instead of \(expected.count)")
                continue
            }
            let (row, problems) = Self.row(values, known: known)
            if let first = seen[values[0]] { faults.append("\(file), line \(line): '\(values[0])' stands on line \(first) already") }
            seen[values[0]] = line
            faults += problems.map { "\(file), line \(line): \($0)" }
            rows.append(row)
        }
        for permission in known.map(\.description).sorted() where seen[permission] == nil {
            faults.append("\(file), line \(records.count + 2): '\(permission)' is missing, which the program asks for")
        }
        guard faults.isEmpty else { throw RoleMatrixFault(faults: faults) }
        self.init(rows: rows)
    }

    private static func row(_ values: [String], known: Set<Permission>) -> (Row, [String]) {
        var problems: [String] = []
        let permission = Permission(stored: values[0])
        if !known.contains(permission) { problems.append("'\(values[0])' is no permission that the program asks for") }
        if values[1].isEmpty { problems.append("'\(values[0])' does not say what it allows") }
        var cells: [StaffRole: StaffReach] = [:]
        for (role, cell) in zip(StaffRole.allCases, values.dropFirst(2)) where !cell.isEmpty {
            guard let reach = StaffReach(rawValue: cell) else {
                problems.append("\(role.rawValue): '\(cell)' is neither empty nor one of point, institution, network")
                continue
            }
            cells[role] = reach
        }
        return (Row(permission: permission, allows: values[1], cells: cells), problems)
    }
}
