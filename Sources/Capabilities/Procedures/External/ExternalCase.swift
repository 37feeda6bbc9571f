import Civic

extension Permission {
    /// Report how the cases of one's own institution go.
    public static let reportCases: Permission = "procedure.report"
}

/// A case that another institution has, as that institution tells of it.
struct ExternalCase: Sendable {
    let id: Int64
    /// Its key in the catalogue.
    let institution: String
    let subject: PersonID
    let number: SubjectSealed

    enum Status: String, Sendable, Codable, CaseIterable { case received, underWay, awaiting, granted, refused, closed }
    enum Debtor: String, Sendable, Codable { case institution, person }
}

/// Something that happened in it.
struct ExternalEvent: Sendable {
    let id: Int64
    let status: ExternalCase.Status
    /// When it happened there, and when it was told here.
    let at: Instant
    let told: Instant
    let body: SubjectSealed
    /// The event whose place it takes.
    let corrects: Int64?

    struct Body: Codable, Sendable {
        let title: String
        let stage: String?
        let words: String?
        /// By when the next step is due, and who owes it.
        let due: Int?
        let owes: ExternalCase.Debtor?
    }
}

/// What a program sends.
struct ReportedEvent: Decodable, Sendable {
    let id: String
    let run: String
    let at: String
    let title: String
    let status: ExternalCase.Status
    let stage: String?
    let words: String?
    let due: String?
    let owes: ExternalCase.Debtor?
    /// The id of an event of the same case that was told wrongly.
    let corrects: String?

    static let fields: Set<String> = ["id", "run", "at", "title", "status", "stage", "words", "due", "owes", "corrects"]

    /// What is wrong with it, in words for programs; each names its field.
    func problems(now: Instant) -> [String] {
        var problems: [String] = []
        if id.wholeMatch(of: #/[A-Za-z0-9._:-]{1,64}/#) == nil { problems.append("id: up to 64 letters, digits and . _ : -") }
        if RUN(run) == nil { problems.append("run: is no RUN") }
        if Instant(rfc3339: at).map({ $0 > now }) ?? true { problems.append("at: a moment with its zone (RFC 3339), not in the future") }
        if !(1...120).contains(title.count) { problems.append("title: 1 to 120 characters") }
        if stage.map({ !(1...120).contains($0.count) }) == true { problems.append("stage: 1 to 120 characters") }
        if words.map({ !(1...2_000).contains($0.count) }) == true { problems.append("words: 1 to 2000 characters") }
        if due.map({ Day(iso: $0) == nil }) == true { problems.append("due: a day like 2026-12-31") }
        return problems
    }
}
