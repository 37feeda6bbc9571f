import Crypto
import Foundation
import Synchronization

/// The visits that are going on at this node, in memory alone. A visitor is known by a digest of address and program under a salt that
/// is drawn each day, never stored and forgotten at midnight: nobody can be followed from one day to the next.
public final class Visits: Sendable {
    /// What a visitor did.
    public enum Sign: Sendable, Hashable {
        /// Any page: it counts as a view, and alone it is no visit.
        case page
        /// A service sheet, by its number.
        case sheet(Int64)
        case search
        case act
    }

    /// A visit that has ended.
    public struct Closed: Sendable, Hashable {
        public let began: Instant
        /// Whole seconds from the first sign to the last.
        public let duration: Int
        /// The first sheet that was opened.
        public let product: Int64?
        /// Whether an act was done.
        public let didAct: Bool
    }

    /// A visit ends after so many milliseconds without a sign: 30 minutes.
    public static let pause: Int64 = 1_800_000

    private struct Open {
        var began: Int64
        var last: Int64
        var product: Int64?
        var didAct = false
        var counts = false
    }

    private struct State {
        var salt: SymmetricKey
        var day: Day
        var open: [Data: Open] = [:]
        var closed: [Closed] = []
        var views: [View: Int] = [:]
    }

    /// Views of a route on a day.
    public struct View: Sendable, Hashable {
        public let day: Day
        public let route: String
    }

    private let state: Mutex<State>
    private let capacity: Int

    /// Holds at most `capacity` visits at once; beyond, those who come are not counted as visits, only their views.
    public init(capacity: Int = 200_000) {
        self.capacity = capacity
        state = Mutex(State(salt: SymmetricKey(size: .bits256), day: Day(number: 0)))
    }

    /// Takes in a sign. `route` is the pattern of the page, never its address; `visitor` is digested at once and not kept.
    public func see(_ sign: Sign, on route: String, by visitor: String, at now: Instant) {
        state.withLock { state in
            let today = Day(of: now)
            if today != state.day { Self.turn(&state, to: today) }
            state.views[View(day: today, route: route), default: 0] += 1
            let key = Data(HMAC<SHA256>.authenticationCode(for: Data(visitor.utf8), using: state.salt).prefix(16))
            var visit = state.open[key]
            if let known = visit, now.milliseconds - known.last >= Self.pause {
                Self.close(known, &state)
                visit = nil
            }
            guard visit != nil || state.open.count < capacity else { return }
            var open = visit ?? Open(began: now.milliseconds, last: now.milliseconds)
            open.last = max(open.last, now.milliseconds)
            switch sign {
            case .page: break
            case .sheet(let number):
                open.product = open.product ?? number
                open.counts = true
            case .search: open.counts = true
            case .act:
                open.didAct = true
                open.counts = true
            }
            state.open[key] = open
        }
    }

    /// Takes out the visits that have ended and the views since the last time. `all` ends those that go on, too.
    public func take(at now: Instant, all: Bool = false) -> (visits: [Closed], views: [View: Int]) {
        state.withLock { state in
            if Day(of: now) != state.day { Self.turn(&state, to: Day(of: now)) }
            for (key, visit) in state.open where all || now.milliseconds - visit.last >= Self.pause {
                Self.close(visit, &state)
                state.open[key] = nil
            }
            defer { (state.closed, state.views) = ([], [:]) }
            return (state.closed, state.views)
        }
    }

    /// Gives back what could not be written, for the next time.
    public func giveBack(_ visits: [Closed], _ views: [View: Int]) {
        state.withLock { state in
            state.closed += visits
            state.views.merge(views, uniquingKeysWith: +)
        }
    }

    /// At midnight the salt is thrown away, and with it what tells visitors apart: every visit ends.
    private static func turn(_ state: inout State, to day: Day) {
        for visit in state.open.values { close(visit, &state) }
        state.open = [:]
        state.salt = SymmetricKey(size: .bits256)
        state.day = day
    }

    private static func close(_ visit: Open, _ state: inout State) {
        guard visit.counts else { return }
        state.closed.append(
            Closed(
                began: Instant(milliseconds: visit.began), duration: Int((visit.last - visit.began) / 1000), product: visit.product,
                didAct: visit.didAct))
    }
}
