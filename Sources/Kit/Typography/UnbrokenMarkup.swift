extension Unbroken {
    /// The same of a page's bytes: between its tags alone. What people type or copy as it stands (`textarea`, `option`, `code`, `pre`) and what
    /// nobody reads (`title`, `script`, `style`) keeps every byte.
    public static func markup(_ page: [UInt8]) -> [UInt8] {
        var (held, start) = ([UInt8](), 0)
        held.reserveCapacity(page.count + page.count / 64)
        let bytes = page.span
        while start < bytes.count {
            let open = bytes.first(of: UInt8(ascii: "<"), from: start)
            held += bytes.extracting(start..<open).held
            guard open < bytes.count else { break }
            var end = bytes.tagEnd(from: open)
            if let name = asItIs.first(where: { bytes.isTag(at: open, $0) }) { end = bytes.closing(name, from: end) }
            bytes.extracting(open..<end).withUnsafeBufferPointer { held.append(contentsOf: $0) }
            start = end
        }
        return held
    }

    private static let asItIs: [StaticString] = ["textarea", "option", "script", "style", "title", "code", "pre"]
}

extension Span<UInt8> {
    fileprivate func first(of byte: UInt8, from start: Int) -> Int {
        var index = start
        while index < count, self[index] != byte { index += 1 }
        return index
    }

    /// Behind the tag that is opened there; a `>` in a quoted value ends none.
    fileprivate func tagEnd(from open: Int) -> Int {
        var (index, quote) = (open + 1, UInt8(0))
        while index < count {
            let byte = self[index]
            index += 1
            if quote != 0 {
                if byte == quote { quote = 0 }
            } else if byte == UInt8(ascii: ">") {
                return index
            } else if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                quote = byte
            }
        }
        return index
    }

    /// Whether a start tag of that name, in small letters, is opened there.
    fileprivate func isTag(at open: Int, _ name: StaticString) -> Bool { isName(at: open + 1, name) }

    private func isName(at start: Int, _ name: StaticString) -> Bool {
        let length = name.utf8CodeUnitCount
        guard start + length < count else { return false }
        for place in 0..<length where self[start + place] != name.utf8Start[place] { return false }
        return [UInt8(ascii: ">"), UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "/")].contains(self[start + length])
    }

    /// Where the end tag of that name begins.
    fileprivate func closing(_ name: StaticString, from start: Int) -> Int {
        var index = first(of: UInt8(ascii: "<"), from: start)
        while index + 1 < count {
            if self[index + 1] == UInt8(ascii: "/"), isName(at: index + 2, name) { return index }
            index = first(of: UInt8(ascii: "<"), from: index + 1)
        }
        return count
    }
}
