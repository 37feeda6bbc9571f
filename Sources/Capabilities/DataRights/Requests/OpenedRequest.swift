import Civic

/// A request with what was written in it, opened after its trace.
struct OpenedRequest: Sendable {
    let request: RightsRequest
    let decisions: [PurposeDecision]
    let words: String?
    let extensionReason: String?
    let answer: String?

    init(_ request: RightsRequest, _ decisions: [PurposeDecision], _ disclosure: Disclosure) throws {
        self.request = request
        self.decisions = decisions
        words = try request.words.map(disclosure.open)
        extensionReason = try request.extensionReason.map(disclosure.open)
        answer = try request.answer.map(disclosure.open)
    }
}
