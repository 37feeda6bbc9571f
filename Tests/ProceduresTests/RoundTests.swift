import Storage
import Testing

@testable import Procedures

@Suite("A round of a job")
struct ProcedureRoundTests {
    @Test("goes on past the one that fails, and says which it was and with what fault")
    func failing() async {
        let round = await Round.over([Int64(7), 8, 9], by: \.self) { number in
            if number == 8 { throw StorageFault(.constraint, "no") }
            return number == 9
        }
        #expect(round.done == 1 && round.failed == [8: "StorageFault"])
    }
}
