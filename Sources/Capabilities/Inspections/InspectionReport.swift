import Civic

/// What the inspection says, for people and for machines.
public struct InspectionReport: Sendable {
    public let address: String
    public let judgement: Judgement
    private let texts: Texts

    public init(_ reading: PageReading, texts: Texts) {
        address = reading.address
        judgement = Judgement(reading, texts: texts)
        self.texts = texts
    }

    /// The verdict, the measures, and what to mend, line by line.
    public var lines: [String] {
        let measures = texts(
            "inspect.measures",
            [
                "first": texts.number(Double(judgement.firstView) / 1000), "total": texts.number(Double(judgement.total) / 1000),
                "requests": texts.number(judgement.requests), "hosts": texts.number(judgement.thirdParties.count),
            ])
        let verdict =
            judgement.passes ? texts("inspect.passes") : texts("inspect.fails", count: judgement.findings.count)
        if !judgement.isOpen { return [address] + judgement.findings.flatMap(told) }
        return [address, verdict, measures] + judgement.findings.flatMap(told)
    }

    private func told(_ finding: Finding) -> [String] {
        let examples = finding.examples.map { "    " + $0 }
        return ["", "- " + finding.sentence(texts)] + examples + ["  " + texts[finding.kind.mending]]
    }

    /// The same as JSON.
    public var written: Written {
        Written(
            address: address, passes: judgement.passes, firstViewBytes: judgement.firstView, totalBytes: judgement.total,
            requests: judgement.requests, thirdParties: judgement.thirdParties,
            findings: judgement.findings.map { finding in
                .init(
                    kind: finding.kind.rawValue, sentence: finding.sentence(texts), mend: texts[finding.kind.mending],
                    examples: finding.examples)
            })
    }

    /// Its form as JSON.
    public struct Written: Encodable, Sendable {
        public struct Finding: Encodable, Sendable {
            let kind: String
            let sentence: String
            let mend: String
            let examples: [String]
        }

        let address: String
        let passes: Bool
        let firstViewBytes: Int
        let totalBytes: Int
        let requests: Int
        let thirdParties: [String]
        let findings: [Finding]
    }
}
