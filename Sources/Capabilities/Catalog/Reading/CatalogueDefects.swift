/// What is wrong with one field of one file, in plain words.
public struct CatalogueDefect: Sendable, Hashable, Comparable, CustomStringConvertible {
    /// Relative to the folder of the catalogue: `sheets/subsidio-familiar.yaml`.
    public let file: String
    /// From 1; 0 when the file as a whole is meant.
    public let line: Int
    public let column: Int
    /// `amounts[2].from`, counted from 1; empty when the file as a whole is meant.
    public let field: String
    public let message: String

    public var description: String {
        let place = line > 0 ? "\(file):\(line):\(column)" : file
        return field.isEmpty ? "\(place): \(message)" : "\(place): \(field): \(message)"
    }

    public static func < (left: CatalogueDefect, right: CatalogueDefect) -> Bool {
        (left.file, left.line, left.column, left.field, left.message) < (right.file, right.line, right.column, right.field, right.message)
    }
}

/// Everything that is wrong, all files together, in order. Nothing was loaded.
public struct CatalogueDefects: Error, Sendable, Hashable, CustomStringConvertible {
    public let defects: [CatalogueDefect]

    public var description: String {
        defects.map(\.description).joined(separator: "\n")
    }
}

/// Gathers the defects of one file while it is read.
final class DefectList {
    let file: String
    private(set) var defects: [CatalogueDefect] = []

    init(file: String) {
        self.file = file
    }

    func add(_ message: String, field: String = "", line: Int = 0, column: Int = 0) {
        defects.append(CatalogueDefect(file: file, line: line, column: column, field: field, message: message))
    }
}
