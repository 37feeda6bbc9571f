import Civic

/// The comunas around one, ring by ring: itself, its neighbours, their neighbours.
struct Rings {
    /// How many borders one must cross to get there; what is reached over the sea alone is not in it.
    let steps: [CommuneCode: Int]

    init(around centre: CommuneCode, _ territory: Territory) {
        var steps = [centre: 0]
        var edge = [centre]
        while !edge.isEmpty {
            var next: [CommuneCode] = []
            for code in edge {
                for neighbour in territory.neighbours(of: code) where steps[neighbour] == nil {
                    steps[neighbour] = (steps[code] ?? 0) + 1
                    next.append(neighbour)
                }
            }
            edge = next
        }
        self.steps = steps
    }
}

/// A point and a comuna where it is or comes to.
struct Spot: Hashable, Sendable {
    let number: Int
    let commune: CommuneCode
    var isSeen = true
}

/// Which points to look at around a comuna, before anything else is read about them.
struct Candidates {
    /// Beyond the neighbours a person is shown so many at most.
    static let most = 6
    /// As many are looked at, when some may turn out to be shut.
    static let looked = 40
    /// Borders that one crosses before mere distance counts.
    private static let horizon = 3

    private(set) var here: [Spot] = []
    private(set) var beside: [Spot] = []
    /// What was seen comes before what is only likely, and what is nearer before what is farther.
    private(set) var beyond: [Spot] = []

    /// A point that is in more than one comuna is where it is nearest.
    init(_ spots: [Spot], around centre: Territory.Commune, _ territory: Territory) {
        let steps = Rings(around: centre.code, territory).steps
        func far(_ spot: Spot) -> Double {
            territory.commune(spot.commune).map { GreatCircle.kilometres(centre.point, $0.point) } ?? .infinity
        }
        let order = Set(spots).map { spot in
            (spot: spot, steps: min(steps[spot.commune] ?? .max, Self.horizon + 1), far: far(spot))
        }.sorted { ($0.steps, $0.far, $0.spot.number) < ($1.steps, $1.far, $1.spot.number) }
        var seen: Set<Int> = []
        for (spot, steps, _) in order where seen.insert(spot.number).inserted {
            switch steps {
            case 0: here.append(spot)
            case 1: beside.append(spot)
            default: beyond.append(spot)
            }
        }
        beyond = Array((beyond.filter(\.isSeen) + beyond.filter { !$0.isSeen }).prefix(Self.looked))
    }
}
