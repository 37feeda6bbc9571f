/// What is wrong with one field of one file, in plain words.
public struct FileDefect: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Relative to its folder: `sheets/subsidio-familiar.yaml`.
    public let file: String
    /// From 1; 0 when the file as a whole is meant.
    public let line: Int
    public let column: Int
    /// `amounts[2].from`, counted from 1; empty when the file as a whole is meant.
    public let field: String
    public let message: String

    public init(file: String, line: Int = 0, column: Int = 0, field: String = "", message: String) {
        self.file = file
        self.line = line
        self.column = column
        self.field = field
        self.message = message
    }

    public var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return field.isEmpty ? "\(place): \(message)" : "\(place): \(field): \(message)"
    }

    public static func < (left: FileDefect, right: FileDefect) -> Bool {
        (left.file, left.line, left.column, left.field, left.message) < (right.file, right.line, right.column, right.field, right.message)
    }
}

/// Everything that is wrong, all files together, in order.
public struct FileDefects: Error, Sendable, Hashable, CustomStringConvertible {
    public let defects: [FileDefect]

    public init(_ defects: [FileDefect]) { self.defects = defects.sorted() }

    public var description: String {
        defects.map(\.description).joined(separator: "\n")
    }
}

/// Gathers the defects of one file while it is read.
public final class DefectList {
    public let file: String
    public private(set) var defects: [FileDefect] = []

    public init(file: String) {
        self.file = file
    }

    public func add(_ message: String, field: String = "", line: Int = 0, column: Int = 0) {
        defects.append(FileDefect(file: file, line: line, column: column, field: field, message: message))
    }
}
