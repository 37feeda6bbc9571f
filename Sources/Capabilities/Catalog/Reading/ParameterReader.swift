import Definitions
import Civic

/// Reads one file of `parameters/`: its sources, and parameters whose values name them. One whose values do not tile days and ages is refused,
/// and each gap and overlap is named.
struct ParameterReader {
    /// Which file has taken an id.
    private(set) var owners: [Parameter.ID: String] = [:]

    mutating func parameters(_ text: String, _ defects: DefectList) -> [Parameter] {
        guard let file = Fields(file: text, defects) else { return [] }
        let sources = Source.list(file, haveKinds: true)
        if file.node("parameters") == nil { file.complain("parameters", "is missing") }
        let parameters = file.list("parameters").compactMap { parameter($0, sources) }
        file.close()
        return parameters
    }

    private mutating func parameter(_ fields: Fields, _ sources: [Source]) -> Parameter? {
        let id = fields.text("id").flatMap { self.id($0, fields) }
        let name = fields.parameterName("name")
        let unit = fields.word("unit", Parameter.Unit.self)
        let ages = fields.optionalFields("ages").flatMap { $0.ageBand }
        let isAssumed = fields.node("assumed") != nil && fields.flag("assumed") == true
        let basis = fields.texts("basis")
        let confidence = fields.word("confidence", Confidence.self)
        let remark = fields.optionalText("remark")
        let (valueFields, missingFields) = (fields.list("values"), fields.list("missing"))
        let values = valueFields.map { value($0, unit, confidence, sources) }
        let missing = missingFields.map(self.missing)
        fields.close()
        guard let id, let name, let unit, !values.contains(nil), !missing.contains(nil) else { return nil }
        if ages == nil, fields.node("ages") != nil { return nil }
        do throws(TilingFaults) {
            return try Parameter(
                id, name: name, unit: unit, ages: ages, isAssumed: isAssumed, basis: basis, values: values.compactMap { $0 },
                missing: missing.compactMap { $0 }, remark: remark)
        } catch {
            let stretches = valueFields + missingFields
            for fault in error.faults {
                let message = "\(id): \(fault)"
                guard let last = fault.stretches.last else {
                    fields.complain(fault.kind == .nothing ? "id" : "values", message)
                    continue
                }
                stretches[last].complain(fault.kind == .outside ? "ages" : "from", message)
            }
            return nil
        }
    }

    private mutating func id(_ text: String, _ fields: Fields) -> Parameter.ID? {
        guard let id = Parameter.ID(text) else {
            fields.complain("id", "a family and a name, small letters without accents, digits and hyphens: pgu.maximo")
            return nil
        }
        if let owner = owners.updateValue(fields.defects.file, forKey: id) {
            fields.complain("id", "'\(id)' is already a parameter of \(owner)")
        }
        return id
    }

    private func value(_ fields: Fields, _ unit: Parameter.Unit?, _ confidence: Confidence?, _ sources: [Source]) -> DatedValue? {
        let days = fields.stretch(missing: "is missing: a value needs the day from which it holds (from: 2026-09-01)")
        let condition = fields.optionalText("condition")
        if let condition, Sentence(condition).pieces != [.text(condition)] {
            fields.complain("condition", "the condition of a value names no parameter; a sheet's may")
        }
        let amount = unit.flatMap { fields.amount(in: $0) }
        let ids = fields.textOrTexts("source")
        let named = ids.compactMap { id in sources.first { $0.id == id } }
        if named.count < ids.count { fields.complain("source", "is not the id of one of the file's sources") }
        if ids.isEmpty { fields.complain("source", "is missing: a value comes from somewhere") }
        let own = fields.node("confidence") == nil ? confidence : fields.word("confidence", Confidence.self)
        let reason = fields.optionalText("reason")
        if own == .low, reason == nil { fields.complain("reason", "is missing: low confidence says why") }
        fields.close()
        guard let days, let amount, let own, !named.isEmpty else { return nil }
        return DatedValue(
            amount, from: days.from, to: days.to, ages: days.ages, condition: condition, sources: named, confidence: own, reason: reason)
    }

    private func missing(_ fields: Fields) -> MissingValue? {
        let days = fields.stretch(missing: "is missing: the day from which there is no value (from: 2026-09-01)")
        let reason = fields.text("reason")
        fields.close()
        guard let days, let reason else { return nil }
        return MissingValue(from: days.from, to: days.to, ages: days.ages, reason: reason)
    }
}

extension Fields {
    /// `{es: …, en: …}`, both of them: decisions are read in both.
    fileprivate func parameterName(_ key: String) -> Parameter.Name? {
        guard isGroup(key) else {
            complain(key, node(key) == nil ? "is missing" : "is written in both languages: {es: …, en: …}")
            return nil
        }
        guard let inner = optionalFields(key) else { return nil }
        let (es, en) = (inner.text("es"), inner.text("en"))
        inner.close()
        guard let es, let en else { return nil }
        return Parameter.Name(es: es, en: en)
    }
}
