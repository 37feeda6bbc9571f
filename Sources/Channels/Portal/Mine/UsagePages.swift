import Civic
import Hummingbird
import Storage
import Web

/// `/api/v2/findUsage`: the same lines as `/mi/quien-vio`, as the Estonian data tracker serves them to the portal of its citizens. Whoever
/// is signed in asks for themselves alone: a mandate leaves the trace out.
public struct UsagePages: Sendable {
    private let texts: Texts
    private let reception: Reception
    private let records: OwnRecords
    private let reader: TraceReader
    private let clock: Clock
    /// Who answers for this installation: the name and code of whoever is no institution of its own.
    private let house: String

    public init(_ texts: Texts, reception: Reception, records: OwnRecords, reader: TraceReader, clock: Clock, house: String) {
        self.texts = texts
        self.reception = reception
        self.records = records
        self.reader = reader
        self.clock = clock
        self.house = house
    }

    public func mount(on router: PageRoutes) {
        router.get("/api/v2/findUsage") { request, _ in
            guard let session = try await reception.visitor(request).session, case .citizen(let person) = session.identity,
                session.assurance >= .verified
            else { throw Failure.signIn }
            let query: UsageQuery
            do { query = try UsageQuery(request) } catch let problem as UsageQuery.Problem { return try refused(problem.text) }
            let (people, database) = (records.people, records.database)
            let isOwn = try await database.read { snapshot in
                try [query.asker, query.subject].allSatisfy { try people.find(.run($0), snapshot).first == person }
            }
            guard isOwn else { throw Forbidden() }
            return try Response.json(try await found(query, of: person)).unlisted
        }
        router.get("/api/v2/usagePeriod") { _, _ in
            let people = records.people
            let began = try await records.database.read { try people.tracesBegan($0) } ?? clock.now
            return try Response.json(UsageAnswer.Period(periodStart: began.rfc3339)).unlisted
        }
        router.get("/api/v2/heartbeat") { _, _ in
            do {
                try await records.database.ping()
                return try Response.json(UsageAnswer.Heartbeat(status: "OK", message: texts["usage.heartbeat.ok"])).unlisted
            } catch {
                return try Response.json(UsageAnswer.Heartbeat(status: "FAIL", message: texts["usage.heartbeat.fail"])).unlisted
            }
        }
    }

    /// What the person did themselves is not told: nothing of it reached anybody.
    private func found(_ query: UsageQuery, of person: PersonID) async throws -> UsageAnswer.Found {
        let filter = TraceFilter(onlyOthers: true, from: query.from, to: query.to)
        let people = records.people
        let (total, traces) = try await records.database.read { snapshot in
            (
                try people.traceCount(of: person, filter, snapshot),
                try people.traces(of: person, filter, offset: query.offset, limit: query.limit, snapshot)
            )
        }
        return UsageAnswer.Found(
            totalUsages: total, usages: try await reader.lines(traces, of: person, texts).map(usage))
    }

    private func usage(_ line: TraceLine) -> UsageAnswer.Usage {
        UsageAnswer.Usage(
            logtime: line.at.rfc3339,
            action: line.why.map { texts("usage.action", ["what": line.what, "why": $0]) } ?? line.what,
            receiverCode: line.institutionCode ?? house, receiverName: line.institution ?? line.who, receiverSystem: texts["site.name"])
    }

    private func refused(_ words: TextKey) throws -> Response {
        try Response.json(UsageAnswer.Refused(message: texts[words]), status: .badRequest).unlisted
    }
}
