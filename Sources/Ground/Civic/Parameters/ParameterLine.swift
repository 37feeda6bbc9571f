import Foundation

/// A stretch of a parameter as one row keeps it: a value, or, without an amount, its declared absence.
struct ParameterLine: Hashable, Codable {
    var from: Day
    var to: Day?
    var ages: AgeBand?
    var amount: Int64?
    var condition: String?
    var sources: [Source]?
    var confidence: Confidence?
    var reason: String?

    /// No two lines of a parameter begin on the same day for the same age.
    struct Key: Hashable {
        let from: Day
        let age: Int?
    }

    var key: Key { Key(from: from, age: ages?.from) }

    var value: DatedValue? {
        guard let amount, let sources, let confidence else { return nil }
        return DatedValue(
            amount, from: from, to: to, ages: ages, condition: condition, sources: sources, confidence: confidence, reason: reason)
    }

    var absence: MissingValue? {
        guard amount == nil, let reason else { return nil }
        return MissingValue(from: from, to: to, ages: ages, reason: reason)
    }

    init(_ value: DatedValue) {
        (from, to, ages, amount) = (value.from, value.to, value.ages, value.amount)
        (condition, sources, confidence, reason) = (value.condition, value.sources, value.confidence, value.reason)
    }

    init(_ absence: MissingValue) {
        (from, to, ages, reason) = (absence.from, absence.to, absence.ages, absence.reason)
    }

    init(
        from: Day, to: Day?, ages: AgeBand?, amount: Int64?, condition: String?, sources: [Source]?, confidence: Confidence?,
        reason: String?
    ) {
        (self.from, self.to, self.ages, self.amount) = (from, to, ages, amount)
        (self.condition, self.sources, self.confidence, self.reason) = (condition, sources, confidence, reason)
    }
}

/// What a parameter says apart from its values.
struct ParameterHead: Hashable, Codable {
    let name: Parameter.Name
    let unit: Parameter.Unit
    let ages: AgeBand?
    let isAssumed: Bool
    let basis: [String]
    let remark: String?
}

extension Parameter {
    var head: ParameterHead {
        ParameterHead(name: name, unit: unit, ages: ages, isAssumed: isAssumed, basis: basis, remark: remark)
    }

    var lines: [ParameterLine] { values.map(ParameterLine.init) + missing.map(ParameterLine.init) }
}

/// JSON whose text is the same for the same value.
enum StableJSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func read<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
