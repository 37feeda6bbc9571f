import Civic
import Outbound

/// What can be said of an address today.
enum LinkState: Sendable, Equatable {
    /// It was not visited lately.
    case unknown
    case answered(at: Instant, movedTo: String?)
    case declined(at: Instant)
    /// Each visit since that day found it broken; `kind` is the last one's.
    case broken(since: Day, kind: SiteVisit.Outcome)

    /// From the visits of an address, in any order. What is older than three days says nothing of today.
    init(_ visits: [SiteVisit], on today: Day) {
        let visits = visits.sorted { $0.at > $1.at }
        guard let last = visits.first, today.number - last.day.number <= 3 else {
            self = .unknown
            return
        }
        switch last.outcome {
        case .answered: self = .answered(at: last.instant, movedTo: nil)
        case .moved: self = .answered(at: last.instant, movedTo: last.finalAddress.flatMap(WebAddress.init)?.host)
        case .declined: self = .declined(at: last.instant)
        default:
            let streak = visits.prefix { $0.outcome.isBreak }
            self = .broken(since: (streak.last ?? last).day, kind: last.outcome)
        }
    }
}

extension SiteVisit {
    var instant: Instant { Instant(milliseconds: at) }
    /// The local day.
    var day: Day { Day(of: instant) }
}

extension SiteVisit.Outcome {
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
