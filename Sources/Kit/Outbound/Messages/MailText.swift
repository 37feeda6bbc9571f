import Foundation

/// A mail of plain text as a mail program takes it (RFC 5322, with MIME as RFC 2045 and words outside of ASCII in the subject as RFC 2047).
public enum MailText {
    /// nil when an address could write into the head of the mail.
    public static func text(to: String, from: String, subject: String, body: String) -> String? {
        guard
            [to, from].allSatisfy({ address in
                !address.isEmpty && address.unicodeScalars.allSatisfy { $0.value > 0x20 && $0.value != 0x7F && $0 != "," && $0 != ";" }
            })
        else { return nil }
        // A word of a subject has at most 75 characters: each holds 39 bytes of whole characters.
        var words: [String] = []
        var part = ""
        for character in subject {
            if (part + String(character)).utf8.count > 39 {
                words.append(part)
                part = ""
            }
            part.append(character)
        }
        words.append(part)
        let encoded = words.map { "=?UTF-8?B?\(Data($0.utf8).base64EncodedString())?=" }.joined(separator: "\n ")
        let lines = Data(body.utf8).base64EncodedString(options: [.lineLength76Characters, .endLineWithLineFeed])
        return """
            To: \(to)
            From: \(from)
            Subject: \(encoded)
            Auto-Submitted: auto-generated
            MIME-Version: 1.0
            Content-Type: text/plain; charset=utf-8
            Content-Transfer-Encoding: base64

            \(lines)

            """
    }
}
