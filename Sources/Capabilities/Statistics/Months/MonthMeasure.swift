import Civic

/// What is not additive, of one month that is closed: who came, and whether their matters were solved at once. It is counted when the days in
/// which somebody would have come again are over, and never changes: not even when a person is erased.
struct MonthMeasure: Sendable, Hashable {
    /// A matter is solved when nobody comes about it again for so many days.
    static let days = 30

    let month: Month
    /// Different persons, of the contacts of whom that is known.
    var persons = 0
    /// Contacts but visits, and how many of them are somebody's.
    var contacts = 0
    var known = 0
    /// Matters that began in the month, of persons who are known.
    var journeys = 0
    /// Solved in the first contact, and none in any channel after it.
    var solved = 0
    /// About which somebody came again, and in another channel.
    var repeated = 0
    var switched = 0

    init(_ month: Month) {
        self.month = month
    }

    /// From the contacts of the month and of the days after it, each with whose it is, and how many contacts but visits the month has.
    init(_ month: Month, _ named: [(contact: PastContact, person: PersonID)], contacts: Int) {
        self.month = month
        self.contacts = contacts
        let days = month.first...month.last
        let own = named.filter { days.contains(Day(of: $0.contact.at)) }
        persons = Set(own.map(\.person)).count
        known = own.count { $0.contact.deed != .visit }
        let journeys = Dictionary(grouping: named.map(\.contact), by: \.journeyNumber)
        for (number, contacts) in journeys {
            guard let first = contacts.min(by: { ($0.at, $0.id.number) < ($1.at, $1.id.number) }), first.id.number == number,
                days.contains(Day(of: first.at))
            else { continue }
            let end = first.at.milliseconds + Int64(Self.days) * 86_400_000
            let after = contacts.filter { $0.id != first.id && $0.at.milliseconds <= end }
            self.journeys += 1
            if after.isEmpty, first.outcome == .resolved { solved += 1 }
            if !after.isEmpty { repeated += 1 }
            if after.contains(where: { $0.channel != first.channel }) { switched += 1 }
        }
    }
}
