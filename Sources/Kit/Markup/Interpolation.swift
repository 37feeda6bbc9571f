extension HTML {
    /// Follows the template's literals and writes each value as its place needs it:
    ///
    /// | place | text and numbers | `HTML` | `Attribute` |
    /// |---|---|---|---|
    /// | between tags | escaped | as it is | refused |
    /// | `title`, `textarea` | escaped | refused | refused |
    /// | a quoted attribute | escaped, quotes too | refused | refused |
    /// | a quoted address (`href`, `src`, `action`…), as a whole | checked; `about:invalid` if not allowed | refused | refused |
    /// | a quoted address, after a fixed beginning | percent-encoded as one part | refused | refused |
    /// | in a tag, between attributes | refused | refused | written with the space before it |
    /// | anything else | refused | refused | refused |
    ///
    /// Refused means: nothing is written, and a ``MarkupDefect`` is kept.
    public struct StringInterpolation: StringInterpolationProtocol {
        var output: [UInt8] = []
        var defects: [MarkupDefect] = []
        var place = Place.text
        /// Where the last `<` stands.
        var opening = 0
        var isEndTag = false
        var element = 0..<0
        var attribute = 0..<0
        var valueStart = 0
        /// What the last value in an address leaves open, until the next literal.
        private var pending = Pending.nothing

        private enum Pending {
            case nothing
            /// A whole address: only a separator may follow it, or it could become a scheme.
            case wholeAddress
            /// An empty part: the slashes around it must not meet at the beginning, where they would name a host.
            case emptyPart
        }

        public init(literalCapacity: Int, interpolationCount: Int) {
            output.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        public mutating func appendLiteral(_ literal: StaticString) {
            literal.withUTF8Buffer { bytes in
                guard pending != .nothing, let first = bytes.first else { return follow(bytes) }
                let left = pending
                pending = .nothing
                switch first {
                case Address.slash where output.last == Address.slash && (left == .wholeAddress || output.count == valueStart + 1):
                    // "/" and "/temas" make "/temas".
                    follow(UnsafeBufferPointer(rebasing: bytes.dropFirst()))
                case UInt8(ascii: "\""), UInt8(ascii: "'"), UInt8(ascii: "?"), UInt8(ascii: "#"), Address.slash: follow(bytes)
                default:
                    if left == .wholeAddress { giveUpAddress(.addressSuffix) }
                    follow(bytes)
                }
            }
        }

        public mutating func appendInterpolation(_ text: some StringProtocol) { write(text) }

        public mutating func appendInterpolation(_ text: String?) {
            if let text { write(text) }
        }

        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            if place == .text { output.append(decimal: number) } else { write(String(number)) }
        }

        public mutating func appendInterpolation(_ number: (some BinaryInteger)?) {
            if let number { appendInterpolation(number) }
        }

        public mutating func appendInterpolation(_ html: HTML) {
            guard place == .text else { return refuse(allows ? .markupWhereTextStands : reason) }
            output.append(contentsOf: html.bytes)
            defects.append(contentsOf: html.defects)
        }

        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { appendInterpolation(html) }
        }

        public mutating func appendInterpolation(_ pieces: some Sequence<HTML>) {
            for piece in pieces { appendInterpolation(piece) }
        }

        /// One piece for each element: `\(each: sheets, { "<li>\($0.title)</li>" })`.
        public mutating func appendInterpolation<S: Sequence>(each elements: S, _ piece: (S.Element) throws -> HTML) rethrows {
            for element in elements { appendInterpolation(try piece(element)) }
        }

        /// The piece when the condition holds: `\(when: sheet.isFree, "<p>…</p>")`.
        public mutating func appendInterpolation(when condition: Bool, _ piece: @autoclosure () throws -> HTML) rethrows {
            if condition { appendInterpolation(try piece()) }
        }

        /// The piece when the value is there: `\(with: sheet.cost, { "<p>\($0)</p>" })`.
        public mutating func appendInterpolation<Value>(with value: Value?, _ piece: (Value) throws -> HTML) rethrows {
            if let value { appendInterpolation(try piece(value)) }
        }

        public mutating func appendInterpolation(_ attribute: Attribute) {
            guard !isEndTag, [.tagName, .insideTag, .attributeName, .afterAttributeName].contains(place) else {
                return refuse(.attributeOutsideTag)
            }
            guard attribute.isPresent else { return }
            if place == .tagName { element = element.lowerBound..<output.count }
            output.append(UInt8(ascii: " "))
            self.attribute = output.count..<(output.count + attribute.name.utf8CodeUnitCount)
            output.append(attribute.name)
            place = .insideTag
            guard let value = attribute.value else { return }
            output.append("=\"")
            valueStart = output.count
            place = .doubleQuoted
            write(value)
            pending = .nothing
            output.append(UInt8(ascii: "\""))
            place = .insideTag
        }

        public mutating func appendInterpolation(_ attribute: Attribute?) {
            if let attribute { appendInterpolation(attribute) }
        }

        private mutating func write(_ text: some StringProtocol) {
            switch place {
            case .text, .plainText: output.append(escaping: text, quotes: false)
            case .doubleQuoted, .singleQuoted:
                switch AttributeKind(output.span.extracting(attribute)) {
                case .plain: output.append(escaping: text, quotes: true)
                case .active: refuse(.activeAttribute)
                case .address: output.count == valueStart ? writeWhole(text) : writePart(text)
                }
            default: refuse(reason)
            }
        }

        private mutating func writeWhole(_ address: some StringProtocol) {
            guard Address.isAllowed([UInt8](address.utf8).span) else { return output.append(Address.refused) }
            output.append(escaping: address, quotes: true)
            if !address.isEmpty { pending = .wholeAddress }
        }

        private mutating func writePart(_ part: some StringProtocol) {
            let isAllowed = pending == .wholeAddress || Address.isAllowedPrefix(output.span.extracting(valueStart..<output.count))
            guard isAllowed else { return giveUpAddress(.addressPrefix) }
            let keepsPlus = !output[valueStart...].contains(UInt8(ascii: "?"))
            output.append(percentEncoding: part, keepsPlus: keepsPlus)
            if part.isEmpty, pending == .nothing { pending = .emptyPart }
        }

        private mutating func giveUpAddress(_ reason: MarkupDefect.Reason) {
            refuse(reason)
            output.removeSubrange(valueStart...)
            output.append(Address.refused)
        }

        private var allows: Bool {
            switch place {
            case .text, .plainText, .doubleQuoted, .singleQuoted: true
            default: false
            }
        }

        private var reason: MarkupDefect.Reason {
            switch place {
            case .beforeValue, .unquoted: .unquotedAttribute
            case .rawText: .rawText
            case .comment, .declaration: .comment
            default: .insideTag
            }
        }

        private mutating func refuse(_ reason: MarkupDefect.Reason) {
            defects.append(defect(reason))
        }

        private func defect(_ reason: MarkupDefect.Reason) -> MarkupDefect {
            let inAttribute = [.beforeValue, .unquoted, .doubleQuoted, .singleQuoted, .attributeName].contains(place)
            return MarkupDefect(
                reason: reason, element: place == .text ? "" : String(decoding: output[element], as: UTF8.self),
                attribute: inAttribute ? String(decoding: output[attribute], as: UTF8.self) : "")
        }

        /// What was written. A template that didn't come back to text yields nothing, so that it can't change what follows it.
        func ended() -> (output: [UInt8], defects: [MarkupDefect]) {
            place == .text ? (output, defects) : ([], defects + [defect(.unfinished)])
        }
    }
}
