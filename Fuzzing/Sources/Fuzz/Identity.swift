import Foundation

@testable import Civic

extension Parser {
    /// Numbers, names, ways to be reached, days and hours, as people type them.
    static let identity: [Parser] = [
        .text("run") { text in
            guard let run = RUN(text) else { return }
            must(RUN(run.plain) == run && RUN(run.formatted) == run, "a RUN reads back what it writes")
            must((1...99_999_999).contains(run.number), "a RUN has one to eight digits")
        },
        .text("identifier") { text in
            for kind in Identifier.Kind.allCases {
                guard let identifier = Identifier(kind, typed: text, country: Country("AR")) else { continue }
                must(identifier.plain.count <= 64 && !identifier.plain.isEmpty, "an identifier is short and not empty")
                must(!"\(identifier)".contains(identifier.plain) || identifier.plain.count < 6, "an identifier never prints itself")
            }
        },
        .text("name") { text in
            guard let name = PersonName(given: text, first: text) else { return }
            let data = try? JSONEncoder().encode(name)
            must(data.flatMap { try? JSONDecoder().decode(PersonName.self, from: $0) } == name, "a name reads back what it writes")
            must(name.tokens.count <= 12 && !name.shown.isEmpty, "a name is shown and found by a few words")
        },
        .text("contact") { text in
            if let phone = Contact(.phone, typed: text) {
                must(Contact(.phone, typed: phone.plain)?.plain == phone.plain, "a telephone reads back what it keeps")
            }
            if let email = Contact(.email, typed: text) {
                must(email.plain.filter { $0 == "@" }.count == 1, "an e-mail has one @")
                must(Contact(.email, typed: email.plain)?.plain == email.plain, "an e-mail reads back what it keeps")
            }
            if let address = Contact(.address, typed: text) { must(address.plain.count <= 500, "an address is short") }
        },
        .text("day") { text in
            if let day = Day(iso: text) { must(day.iso == text, "a day reads back what it writes") }
        },
        .text("hours") { text in
            guard let interval = OpeningHours.Interval(text) else { return }
            must(interval.from < interval.to && interval.to <= 1440, "an interval lies in one day")
        },
        .text("settings") { text in
            var values: [String: String] = [:]
            for line in text.split(separator: "\n") {
                let parts = line.split(separator: "=", maxSplits: 1)
                if parts.count == 2 { values[String(parts[0])] = String(parts[1]) }
            }
            for key in Setting.all.map(\.key) where values[key] == nil && text.contains(key) { values[key] = text }
            values["VENTANILLA_KEYS_FILE"] = nil
            do {
                let settings = try Settings(environment: values)
                must(settings.limits.uploadBytes <= settings.limits.bodyBytes, "a file fits in a body")
            } catch let fault as SettingsFault {
                must(!fault.key.isEmpty, "a fault names its setting")
            } catch {
                must(false, "settings fail with their own fault")
            }
        },
    ]
}
