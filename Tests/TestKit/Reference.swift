import Civic
import Foundation

/// The project's own reference data, as a server reads it.
public enum Reference {
    public static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    public static func text(_ path: String) throws -> String {
        try String(contentsOfFile: root + "/Catalogue/" + path, encoding: .utf8)
    }

    public static func territory() throws -> Territory { try Territory(folder: root + "/Catalogue/territory") }

    public static func holidays() throws -> Holidays { try Holidays(csv: text("calendar/holidays.csv")) }
}
