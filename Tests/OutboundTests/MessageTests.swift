import Foundation
import Outbound
import Testing

@Suite("A message that a program of the machine takes")
struct MessageTests {
    @Test("is handed over on standard input alone, to the end of the program")
    func handing() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: file) }
        try await #require(OutsideCommand("/usr/bin/tee \(file)")).run("hola\n\u{F1}")
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "hola\n\u{F1}")
    }

    @Test("is tried again when the program is not there, fails, or does not end")
    func failing() async throws {
        #expect(OutsideCommand("sendmail -t") == nil && OutsideCommand("") == nil)
        for (line, limit) in [("/nowhere/at/all", 5), ("/bin/false", 5), ("/bin/sleep 20", 0)] {
            let command = try #require(OutsideCommand(line))
            await #expect(throws: OutsideCommandFault.self) { try await command.run("x", within: .seconds(limit)) }
        }
    }

    @Test("of mail keeps what is not ASCII, and lets no address write into its head")
    func mail() throws {
        let text = try #require(
            MailText.text(
                to: "a@b.cl", from: "no@b.cl", subject: "Confirmación de su teléfono y de su correo electrónico", body: "Su código"))
        let (head, body) = (text.components(separatedBy: "\n\n")[0], text.components(separatedBy: "\n\n")[1])
        #expect(head.utf8.allSatisfy { $0 < 128 } && head.split(separator: "\n").allSatisfy { $0.count <= 78 })
        #expect(Data(base64Encoded: body, options: .ignoreUnknownCharacters).map { String(decoding: $0, as: UTF8.self) } == "Su código")
        let words = head.matches(of: #/=\?UTF-8\?B\?([^?]+)\?=/#).compactMap { Data(base64Encoded: String($0.1)) }
        #expect(words.map { String(decoding: $0, as: UTF8.self) }.joined() == "Confirmación de su teléfono y de su correo electrónico")
        for address in ["a@b.cl\nBcc: c@d.cl", "a@b.cl, c@d.cl", "", "a b@c.cl"] {
            #expect(MailText.text(to: address, from: "no@b.cl", subject: "s", body: "b") == nil)
        }
    }
}
