import Civic

/// Addresses of searches.
struct SearchAddress {
    let texts: Texts
    let results: SearchResults

    /// The same search with another filter, on another page, or as it was typed.
    func callAsFunction(_ filter: SearchFilter? = nil, page: Int = 1, isLiteral: Bool? = nil) -> String {
        let filter = filter ?? results.filter
        var pairs = [("q", results.query.text)]
        for part in SearchFilter.Part.allCases { if let value = filter[part] { pairs.append((part.rawValue, value)) } }
        if isLiteral ?? results.query.isLiteral { pairs.append(("exacta", "1")) }
        if page > 1 { pairs.append(("pagina", "\(page)")) }
        return texts.address("/buscar") + "?" + pairs.map { $0.0 + "=" + $0.1.queryEscaped }.joined(separator: "&")
    }

    static func of(_ words: String, _ texts: Texts) -> String { texts.address("/buscar") + "?q=" + words.queryEscaped }
}

extension String {
    /// As it stands in the query of an address (RFC 3986 section 3.4): letters and digits, the rest escaped.
    var queryEscaped: String {
        utf8.map { byte in
            let isPlain = (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
            return isPlain ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
