extension HTML.StringInterpolation {
    /// Appends the template's own bytes and follows where they lead.
    mutating func follow(_ literal: UnsafeBufferPointer<UInt8>) {
        let base = output.count
        output.append(contentsOf: literal)
        var index = 0
        while index < literal.count {
            // Long stretches of text and of quoted values hold nothing that changes the place.
            switch place {
            case .text: index = literal.next(UInt8(ascii: "<"), from: index)
            case .doubleQuoted: index = literal.next(UInt8(ascii: "\""), from: index)
            case .singleQuoted: index = literal.next(UInt8(ascii: "'"), from: index)
            default: break
            }
            guard index < literal.count else { return }
            step(literal[index], at: base + index)
            index += 1
        }
    }

    private mutating func step(_ byte: UInt8, at position: Int) {
        switch place {
        case .text:
            place = .tagOpen
            opening = position
        case .tagOpen: openTag(byte, at: position)
        case .tagName:
            guard byte.endsName else { return }
            element = element.lowerBound..<position
            byte == UInt8(ascii: ">") ? closeTag() : (place = .insideTag)
        case .insideTag: insideTag(byte, at: position)
        case .attributeName:
            guard byte.endsName || byte == UInt8(ascii: "=") else { return }
            attribute = attribute.lowerBound..<position
            place = .afterAttributeName
            step(byte, at: position)
        case .afterAttributeName:
            if byte == UInt8(ascii: "=") { place = .beforeValue } else if !byte.isMarkupSpace { insideTag(byte, at: position) }
        case .beforeValue: beforeValue(byte, at: position)
        case .doubleQuoted, .singleQuoted: place = .insideTag
        case .unquoted:
            if byte == UInt8(ascii: ">") { closeTag() } else if byte.isMarkupSpace { place = .insideTag }
        case .declaration:
            if output[opening..<position + 1].elementsEqual("<!--".utf8) {
                place = .comment
            } else if byte == UInt8(ascii: ">") {
                place = .text
            }
        case .comment:
            if byte == UInt8(ascii: ">"), position - 1 > opening + 3, output[position - 1] == dash, output[position - 2] == dash {
                place = .text
            }
        case .plainText, .rawText: insideElement(byte, at: position)
        }
    }

    private mutating func openTag(_ byte: UInt8, at position: Int) {
        switch byte.lowercased {
        case 0x61...0x7A:
            place = .tagName
            element = position..<position
            isEndTag = output[position - 1] == Address.slash
        case Address.slash where position == opening + 1: break
        case UInt8(ascii: "!"): place = .declaration
        default: place = .text
        }
    }

    private mutating func insideTag(_ byte: UInt8, at position: Int) {
        if byte == UInt8(ascii: ">") {
            closeTag()
        } else if byte.isMarkupSpace || byte == Address.slash {
            place = .insideTag
        } else {
            place = .attributeName
            attribute = position..<position
        }
    }

    private mutating func beforeValue(_ byte: UInt8, at position: Int) {
        switch byte {
        case UInt8(ascii: "\""): place = .doubleQuoted
        case UInt8(ascii: "'"): place = .singleQuoted
        case UInt8(ascii: ">"): closeTag()
        default:
            if byte.isMarkupSpace { return }
            place = .unquoted
        }
        valueStart = position + 1
    }

    private mutating func closeTag() {
        place = isEndTag ? .text : ElementKind.contents(of: output.span.extracting(element))
        opening = output.count
    }

    /// Waits for the end tag of the element whose text this is.
    private mutating func insideElement(_ byte: UInt8, at position: Int) {
        if byte == UInt8(ascii: "<") { opening = position }
        guard byte.endsName, opening + 2 <= position, output[opening] == UInt8(ascii: "<"), output[opening + 1] == Address.slash else {
            return
        }
        let name = output[element].map(\.lowercased)
        guard output[(opening + 2)..<position].lazy.map(\.lowercased).elementsEqual(name) else { return }
        isEndTag = true
        byte == UInt8(ascii: ">") ? closeTag() : (place = .insideTag)
    }

    private var dash: UInt8 { UInt8(ascii: "-") }
}

extension UInt8 {
    /// Space, tab, line feed, form feed, carriage return.
    fileprivate var isMarkupSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0C || self == 0x0D }

    /// What may follow the name of a tag or an attribute.
    fileprivate var endsName: Bool { isMarkupSpace || self == Address.slash || self == UInt8(ascii: ">") }
}

extension UnsafeBufferPointer<UInt8> {
    /// The place of the next such byte, or the end.
    fileprivate func next(_ byte: UInt8, from start: Int) -> Int {
        var index = start
        while index < count, self[index] != byte { index += 1 }
        return index
    }
}
