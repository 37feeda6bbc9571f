import Storage
import Synchronization
import Testing

@testable import Procedures

@Suite("A round of a job")
struct ProcedureRoundTests {
    @Test("goes on past the one that fails, and says which it was and with what fault")
    func failing() async throws {
        let round = try await Round.through(by: \.self) { last, limit in
            [Int64(7), 8, 9].filter { $0 > last ?? 0 }
        } act: { number in
            if number == 8 { throw StorageFault(.constraint, "no") }
            return number == 9
        }
        #expect(round.done == 1 && round.failed == [8: "StorageFault"])
    }

    @Test("takes page after page, each once, and ends at its most")
    func pages() async throws {
        func page(_ last: Int64?, _ limit: Int) -> [Int64] {
            let first = (last ?? 0) + 1
            return first > 1_200 ? [] : Array(first...min(1_200, first + Int64(limit) - 1))
        }
        let seen = Mutex<[Int64]>([])
        let whole = try await Round.through(by: \.self, page: page) { number in
            seen.withLock { $0.append(number) }
            return true
        }
        #expect(whole.done == 1_200 && Set(seen.withLock { $0 }).count == 1_200)
        #expect(try await Round.through(by: \.self, most: 700, page: page) { _ in true }.done == 700)
    }
}
