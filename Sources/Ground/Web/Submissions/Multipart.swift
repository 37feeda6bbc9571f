/// The body of a form with files. Sources: RFC 7578 (multipart/form-data), RFC 2046 section 5.1 (boundaries), WHATWG HTML section 4.10.21.8
/// (how browsers escape names).
enum Multipart {
    /// One part: a field, or a file when it says a file's name.
    struct Part: Equatable {
        let name: String
        let fileName: String?
        let content: ArraySlice<UInt8>
    }

    /// The parts in order. nil when the body does not begin and end as it should, a part has no name, its head is larger than 4096 bytes, or
    /// there are more than `most` parts.
    static func parts(_ body: [UInt8], boundary: String, most: Int = 200) -> [Part]? {
        let delimiter = Array("\r\n--\(boundary)".utf8)
        // The first delimiter may stand at the very beginning, without the line break before it.
        guard body.starts(with: delimiter.dropFirst(2)) else { return nil }
        var position = delimiter.count - 2
        var parts: [Part] = []
        while true {
            let rest = body[position...]
            if rest.starts(with: "--".utf8) { return parts }
            guard parts.count < most, let lineEnd = afterLine(rest), let headEnd = find(blankLine, in: body, from: lineEnd - 2),
                headEnd - lineEnd <= 4096, let end = end(of: delimiter, in: body, from: headEnd + 2)
            else { return nil }
            let head = headEnd > lineEnd ? body[lineEnd..<headEnd] : []
            guard let (name, fileName) = disposition(head) else { return nil }
            parts.append(Part(name: name, fileName: fileName, content: body[min(headEnd + 4, end)..<end]))
            position = end + delimiter.count
        }
    }

    /// The boundary of a Content-Type; nil when it is no form with files, or its boundary is not one (RFC 2046: 1 to 70 characters).
    static func boundary(of contentType: String) -> String? {
        let parts = contentType.split(separator: ";").map(\.trimmed)
        guard parts.first?.lowercased() == "multipart/form-data" else { return nil }
        for parameter in parts.dropFirst() where parameter.lowercased().hasPrefix("boundary=") {
            let value = parameter.dropFirst(9)
            let text = value.hasPrefix("\"") && value.hasSuffix("\"") && value.count > 1 ? value.dropFirst().dropLast() : value
            guard (1...70).contains(text.utf8.count), text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }) else {
                return nil
            }
            return String(text)
        }
        return nil
    }

    private static let blankLine = Array("\r\n\r\n".utf8)

    /// Past the blanks and the line break after a delimiter.
    private static func afterLine(_ rest: ArraySlice<UInt8>) -> Int? {
        var index = rest.startIndex
        while index < rest.endIndex, rest[index] == 0x20 || rest[index] == 0x09 { index += 1 }
        guard index + 1 < rest.endIndex, rest[index] == 0x0D, rest[index + 1] == 0x0A else { return nil }
        return index + 2
    }

    private static func disposition(_ head: ArraySlice<UInt8>) -> (name: String, fileName: String?)? {
        guard let text = String(validating: head, as: UTF8.self) else { return nil }
        for line in text.split(separator: "\r\n") {
            let colon = line.firstIndex(of: ":") ?? line.endIndex
            guard colon < line.endIndex, line[..<colon].trimmed.lowercased() == "content-disposition" else { continue }
            let value = line[line.index(after: colon)...]
            guard value.trimmed.lowercased().hasPrefix("form-data"), let name = parameter("name", in: value) else { return nil }
            return (name, parameter("filename", in: value))
        }
        return nil
    }

    /// The value of a quoted parameter, with what browsers escape in it put back.
    private static func parameter(_ name: String, in value: Substring) -> String? {
        var rest = value
        while let start = rest.firstIndex(of: ";") {
            rest = rest[rest.index(after: start)...]
            let item = rest.drop { $0 == " " || $0 == "\t" }
            guard item.lowercased().hasPrefix(name + "=\"") else { continue }
            let text = item.dropFirst(name.count + 2)
            guard let end = text.firstIndex(of: "\"") else { return nil }
            return String(text[..<end]).replacing("%22", with: "\"").replacing("%0D", with: "\r").replacing("%0A", with: "\n")
        }
        return nil
    }

    /// Where the next delimiter begins: the same bytes followed by anything else are content.
    private static func end(of delimiter: [UInt8], in body: [UInt8], from start: Int) -> Int? {
        var start = start
        while let found = find(delimiter, in: body, from: start) {
            let rest = body[(found + delimiter.count)...]
            if rest.starts(with: "--".utf8) || afterLine(rest) != nil { return found }
            start = found + 1
        }
        return nil
    }

    private static func find(_ pattern: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
        guard start >= 0, pattern.count <= bytes.count else { return nil }
        let (first, last) = (pattern[0], bytes.count - pattern.count)
        return bytes.withUnsafeBufferPointer { bytes in
            var index = start
            while index <= last {
                if bytes[index] == first {
                    var offset = 1
                    while offset < pattern.count, bytes[index + offset] == pattern[offset] { offset += 1 }
                    if offset == pattern.count { return index }
                }
                index += 1
            }
            return nil
        }
    }
}
