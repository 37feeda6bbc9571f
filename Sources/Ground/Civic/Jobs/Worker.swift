import Logging
import Metrics
import Storage

/// Does the jobs of its kinds: each at least once, those that fail again after a wait that doubles, and those that keep failing not any
/// more until somebody starts them again. Many workers, in one process or on many servers, share the work.
public struct Worker: Sendable {
    /// What a job asks to be done, outside of any transaction. It may be asked twice: it hands `idempotencyKey` on. It throws to be
    /// tried again.
    public typealias Work = @Sendable (ClaimedJob) async throws -> Void

    private let database: Database
    private let store: JobStore
    private let works: [String: (retrying: Retrying, work: Work)]
    private let schedules: [Schedule]
    private let lease: Int64
    private let log: Logger

    /// `lease` is how long, in milliseconds, a job belongs to a worker that gives no sign; it is renewed while the work goes on.
    public init(
        _ database: Database, keyring: Keyring, works: [Job.Kind: Work], retrying: [Job.Kind: Retrying] = [:], schedules: [Schedule] = [],
        lease: Int64 = 60_000, log: Logger
    ) {
        self.database = database
        store = JobStore(keyring: keyring)
        var named: [String: (retrying: Retrying, work: Work)] = [:]
        for (kind, work) in works { named[kind.description] = (retrying[kind] ?? Retrying(), work) }
        self.works = named
        self.schedules = schedules
        self.lease = lease
        self.log = log
    }

    /// Works until cancelled, on `width` lanes: at once when a job is made here, within a second when it is made elsewhere or falls due.
    public func run(width: Int = 4) async {
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<width { group.addTask { await lane() } }
            group.addTask {
                while !Task.isCancelled {
                    await turnSchedules()
                    await measure()
                    try? await Task.sleep(for: .seconds(1))
                }
            }
        }
    }

    /// Works whenever the bell rings: on news of a job, and each second.
    private func lane() async {
        let (bell, ring) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        ring.yield()
        await withTaskGroup(of: Void.self) { group in
            group.addTask {
                for await _ in database.listen(JobQueue.topic) { ring.yield() }
            }
            group.addTask {
                while !Task.isCancelled {
                    try? await Task.sleep(for: .seconds(1))
                    ring.yield()
                }
                ring.finish()
            }
            for await _ in bell {
                while !Task.isCancelled, await step() > 0 {}
            }
            group.cancelAll()
        }
    }

    /// Does the jobs that are due now, one after the other, and gives back how many it took.
    public func step(limit: Int = 8) async -> Int {
        let claimed: [ClaimedJob]
        do {
            let kinds = works.keys.sorted()
            claimed = try await database.write { try store.claim(limit, of: kinds, lease: lease, $0) }
        } catch {
            if !Task.isCancelled { log.warning("jobs could not be taken; it is tried again", metadata: ["error": "\(type(of: error))"]) }
            return 0
        }
        for job in claimed { await perform(job) }
        return claimed.count
    }

    /// Makes the jobs of the schedules whose turn it is. Gives back their names.
    @discardableResult
    public func turnSchedules() async -> [String] {
        var turned: [String] = []
        let turns = ScheduleStore()
        for schedule in schedules {
            let took = try? await database.write { transaction in
                guard try turns.take(schedule.name, next: schedule.next(after: transaction.now), transaction) else { return false }
                try transaction.enqueue(schedule.job)
                return true
            }
            if took == true { turned.append(schedule.name) }
        }
        return turned
    }

    private func perform(_ job: ClaimedJob) async {
        guard let (retrying, work) = works[job.kind] else { return }
        let began = ContinuousClock.now
        do {
            try await withThrowingTaskGroup(of: Bool.self) { group in
                group.addTask {
                    try await work(job)
                    return true
                }
                group.addTask {
                    await keep(job)
                    return false
                }
                while let isDone = try await group.next(), !isDone {}
                group.cancelAll()
            }
            _ = try await database.write { try store.finish(job, $0) }
            Counter(label: "jobs_done_total", dimensions: [("kind", job.kind)]).increment()
        } catch {
            await report(error, of: job, retrying)
        }
        Timer(label: "job_seconds", dimensions: [("kind", job.kind)]).record(duration: began.duration(to: .now))
    }

    private func report(_ error: any Error, of job: ClaimedJob, _ retrying: Retrying) async {
        // A worker that is told to stop leaves the job as it is: it is due again at once.
        let isStopping = error is CancellationError || Task.isCancelled
        let wait = isStopping ? 0 : retrying.wait(after: job.attempt, spread: Double.random(in: 0...1))
        let failure = "\(type(of: error))"
        _ = try? await database.write { try store.fail(job, failure, due: wait.map { [now = $0.now] in now + $0 }, $0) }
        Counter(label: wait == nil ? "jobs_dead_total" : "jobs_failed_total", dimensions: [("kind", job.kind)]).increment()
        log.warning(
            wait == nil ? "a job was given up" : "a job failed; it is tried again",
            metadata: ["job": "\(job.id)", "kind": "\(job.kind)", "try": "\(job.attempt)", "error": "\(failure)"])
    }

    /// Renews the lease until cancelled.
    private func keep(_ job: ClaimedJob) async {
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(lease / 3))
            if Task.isCancelled { return }
            _ = try? await database.write { try store.extend(job, until: $0.now + lease, $0) }
        }
    }

    /// What stands on the page of measures: how many jobs wait, run or were given up, and by how many seconds the first one is late.
    private func measure() async {
        guard let counts = try? await database.read({ try store.counts($0) }) else { return }
        for (state, count) in [("waiting", counts.waiting), ("running", counts.running), ("dead", counts.dead)] {
            Gauge(label: "jobs", dimensions: [("state", state)]).record(count)
        }
        let late = counts.oldestDue.map { max(0, Double(Database.systemNow() - $0) / 1000) } ?? 0
        Gauge(label: "jobs_late_seconds").record(late)
    }
}
