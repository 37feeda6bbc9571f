import Expressions
import Flows
import TestKit
import Testing

@Suite("The amount of the pension")
struct PropertyTests {
    private static func pesos(_ base: Int64, birth: Value = Pension.day(1960, 5, 10), today: Int = Pension.today) throws -> Int64? {
        var registers = Pension.rosa
        (registers["pension_base"], registers["nacimiento"]) = (.int(base), birth)
        if case .granted(let pesos) = try Pension.decision(try Pension.interpreter(), registers, today: today).outcome { return pesos }
        return nil
    }

    @Test("never rises with the base pension, is never more than the maximum, and is whole to the peso")
    func monotonic() throws {
        var last = Int64.max
        for base in stride(from: Int64(0), to: 1_260_000, by: 4_999) {
            guard let pesos = try Self.pesos(base) else {
                #expect(base >= 1_252_602)
                continue
            }
            #expect((0...231_732).contains(pesos) && pesos <= last, "\(base)")
            let exact = base <= 789_139 ? 231_732 : 231_732 * Double(1_252_602 - base) / Double(1_252_602 - 789_139)
            #expect(abs(Double(pesos) - exact) <= 0.5 + 1e-6, "\(base)")
            last = pesos
        }
        #expect(try Self.pesos(789_139) == 231_732)
        #expect(try Self.pesos(1_252_601) == 0 || Self.pesos(1_252_601) == 1)
    }

    @Test("changes with the age band from the month of the birthday, of 29 February too")
    func bands() throws {
        // Today is 28 November 2026: seventy-five in this month, and in the next.
        #expect(try Self.pesos(0, birth: Pension.day(1951, 11, 1)) == 250_275)
        #expect(try Self.pesos(0, birth: Pension.day(1951, 11, 30)) == 250_275)
        #expect(try Self.pesos(0, birth: Pension.day(1951, 12, 1)) == 231_732)
        let born = Pension.day(1952, 2, 29)
        #expect(try Self.pesos(0, birth: born, today: 20_849) == 231_732, "31 January 2027")
        #expect(try Self.pesos(0, birth: born, today: 20_850) == 250_275, "1 February 2027")
    }

    @Test("may be asked for from the day on which 64 years and 9 months are complete, and not before")
    func application() throws {
        #expect(try Self.pesos(0, birth: Pension.day(1962, 2, 28)) == 231_732)
        #expect(try Self.pesos(0, birth: Pension.day(1962, 3, 1)) == nil)
    }
}
