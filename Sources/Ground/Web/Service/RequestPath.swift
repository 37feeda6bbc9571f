/// The path of a request as it came, before anything is looked up with it.
struct RequestPath {
    enum Verdict: Equatable {
        case good
        /// It would be good without the slashes at its end.
        case slashAtEnd(String)
        case bad
    }

    /// Refuses broken percent-escapes, text that is not UTF-8, control characters, backslashes, and steps that climb (`.`, `..`), written
    /// plainly or escaped. Source: RFC 3986 sections 2.1 and 3.3.
    static func verdict(on target: String) -> Verdict {
        let end = target.utf8.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? target.endIndex
        let path = target[..<end]
        guard path.utf8.first == slash else { return .bad }
        guard let decoded = PercentEncoding.decode(path.utf8), let text = String(validating: decoded, as: UTF8.self) else { return .bad }
        if text.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: "\\") }) { return .bad }
        let steps = text.utf8.dropFirst().split(separator: slash, omittingEmptySubsequences: false)
        if steps.contains(where: { $0.elementsEqual(".".utf8) || $0.elementsEqual("..".utf8) }) { return .bad }
        guard path.utf8.count > 1, path.utf8.last == slash else { return .good }
        let rest = path.dropLast()
        // "//" at the beginning of a redirection would lead to another host.
        return rest.utf8.last == slash || rest.hasPrefix("//") ? .good : .slashAtEnd(String(rest))
    }

    private static let slash = UInt8(ascii: "/")
}
