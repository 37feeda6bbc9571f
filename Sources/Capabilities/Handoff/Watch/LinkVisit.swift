import Civic

/// What was seen when an address was visited.
struct LinkVisit: Sendable, Equatable {
    let address: String
    let at: Instant
    let outcome: Outcome
    /// The last status; nil when there was no answer.
    let status: Int?
    /// From the first request to the last answer.
    let milliseconds: Int
    /// Where it led to in the end, when that is another address.
    let finalAddress: String?
    /// What is wrong with the certificate, in the words of the library.
    let certificate: String?

    enum Outcome: String, Sendable, CaseIterable {
        case answered
        /// It answers from the site of another host.
        case moved
        /// It does not let programs in (401, 403, 429, or its robots.txt): whether people get in is not known.
        case declined
        case dns, refused, tls, timeout
        /// 404 and 410.
        case notFound
        /// Other errors of the site, 5xx above all.
        case failed
        /// It leads on for ever, or to where it may not.
        case redirects

        var isAnswer: Bool { self == .answered || self == .moved }
        var isBreak: Bool { !isAnswer && self != .declined }

        /// How it is told to people.
        var words: TextKey {
            switch self {
            case .answered: "handoff.kind.answered"
            case .moved: "handoff.kind.moved"
            case .declined: "handoff.kind.declined"
            case .dns: "handoff.kind.dns"
            case .refused: "handoff.kind.refused"
            case .tls: "handoff.kind.tls"
            case .timeout: "handoff.kind.timeout"
            case .notFound: "handoff.kind.notFound"
            case .failed: "handoff.kind.failed"
            case .redirects: "handoff.kind.redirects"
            }
        }
    }
}

/// What can be said of an address today.
enum LinkState: Sendable, Equatable {
    /// It was not visited lately.
    case unknown
    case answered(at: Instant, movedTo: String?)
    case declined(at: Instant)
    /// Each visit since that day found it broken; `kind` is the last one's.
    case broken(since: Day, kind: LinkVisit.Outcome)

    /// From the visits of an address, in any order. What is older than three days says nothing of today.
    init(_ visits: [LinkVisit], on today: Day) {
        let visits = visits.sorted { $0.at > $1.at }
        guard let last = visits.first, today.number - Day(of: last.at).number <= 3 else {
            self = .unknown
            return
        }
        switch last.outcome {
        case .answered: self = .answered(at: last.at, movedTo: nil)
        case .moved: self = .answered(at: last.at, movedTo: last.finalAddress.flatMap(WebAddress.init)?.host)
        case .declined: self = .declined(at: last.at)
        default:
            let streak = visits.prefix { $0.outcome.isBreak }
            self = .broken(since: Day(of: (streak.last ?? last).at), kind: last.outcome)
        }
    }
}
