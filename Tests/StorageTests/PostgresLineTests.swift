import CPostgres
import Storage
@testable import StoragePostgres
import Testing

@Suite("PostgreSQL: who comes next")
struct PostgresLineTests {
    private func job(_ kind: Job.Kind, within wait: Duration = .seconds(9)) -> Job {
        Job(kind, within: wait) { _, _ in }
    }

    @Test("jobs run in the order in which they came, and a quarter of the threads is kept for either kind")
    func keepsAShare() {
        var line = Line(threads: 4, limit: 100)
        let reads = (0..<4).map { _ in job(.read) }
        let act = job(.act)
        for entering in reads + [act] { _ = line.enter(entering) }
        #expect(line.next(for: 0) === reads[0])
        #expect(line.next(for: 1) === reads[1])
        #expect(line.next(for: 2) === reads[2])
        #expect(line.next(for: 3) === act, "the fourth read waits, the act goes past it")
        line.done(reads[0])
        #expect(line.next(for: 0) === reads[3])
    }

    @Test("the thread that rested last is woken, unless the newcomer has to wait anyway")
    func wakes() {
        var line = Line(threads: 2, limit: 100)
        #expect(line.next(for: 0) == nil)
        #expect(line.next(for: 1) == nil)
        let first = job(.act)
        guard case .entered(wake: 1) = line.enter(first) else { return _ = Issue.record("thread 1 rested last") }
        #expect(line.next(for: 1) === first)
        guard case .entered(wake: nil) = line.enter(job(.act)) else { return _ = Issue.record("acts may not take both") }
        guard case .entered(wake: 0) = line.enter(job(.read)) else { return _ = Issue.record("thread 0 is kept for a read") }
    }

    @Test("nobody waits beyond the limit of the line, its own time, or the closing")
    func bounds() {
        var line = Line(threads: 1, limit: 2)
        let late = job(.act, within: .milliseconds(-1))
        _ = line.enter(late)
        _ = line.enter(job(.act))
        guard case .full = line.enter(job(.act)) else { return _ = Issue.record("two may wait") }
        #expect(line.expired(at: .now).map { $0 === late } == [true])
        #expect(line.close().waiting.count == 1)
        guard case .closed = line.enter(job(.act)) else { return _ = Issue.record("closed") }
    }

    @Test("pauses double up to their limit and differ from each other")
    func backsOff() {
        var backoff = Backoff(from: .milliseconds(10), to: .milliseconds(80))
        let pauses = (0..<50).map { _ in backoff.pause() }
        #expect(pauses[0] <= .milliseconds(10) && pauses[0] >= .milliseconds(5))
        #expect(pauses.dropFirst(4).allSatisfy { $0 >= .milliseconds(40) && $0 <= .milliseconds(80) })
        #expect(Set(pauses).count > 40)
    }

    @Test("a server that does not answer is asked to cancel once, and given up after as long again; COMMIT is not disturbed")
    func losesPatience() async throws {
        for mayCancel in [true, false] {
            let patience = Patience(.milliseconds(20), grace: .milliseconds(20), mayCancel: mayCancel)
            var cancelled = 0
            while case .wait(let pause) = patience.next(cancel: { cancelled += 1 }) {
                try await Task.sleep(for: .milliseconds(Int(min(pause, 5))))
            }
            #expect(cancelled == (mayCancel ? 1 : 0))
        }
    }

    @Test("rows have keys of their own, the same in every process")
    func keys() {
        #expect(HoldKey("point", 7).number == HoldKey("point", 7).number)
        #expect(HoldKey("point", 7).number == 1_911_276_851_351_558_262)
        let keys = Set((0..<10_000).flatMap { [HoldKey("point", $0), HoldKey("slot", $0)] })
        #expect(keys.count == 20_000)
        var holds = Holds()
        for key in [HoldKey("b", 2), HoldKey("a", 1)] { holds.append(key) }
        holds.foresee()
        #expect(holds.foreseen == [HoldKey("b", 2), HoldKey("a", 1)].sorted())
    }
}
