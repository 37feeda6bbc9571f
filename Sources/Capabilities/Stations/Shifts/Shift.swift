import Civic

/// Somebody's time at a window, or attending from afar.
public struct Shift: Sendable, Hashable {
    public let id: Int64
    public let staff: Int64
    public let point: Int64?
    public let window: String?
    public let channel: Channel
    public let began: Instant
    public let ended: Instant?

    /// Nobody stays longer: what was left open is over by then.
    static let most: Int64 = 16 * 3_600_000

    /// When it ended, or would by itself.
    var end: Instant { ended ?? Instant(milliseconds: began.milliseconds + Self.most) }
}

/// What an agent does: a stretch of a shift.
public struct Spell: Sendable, Hashable {
    public enum State: Int, Sendable, Hashable, CaseIterable {
        case available = 1
        case attending = 2
        case paused = 3
    }

    public let state: State
    /// The code of the reason, when paused.
    public let pause: String?
    public let began: Instant
    public let ended: Instant?

    /// Whole seconds, until it ended or until now.
    public func seconds(_ now: Instant) -> Int { Int(max(0, (ended ?? now).milliseconds - began.milliseconds) / 1000) }
}

/// A shift and what was done in it, the newest last.
public struct ShiftReading: Sendable, Hashable {
    public let shift: Shift
    public let spells: [Spell]

    public var present: Spell? { spells.last { $0.ended == nil } }
    /// How many people were attended, or are.
    public var attentions: Int { spells.count { $0.state == .attending } }

    /// Whole seconds of one state.
    public func seconds(_ state: Spell.State, _ now: Instant) -> Int {
        spells.filter { $0.state == state }.reduce(0) { $0 + $1.seconds(now) }
    }
}

/// Where somebody says that they attend.
public struct ShiftPlace: Sendable, Hashable {
    public let point: Int64?
    public let window: String?
    public let channel: Channel

    public init(point: Int64?, window: String?, channel: Channel) {
        self.point = point
        self.window = window
        self.channel = channel
    }
}

/// Somebody else is at that window.
public struct WindowTaken: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "stations.taken" }
    public var advice: TextKey { "stations.taken.advice" }
}

/// There is no place open to pause or to close.
public struct NoStation: Refusal {
    public init() {}
    public var kind: RefusalKind { .conflict }
    public var title: TextKey { "stations.none" }
    public var advice: TextKey { "stations.none.advice" }
}
