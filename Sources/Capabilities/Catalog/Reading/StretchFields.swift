import Definitions
import Civic
import Yams

/// What values and amounts are read from: days, ages, quantities and the sources of a file.
extension Fields {
    /// `from`, `to` and `ages`; nil, with its defects, when one of them is wrong.
    func stretch(missing hint: String) -> (from: Day, to: Day?, ages: AgeBand?)? {
        let from = day("from", missing: hint)
        let to = optionalDay("to")
        if let from, let to, to < from { complain("to", "is before 'from'") }
        let hasAges = node("ages") != nil
        let ages = optionalFields("ages").flatMap { $0.ageBand }
        guard let from, to.map({ from <= $0 }) ?? true, node("to") == nil || to != nil, !hasAges || ages != nil else { return nil }
        return (from, to, ages)
    }

    /// `{from: 65, to: 74}`.
    var ageBand: AgeBand? {
        let from = integer("from")
        let to = optionalInteger("to")
        close()
        guard let from else { return nil }
        if let band = AgeBand(from: from, to: to) { return band }
        complain("from", "ages run from the lower to the higher, between 0 and \(AgeBand.oldest)")
        return nil
    }

    /// The quantity under the name of its unit: `pesos: 231732`, `percent: 12.5`.
    func amount(in unit: Parameter.Unit) -> Int64? {
        guard unit.isHundredths else {
            guard let whole = integer(unit.rawValue) else { return nil }
            if whole < 0 { complain(unit.rawValue, "must not be negative") }
            return whole < 0 ? nil : Int64(whole)
        }
        guard let node = required(unit.rawValue) else { return nil }
        if let text = node.scalar?.string, let found = text.wholeMatch(of: /([0-9]{1,12})(?:\.([0-9]{1,2}))?/), let whole = Int64(found.1) {
            let part = found.2.map { $0.count == 1 ? "\($0)0" : "\($0)" } ?? "0"
            return whole * 100 + (Int64(part) ?? 0)
        }
        complain(unit.rawValue, "must be a number with two decimals at most, like 12.5")
        return nil
    }

    /// One text, or a list of them.
    func textOrTexts(_ key: String) -> [String] {
        if node(key)?.sequence != nil { return texts(key) }
        return optionalText(key).map { [$0] } ?? []
    }
}

extension Source {
    /// The `sources` of a file, each id once. Those of parameters say what kind they are, because decisions cite them.
    static func list(_ file: Fields, haveKinds: Bool = false) -> [Source] {
        var seen: Set<String> = []
        return file.list("sources").compactMap { fields in
            let (id, name, url) = (fields.text("id"), fields.text("name"), fields.optionalAddress("url"))
            let kind = haveKinds && fields.node("kind") != nil ? fields.word("kind", Source.Kind.self) : nil
            fields.close()
            guard let id, let name else { return nil }
            if !seen.insert(id).inserted { fields.complain("id", "'\(id)' is there twice") }
            return Source(id: id, name: name, url: url, kind: kind)
        }
    }
}
