import Civic

/// Holds what was read of a page to the standard. Pure: the same reading has the same findings.
public struct Judgement: Sendable {
    public let findings: [Finding]
    public let firstView: Int
    public let total: Int
    public let requests: Int
    /// Hosts that are not the page's own, sorted.
    public let thirdParties: [String]

    public init(_ reading: PageReading, _ standard: Standard = Standard(), texts: Texts) {
        firstView = reading.requests.filter(\.isFirstView).reduce(0) { $0 + $1.bytes }
        total = reading.requests.reduce(0) { $0 + $1.bytes }
        requests = reading.requests.count
        let own = Self.host(reading.address)
        thirdParties = Set(reading.requests.map { Self.host($0.address) }.filter { !Self.isSame($0, own) }).sorted()
        guard let status = reading.status, (200...299).contains(status) else {
            findings = [Finding(.unavailable, ["status": reading.status.map { "\($0)" } ?? texts["inspect.noAnswer"]])]
            return
        }
        findings =
            Self.weight(reading, standard, firstView, total, thirdParties, texts) + Self.scripts(reading, standard)
            + Self.reading(reading.scripted, texts)
    }

    public var passes: Bool { findings.isEmpty }

    /// Whether the page opened: nothing can be said of one that did not.
    public var isOpen: Bool { !findings.contains { $0.kind == .unavailable } }

    private static func weight(
        _ reading: PageReading, _ standard: Standard, _ firstView: Int, _ total: Int, _ thirdParties: [String], _ texts: Texts
    ) -> [Finding] {
        let heaviest = reading.requests.sorted { $0.bytes > $1.bytes }.prefix(3).map {
            "\(kilobytes($0.bytes, texts)) kB: \($0.address.prefix(120))"
        }
        var findings: [Finding] = []
        func add(_ kind: Finding.Kind, _ value: Int, _ most: Int, _ told: (Int) -> String) {
            guard value > most else { return }
            findings.append(Finding(kind, ["value": told(value), "most": told(most)], examples: kind == .requests ? [] : heaviest))
        }
        add(.firstView, firstView, standard.firstView) { kilobytes($0, texts) }
        add(.total, total, standard.total) { kilobytes($0, texts) }
        add(.requests, reading.requests.count, standard.requests) { texts.number($0) }
        if !thirdParties.isEmpty {
            findings.append(Finding(.thirdParties, count: thirdParties.count, examples: thirdParties))
        }
        return findings
    }

    private static func scripts(_ reading: PageReading, _ standard: Standard) -> [Finding] {
        var findings: [Finding] = []
        if Double(reading.plain.text) < Double(reading.scripted.text) * standard.plainShare {
            let percent = reading.plain.text * 100 / max(1, reading.scripted.text)
            findings.append(Finding(.empty, ["percent": "\(percent)"]))
        }
        if reading.plain.fields < reading.scripted.fields {
            findings.append(Finding(.formNeedsScript, count: reading.scripted.fields - reading.plain.fields))
        }
        return findings
    }

    private static func reading(_ outline: Outline, _ texts: Texts) -> [Finding] {
        var findings: [Finding] = []
        if !outline.contrasts.isEmpty {
            findings.append(
                Finding(
                    .contrast, count: outline.contrasts.count,
                    examples: outline.contrasts.map { each in
                        texts(
                            "inspect.contrast.example",
                            [
                                "text": each.text, "ratio": texts.number(each.ratio), "needed": texts.number(each.needed),
                                "colour": each.colour, "background": each.background,
                            ])
                    }))
        }
        if !outline.unlabelled.isEmpty {
            findings.append(Finding(.labels, count: outline.unlabelled.count, examples: outline.unlabelled))
        }
        if !outline.silent.isEmpty { findings.append(Finding(.pictures, count: outline.silent.count, examples: outline.silent)) }
        if outline.lang.isEmpty { findings.append(Finding(.language)) }
        if outline.title.isEmpty { findings.append(Finding(.title)) }
        let order = outline.headings.map { "h\($0)" }.joined(separator: " ")
        if !isInOrder(outline.headings) { findings.append(Finding(.headings, ["order": order.isEmpty ? "0" : order])) }
        return findings
    }

    /// One first heading, before all others, and no level left out on the way down.
    static func isInOrder(_ headings: [Int]) -> Bool {
        headings.first == 1 && headings.filter { $0 == 1 }.count == 1 && zip(headings, headings.dropFirst()).allSatisfy { $1 <= $0 + 1 }
    }

    /// A part of the same site: its own host, or one under the other.
    static func isSame(_ host: String, _ own: String) -> Bool {
        let (host, own) = (plain(host), plain(own))
        return host == own || host.hasSuffix("." + own) || own.hasSuffix("." + host)
    }

    private static func plain(_ host: String) -> String { host.hasPrefix("www.") ? String(host.dropFirst(4)) : host }

    static func host(_ address: String) -> String {
        guard let scheme = address.firstRange(of: "://") else { return "" }
        let authority = address[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        return String(authority.split(separator: "@").last?.prefix { $0 != ":" } ?? "").lowercased()
    }

    private static func kilobytes(_ bytes: Int, _ texts: Texts) -> String { texts.number(Double(bytes) / 1000, decimals: 1) }
}
