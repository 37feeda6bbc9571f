import Foundation

/// The waiting of a queue with many agents, in a steady state: arrivals by chance, times by chance, nobody leaves. Source: A. K. Erlang,
/// 'Solution of some problems in the theory of probabilities of significance in automatic telephone exchanges' (1917); the blocking formula
/// is computed by its recurrence, which is stable for any size.
struct Erlang: Sendable, Hashable {
    /// People who come in an hour.
    let perHour: Double
    /// Mean seconds of one attention.
    let seconds: Double
    let agents: Int

    /// How many agents the work would keep busy by itself.
    var load: Double { perHour * seconds / 3600 }

    /// The share of people who wait at all; 1 when there are too few agents for the work.
    var waiting: Double {
        guard load > 0 else { return 0 }
        guard Double(agents) > load else { return 1 }
        var blocking = 1.0
        for count in 1...max(1, agents) { blocking = load * blocking / (Double(count) + load * blocking) }
        return Double(agents) * blocking / (Double(agents) - load * (1 - blocking))
    }

    /// Mean seconds of waiting, of all people; nil when the queue only grows.
    var meanWait: Double? {
        guard load > 0 else { return 0 }
        guard Double(agents) > load else { return nil }
        return waiting * seconds / (Double(agents) - load)
    }

    /// The share of people who are attended within some seconds.
    func served(within limit: Double) -> Double {
        guard load > 0 else { return 1 }
        guard Double(agents) > load else { return 0 }
        return 1 - waiting * exp(-(Double(agents) - load) * limit / seconds)
    }

    /// The fewest agents with whom that share is attended within some seconds; 0 when nobody comes.
    static func needed(perHour: Double, seconds: Double, share: Double, within limit: Double) -> Int {
        guard perHour > 0, seconds > 0 else { return 0 }
        var agents = max(1, Int((perHour * seconds / 3600).rounded(.down)))
        while Erlang(perHour: perHour, seconds: seconds, agents: agents).served(within: limit) < share { agents += 1 }
        return agents
    }
}
