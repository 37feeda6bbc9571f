import Civic
import Ports
import Storage

/// The nightly work: what is past its term by the register, and what was granted to be erased.
extension ErasureDesk {
    /// One act per person, in batches, so that nobody waits for it. Gives back what was done, and writes it down.
    @discardableResult
    public func run() async throws -> [RetentionRun] {
        var runs = try await granted()
        let limited = register.activities.compactMap { activity in silence(of: activity).map { (activity, $0) } }
        runs += try await rest(Self.wholePerson, limited.map(\.1))
        for (activity, silence) in limited where activity.holds != nil { runs += try await rest(activity.id, [silence]) }
        return runs
    }

    /// Past all these terms, the part goes.
    private func rest(_ part: String, _ silences: [PeopleDesk.Silence]) async throws -> [RetentionRun] {
        var (last, persons, touched): (PersonID?, Int, Int) = (nil, 0, 0)
        while true {
            let after = last
            let found = try await database.read { try people.resting(silences, after: after, limit: Self.batch, $0) }
            for person in found {
                let count = try await database.write { transaction in
                    // Somebody may have come back since the batch was read.
                    guard try people.resting(silences, after: PersonID(person.number - 1), limit: 1, transaction) == [person] else {
                        return 0
                    }
                    return try erase(person, part: part, transaction)
                }
                persons += count > 0 ? 1 : 0
                touched += count
            }
            guard let end = found.last else { break }
            last = end
        }
        return try await write(part, persons, touched)
    }

    /// What officers granted, when its wait is over. The whole person goes when nothing that is kept was refused or blocked.
    private func granted() async throws -> [RetentionRun] {
        let today = clock.today
        let due = try await database.read { try requests.toErase(on: today, $0) }
        var counts: [String: (persons: Int, touched: Int)] = [:]
        for request in due {
            let done = try await database.write { transaction in
                let allowed = try requests.decisions(of: request.id, transaction).filter { $0.verdict == .granted }.map(\.purpose)
                let isWhole = register.activities.filter { $0.holds != nil }.allSatisfy { allowed.contains($0.id) }
                try requests.finish(request.id, transaction)
                return try (isWhole ? [Self.wholePerson] : allowed).map { ($0, try erase(request.subject, part: $0, transaction)) }
            }
            for (part, touched) in done where touched > 0 {
                counts[part, default: (0, 0)].persons += 1
                counts[part, default: (0, 0)].touched += touched
            }
        }
        var runs: [RetentionRun] = []
        for (part, count) in counts.sorted(by: { $0.key < $1.key }) { runs += try await write(part, count.persons, count.touched) }
        return runs
    }

    private func write(_ part: String, _ persons: Int, _ touched: Int) async throws -> [RetentionRun] {
        guard persons > 0 else { return [] }
        let run = RetentionRun(activity: part, persons: persons, touched: touched, version: register.version.iso)
        try await database.write { transaction in
            try store.insert(run, transaction)
            try transaction.record(Event("retention.done"), by: Self.actor)
        }
        return [run]
    }

    private func silence(of activity: ProcessingRegister.Activity) -> PeopleDesk.Silence? {
        guard let months = activity.retention.months, let signs = activity.retention.signs else { return nil }
        let day = clock.today.adding(months: -months)
        return PeopleDesk.Silence(since: Instant(milliseconds: Int64(day.number) * 86_400_000), signs: signs)
    }

    private static let batch = 200
}
