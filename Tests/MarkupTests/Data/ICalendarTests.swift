import Foundation
import Testing

@testable import Markup

@Suite("A calendar as RFC 5545 has it")
struct ICalendarTests {
    private func text(_ calendar: ICalendar) -> String { String(decoding: calendar.document, as: UTF8.self) }

    @Test("components hold properties and components, each line with its end")
    func lines() {
        let calendar = ICalendar(
            "VCALENDAR", [.value("VERSION", "2.0"), nil], [ICalendar("VEVENT", [.text("SUMMARY", "Abierto; 9, 10 \\ todo\nsiempre")])])
        #expect(
            text(calendar)
                == "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nSUMMARY:Abierto\\; 9\\, 10 \\\\ todo\\nsiempre\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        )
    }

    @Test("a value can't begin a line of its own")
    func injection() {
        let calendar = ICalendar("VEVENT", [.text("SUMMARY", "a\r\nATTENDEE:b"), .value("URL", "x\r\nATTACH:y\nz")])
        #expect(text(calendar).split(separator: "\r\n").count == 4)
        #expect(text(calendar).contains("SUMMARY:a\\nATTENDEE:b") && text(calendar).contains("URL:xATTACH:yz"))
    }

    @Test("long lines are folded at 75 bytes, and no character is torn", arguments: 0..<100)
    func folding(seed: UInt64) {
        var random = SeededRandom(seed: seed)
        let words = (0..<60).map { _ in Nasty.text(using: &random) }.joined()
        let calendar = ICalendar("VEVENT", [.text("SUMMARY", words)])
        let bytes = calendar.document
        #expect(String(validating: bytes, as: UTF8.self) != nil)
        let lines = bytes.split(separator: UInt8(ascii: "\n"))
        #expect(lines.allSatisfy { $0.last == UInt8(ascii: "\r") && $0.count <= 76 })
        #expect(lines.allSatisfy { String(validating: $0, as: UTF8.self) != nil })
        let unfolded = lines.reduce(into: [[UInt8]]()) { whole, line in
            if line.first == UInt8(ascii: " ") {
                whole[whole.count - 1] += line.dropFirst().dropLast()
            } else {
                whole.append(Array(line.dropLast()))
            }
        }
        #expect(unfolded.count == 3 && unfolded[1].starts(with: "SUMMARY:".utf8))
    }
}
