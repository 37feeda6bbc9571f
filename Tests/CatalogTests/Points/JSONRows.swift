import Foundation

/// JSON as an independent reader sees it.
enum JSONRows {
    static func rows(_ text: String) throws -> [[Any]]? {
        try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[Any]]
    }
}
