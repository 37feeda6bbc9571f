import Foundation
import Storage

@testable import Civic
@testable import Web

extension Parser {
    private static let keyring: Keyring? = Keyring.Key(number: 1, master: Array(repeating: 7, count: 32)).map { Keyring($0) }

    /// What comes with a request.
    static let requests: [Parser] = [
        .text("path") { text in
            if case .slashAtEnd(let rest) = RequestPath.verdict(on: text) {
                must(!rest.hasPrefix("//") && rest.hasPrefix("/"), "a redirection stays on this host")
            }
        },
        .text("accept") { text in _ = Encoding.best(for: text) },
        .text("address") { text in
            guard let address = ClientAddress.plain(text[...]) else { return }
            must(ClientAddress.plain(address[...]) == address, "an address has one spelling")
            must(!RateLimit.household(address).isEmpty, "an address has a household")
        },
        .text("cookie") { text in
            guard let keyring else { return }
            must(SessionCookie(text, keyring: keyring) == nil, "a cookie can't be made up")
            must(FormToken.accept(text, for: "form", keyring: keyring, now: 1) == nil, "a token can't be made up")
        },
        Parser(name: "urlencoded") { bytes in
            guard let pairs = FormURLEncoded.pairs(bytes) else { return }
            must(pairs.count <= 1000, "a form has a bounded number of values")
            must(
                pairs.reduce(0) { $0 + $1.name.utf8.count + $1.value.utf8.count } <= bytes.count, "what is read is not more than what came")
        },
        Parser(name: "multipart") { bytes in
            let body = Array("--b\r\nContent-Disposition: form-data; name=\"".utf8) + bytes + Array("\r\n--b--".utf8)
            for whole in [bytes, body] {
                guard let parts = Multipart.parts(whole, boundary: "b") else { continue }
                must(parts.reduce(0) { $0 + $1.content.count } < max(1, whole.count), "parts are inside of the body")
                must(
                    (try? SubmissionReader.submission(whole, type: "multipart/form-data; boundary=b")) != nil
                        || parts.contains {
                            String(validating: $0.content, as: UTF8.self) == nil
                        }, "a body that has parts is a submission, unless a text is none")
            }
        },
        .text("boundary") { text in
            guard let boundary = Multipart.boundary(of: text) else { return }
            must((1...70).contains(boundary.utf8.count), "a boundary has one to seventy characters")
        },
        Parser(name: "form") { bytes in
            guard let submission = try? SubmissionReader.submission(bytes, type: "application/x-www-form-urlencoded") else { return }
            let filling = KitFormPages.form.filling(submission)
            must(filling.isRefused || !submission.text("nombre").isEmpty, "a form without a name is not accepted")
        },
    ]
}
