/// A component of an iCalendar object (RFC 5545): `VCALENDAR`, `VEVENT`, `VTIMEZONE`.
public struct ICalendar: Sendable, Hashable {
    /// A line: its name, its parameters as they are written, and its value.
    public struct Property: Sendable, Hashable {
        let head: String
        let value: String

        /// Words of people, escaped (section 3.3.11).
        public static func text(_ name: String, _ text: String) -> Property {
            var escaped = ""
            for scalar in text.unicodeScalars {
                switch scalar {
                case "\\", ";", ",": escaped += "\\" + String(scalar)
                case "\n": escaped += "\\n"
                case "\u{0}"..."\u{1F}", "\u{7F}": continue
                default: escaped.unicodeScalars.append(scalar)
                }
            }
            return Property(head: name, value: escaped)
        }

        /// A value of the format's own (a date, a rule, an address), without line ends. `name` may carry parameters: `DTSTART;TZID=…`.
        public static func value(_ name: String, _ value: String) -> Property {
            Property(head: name, value: String(value.filter { !$0.isNewline }))
        }
    }

    public let name: String
    public let properties: [Property]
    public let components: [ICalendar]

    public init(_ name: String, _ properties: [Property?], _ components: [ICalendar] = []) {
        self.name = name
        self.properties = properties.compactMap(\.self)
        self.components = components
    }

    /// The whole object in UTF-8, its lines folded at 75 bytes (section 3.1).
    public var document: [UInt8] {
        var output: [UInt8] = []
        write(to: &output)
        return output
    }

    private func write(to output: inout [UInt8]) {
        Self.fold("BEGIN:\(name)", to: &output)
        for property in properties { Self.fold("\(property.head):\(property.value)", to: &output) }
        for component in components { component.write(to: &output) }
        Self.fold("END:\(name)", to: &output)
    }

    /// No character is torn in two.
    private static func fold(_ line: String, to output: inout [UInt8]) {
        var room = 75
        for scalar in line.unicodeScalars {
            let bytes = Array(UTF8.encode(scalar) ?? .init())
            if bytes.count > room {
                output.append(contentsOf: "\r\n ".utf8)
                room = 74
            }
            output.append(contentsOf: bytes)
            room -= bytes.count
        }
        output.append(contentsOf: "\r\n".utf8)
    }
}
