import Definitions
import Civic
import Yams

/// Reads one file of `sheets/` into a service sheet, or says everything that is wrong with it.
struct SheetReader {
    /// What a sheet may refer to; nil when that file could not be read, so that one defect does not look like a hundred.
    struct References {
        var institutions: Set<String>?
        var topics: Set<String>?
        var lifeEvents: Set<String>?
        var places: Set<String>?
        var parameters: [Parameter.ID: Parameter]?
    }

    let references: References
    /// Which file has taken a number.
    private(set) var owners: [Int: String] = [:]
    private(set) var replacements: [Replacement] = []

    init(references: References) {
        self.references = references
    }

    mutating func sheet(slug: String, text: String, _ defects: DefectList) -> ServiceSheet? {
        guard let file = Fields(file: text, defects) else { return nil }
        if !slug.isSlug { defects.add("the name of the file is the sheet's address: small letters without accents, digits and hyphens") }
        let number = file.fields("number").flatMap { self.number($0) }
        let title = file.text("title")
        let alsoKnownAs = file.texts("alsoKnownAs")
        let institution = file.text("institution")
        refer(institution.map { [$0] } ?? [], to: references.institutions, in: file, "institution", "institutions.csv")
        let kind = file.word("kind", ServiceSheet.Kind.self)
        let status = file.word("status", ServiceSheet.Status.self)
        let confidence = file.word("confidence", ServiceSheet.Confidence.self)
        let checked = file.day("checked")
        let topics = file.texts("topics")
        if topics.isEmpty { file.complain("topics", "needs at least one topic") }
        refer(topics, to: references.topics, in: file, "topics", "topics.yaml")
        let lifeEvents = file.texts("lifeEvents")
        refer(lifeEvents, to: references.lifeEvents, in: file, "lifeEvents", "life-events.yaml")
        let inPersonAt = file.texts("inPersonAt")
        refer(inPersonAt, to: references.places, in: file, "inPersonAt", "places.yaml")
        let summary = file.text("summary")
        let audience = file.text("audience")
        let eligibility = file.optionalText("eligibility")
        let (requirements, documents) = (file.texts("requirements"), file.texts("documents"))
        let steps = file.optionalFields("steps").map(self.steps) ?? Steps()
        let online = file.optionalAddress("online")
        let cost = file.fields("cost").flatMap(self.cost)
        let terms = ["answer", "period", "validity", "collection"].map { file.statedTerm($0) }
        let sources = Source.list(file)
        let amounts = AmountReader(sources: Set(sources.map(\.id)), parameters: references.parameters).amounts(file)
        let legalBasis = file.texts("legalBasis")
        let goodToKnow = file.optionalText("goodToKnow")
        let remark = file.optionalText("remark")
        let replacedBy = file.optionalInteger("replacedBy")
        let sensitivity = file.node("sensitivity") == nil ? .ordinary : file.word("sensitivity", SensitivityName.self)
        if let replacedBy {
            let mark = file.mapping["replacedBy"]?.mark
            replacements.append(.init(number: replacedBy, file: file.defects.file, line: mark?.line ?? 1, column: mark?.column ?? 1))
            if replacedBy == number?.value { file.complain("replacedBy", "is the sheet itself") }
        }
        let mentions = MentionReader(parameters: references.parameters)
        mentions.check(requirements, file, "requirements")
        mentions.check(documents, file, "documents")
        mentions.check(goodToKnow.map { [$0] } ?? [], file, "goodToKnow")
        for (key, text) in [
            ("title", title), ("summary", summary), ("audience", audience), ("eligibility", eligibility), ("remark", remark),
            ("answer", terms[0]?.text), ("period", terms[1]?.text), ("validity", terms[2]?.text), ("collection", terms[3]?.text),
        ] {
            mentions.refuse(text, file, key)
        }
        file.close()
        guard let number, let title, let institution, let kind, let status, let confidence, let checked, let summary, let audience,
            let cost,
            let sensitivity
        else { return nil }
        return ServiceSheet(
            number: number, slug: slug, title: title, alsoKnownAs: alsoKnownAs, institution: institution, kind: kind, status: status,
            confidence: confidence, checked: checked, topics: topics, lifeEvents: lifeEvents, summary: summary, audience: audience,
            eligibility: eligibility, requirements: requirements, documents: documents, steps: steps, inPersonAt: inPersonAt,
            online: online, cost: cost, answer: terms[0], period: terms[1], validity: terms[2], collection: terms[3], amounts: amounts,
            legalBasis: legalBasis, goodToKnow: goodToKnow, remark: remark, sources: sources, replacedBy: replacedBy,
            sensitivity: sensitivity)
    }

    /// What names another sheet by its number, to be checked when all are read.
    struct Replacement {
        let number: Int
        let file: String
        let line: Int
        let column: Int

        var defect: FileDefect {
            FileDefect(file: file, line: line, column: column, field: "replacedBy", message: "no sheet has the number \(number)")
        }
    }

    private func refer(_ keys: [String], to known: Set<String>?, in file: Fields, _ field: String, _ list: String) {
        for (index, key) in keys.enumerated() {
            if let known, !known.contains(key) { file.complain(field, "'\(key)' is not in \(list)", entry: index) }
            if keys.firstIndex(of: key) != index { file.complain(field, "'\(key)' is there twice", entry: index) }
        }
    }

    private mutating func number(_ fields: Fields) -> SheetNumber? {
        let value = fields.integer("value")
        let isPublic = fields.flag("public")
        let evidence = fields.words("evidence", SheetNumber.Evidence.self)
        fields.close()
        guard let value, let isPublic else { return nil }
        if isPublic, !(1..<SheetNumber.own.lowerBound).contains(value) {
            fields.complain("value", "a public number is between 1 and \(SheetNumber.own.lowerBound - 1)")
        } else if !isPublic, !SheetNumber.own.contains(value) {
            fields.complain("value", "a number of our own is between \(SheetNumber.own.lowerBound) and \(SheetNumber.own.upperBound)")
        }
        if let owner = owners.updateValue(fields.defects.file, forKey: value) {
            fields.complain("value", "\(value) is already the number of \(owner)")
        }
        return SheetNumber(value: value, isPublic: isPublic, evidence: evidence)
    }

    private func steps(_ fields: Fields) -> Steps {
        let steps = Steps.Medium.allCases.map { ($0, fields.texts($0.rawValue)) }
        for (medium, texts) in steps {
            MentionReader(parameters: references.parameters).check(texts, fields, medium.rawValue)
        }
        fields.close()
        return Steps(Dictionary(uniqueKeysWithValues: steps))
    }

    private func cost(_ fields: Fields) -> Cost? {
        let price = fields.optionalMoney("pesos")
        let reported = fields.optionalDay("reported")
        let text = fields.text("text")
        if let price, price.amount > 0, fields.node("reported") == nil {
            fields.complain("pesos", "a price needs the day on which it was reported (reported: 2026-09-01)")
        }
        fields.close()
        return text.map { Cost(price: price, reported: reported, text: $0) }
    }
}

extension Fields {
    func words<Word: RawRepresentable & CaseIterable>(_ key: String, _ type: Word.Type) -> [Word] where Word.RawValue == String {
        guard let node = node(key) else { return [] }
        return (node.sequence.map(Array.init) ?? [node]).compactMap { word(of: $0, key) }
    }

    func optionalMoney(_ key: String) -> Pesos? {
        optionalInteger(key).flatMap { pesos in
            if pesos >= 0 { return Pesos(Int64(pesos)) }
            complain(key, "must not be negative")
            return nil
        }
    }
}

extension String {
    /// Small letters without accents, digits, and hyphens between them.
    var isSlug: Bool {
        !isEmpty && allSatisfy { $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "-") } && first != "-" && last != "-"
            && !contains("--")
    }
}
