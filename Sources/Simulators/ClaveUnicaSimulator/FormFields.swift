import Foundation

/// The names and values of a query or a form, in order, doubles and all.
enum FormFields {
    static func read(_ text: String) -> [(name: String, value: String)] {
        text.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            return (decoded(parts[0]), parts.count > 1 ? decoded(parts[1]) : "")
        }
    }

    private static func decoded(_ text: Substring) -> String {
        let plain = String(text.replacing("+", with: " "))
        return plain.removingPercentEncoding ?? plain
    }
}
