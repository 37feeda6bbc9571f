import Civic
import Logging
import Storage
import Synchronization
import TestKit
import Testing

/// What was done, in order.
final class Diary: Sendable {
    private let lines = Mutex<[String]>([])
    var all: [String] { lines.withLock { $0 } }
    func write(_ line: String) { lines.withLock { $0.append(line) } }
}

struct Failed: Error {}

@Suite("Jobs")
struct JobTests {
    static let quiet = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
    static let boss = Actor(
        .staff(1), assurance: .verified, roles: [Role("operator", [.runJobs])], scope: Scope(sensitivities: [.ordinary]))

    static func worker(
        _ civics: Civics, retrying: Retrying = Retrying(), schedules: [Schedule] = [], lease: Int64 = 60_000,
        _ work: @escaping Worker.Work
    ) -> Worker {
        Worker(
            civics.database, keyring: World.keyring, works: ["letter": work], retrying: ["letter": retrying], schedules: schedules,
            lease: lease,
            log: quiet)
    }

    @Test("what waits, what of it is late, and what was given up are counted", arguments: Engine.available)
    func load(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let queue = JobQueue(civics.database, keyring: World.keyring)
            func load() async throws -> [Int] {
                let load = try await queue.load(at: Instant(milliseconds: civics.clock.now()))
                return [load.waiting, load.late, load.dead]
            }
            #expect(try await load() == [0, 0, 0])
            try await civics.database.write { transaction in
                try transaction.enqueue(Job("letter", payload: "now"))
                try transaction.enqueue(Job("letter", payload: "later", delay: 600_000))
            }
            civics.clock.move(byMilliseconds: 59_000)
            #expect(try await load() == [2, 0, 0])
            civics.clock.move(byMilliseconds: 2000)
            #expect(try await load() == [2, 1, 0])
            try await civics.database.write { _ = try $0.execute("UPDATE job SET state = 'dead' WHERE due < \($0.now)") }
            #expect(try await load() == [1, 0, 1])
        }
    }

    @Test("a job is made with its act, or not at all, and done once the act has committed", arguments: Engine.available)
    func withItsAct(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let diary = Diary()
            let worker = Self.worker(civics) { diary.write($0.payload) }
            await #expect(throws: Failed.self) {
                try await civics.database.write {
                    try $0.enqueue(Job("letter", payload: "never"))
                    throw Failed()
                }
            }
            try await civics.database.write { _ = try $0.enqueue(Job("letter", payload: "hello")) }
            let took = await worker.step()
            let again = await worker.step()
            #expect(took == 1 && again == 0)
            #expect(diary.all == ["hello"])
        }
    }

    @Test("a job that fails is tried again, each time after twice the wait, and is given up in the end", arguments: Engine.available)
    func backOff(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let diary = Diary()
            let worker = Self.worker(civics, retrying: Retrying(first: 1000, longest: 3000, tries: 4)) {
                diary.write("\($0.attempt)")
                throw Failed()
            }
            try await civics.database.write { _ = try $0.enqueue(Job("letter")) }
            for (wait, attempts) in [(0, 1), (900, 1), (400, 2), (1900, 2), (600, 3), (2900, 3), (900, 4), (1_000_000, 4)] {
                civics.clock.move(byMilliseconds: Int64(wait))
                _ = await worker.step()
                #expect(diary.all.count == attempts, "after \(wait) ms more")
            }
            let queue = JobQueue(civics.database, keyring: World.keyring)
            let dead = try await queue.dead()
            #expect(dead.map(\.kind) == ["letter"] && dead.map(\.tries) == [4] && dead.map(\.failure) == ["Failed"])
        }
    }

    @Test("a dead job starts again when somebody who may says so, and the audit knows who", arguments: Engine.available)
    func restart(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let diary = Diary()
            let isBroken = Mutex(true)
            let worker = Self.worker(civics, retrying: Retrying(tries: 1)) {
                if isBroken.withLock({ $0 }) { throw Failed() }
                diary.write($0.payload)
            }
            try await civics.database.write { _ = try $0.enqueue(Job("letter", payload: "late")) }
            _ = await worker.step()
            let queue = JobQueue(civics.database, keyring: World.keyring)
            let ids = try await queue.dead().map(\.id)
            #expect(ids.count == 1)
            await #expect(throws: Forbidden.self) { try await queue.restart(ids, by: Civics.agent) }
            isBroken.withLock { $0 = false }
            let restarted = try await queue.restart(ids, by: Self.boss)
            #expect(restarted == 1)
            _ = await worker.step()
            #expect(diary.all == ["late"])
            let audited = try await civics.count("audit")
            #expect(audited == 1)
        }
    }

    @Test("many workers share the work, and none is done twice", arguments: Engine.available)
    func sharing(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let diary = Diary()
            try await civics.database.write { transaction in
                for number in 0..<200 { try transaction.enqueue(Job("letter", payload: "\(number)")) }
            }
            await withTaskGroup(of: Void.self) { group in
                for _ in 0..<4 {
                    group.addTask {
                        let worker = Self.worker(civics) { diary.write($0.payload) }
                        while await worker.step() > 0 {}
                    }
                }
            }
            let left = try await civics.count("job")
            #expect(left == 0)
            #expect(diary.all.count == 200)
            #expect(Set(diary.all).count == 200)
        }
    }

    @Test("a job whose worker died is done by another when its lease has run out", arguments: Engine.available)
    func lease(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            try await civics.database.write { _ = try $0.enqueue(Job("letter", payload: "x")) }
            // The first worker never comes back.
            let started = AsyncStream.makeStream(of: Void.self)
            let lost = Task {
                await Self.worker(civics) { _ in
                    started.continuation.yield()
                    try await Task.sleep(for: .seconds(3600))
                }.step()
            }
            for await _ in started.stream { break }
            let diary = Diary()
            let second = Self.worker(civics) { diary.write("\($0.attempt)") }
            let early = await second.step()
            #expect(early == 0)
            civics.clock.move(byMilliseconds: 60_001)
            let late = await second.step()
            #expect(late == 1)
            #expect(diary.all == ["2"])
            lost.cancel()
            _ = await lost.value
        }
    }

    @Test("a second job with the same key is not made while the first is there", arguments: Engine.available)
    func keys(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let made = try await civics.database.write { transaction in
                try (0..<3).map { _ in try transaction.enqueue(Job("letter", key: "daily")) }
            }
            #expect(made == [true, false, false])
            _ = await Self.worker(civics) { _ in }.step()
            let later = try await civics.database.write { try $0.enqueue(Job("letter", key: "daily")) }
            #expect(later)
        }
    }

    @Test("a job that waits is done when it falls due, the earliest first", arguments: Engine.available)
    func order(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let diary = Diary()
            let worker = Self.worker(civics) { diary.write($0.payload) }
            try await civics.database.write { transaction in
                try transaction.enqueue(Job("letter", payload: "second", delay: 2000))
                try transaction.enqueue(Job("letter", payload: "first", delay: 1000))
                try transaction.enqueue(Job("parcel", payload: "of nobody here"))
            }
            _ = await worker.step()
            #expect(diary.all == [])
            civics.clock.move(byMilliseconds: 2000)
            _ = await worker.step()
            #expect(diary.all == ["first", "second"])
            let left = try await civics.count("job")
            #expect(left == 1)
        }
    }

    @Test("what a job says of a person is gone when the person is erased", arguments: Engine.available)
    func erasure(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let diary = Diary()
            let rosa = try await civics.rosa()
            try await civics.database.write { _ = try $0.enqueue(Job("letter", payload: "Rosa, venga el lunes", about: rosa)) }
            try await civics.database.write { _ = try $0.enqueue(Job("letter", payload: "to all", delay: 1)) }
            try await civics.database.write { try civics.people.erase(rosa, by: Civics.agent, $0) }
            civics.clock.move(byMilliseconds: 10)
            _ = await Self.worker(civics) { diary.write("[\($0.payload)]") }.step()
            #expect(diary.all == ["[]", "[to all]"])
        }
    }

    @Test("a running worker does a job as soon as it is made", arguments: Engine.available)
    func running(_ engine: Engine) async throws {
        try await Civics.on(engine) { civics in
            let diary = Diary()
            let worker = Self.worker(civics) { diary.write($0.payload) }
            let task = Task { await worker.run(width: 2) }
            try await civics.database.write { _ = try $0.enqueue(Job("letter", payload: "now")) }
            let isDone = await eventually { diary.all == ["now"] }
            #expect(isDone)
            task.cancel()
            await task.value
        }
    }
}
