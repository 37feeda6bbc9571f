import Civic
import Testing

@Suite("A RUN")
struct RUNTests {
    @Test(
        "has the check digit that the civil registry gives it",
        arguments: [
            "11.111.111-1", "12.345.678-5", "44.444.444-4", "61.979.440-0", "5.126.663-3", "1.000.005-K", "10.000.013-K", "10.000.004-0",
            "20.347.878-K",
        ])
    func vectors(_ text: String) throws {
        #expect(try #require(RUN(text)).formatted == text)
    }

    @Test(
        "is read however people type it",
        arguments: ["20.347.878-K", "20347878-k", "20347878K", " 20 347 878 - k ", "20.347.878\u{2013}K", "0020347878-k", "\t20347878K\n"])
    func spellings(_ text: String) throws {
        #expect(try #require(RUN(text)).plain == "20347878-K")
    }

    @Test(
        "with a wrong check digit, letters or too many digits is none",
        arguments: [
            "", "-", "K", "5", "12345678-9", "12345678", "K2345678-5", "1234K678-5", "12,345,678-5", "12345678-5x", "123456785678-5",
            "0-0", "000", "١٢٣٤٥٦٧٨-٥", "100000000-4", "12345678-5\u{0}",
        ])
    func refusals(_ text: String) {
        #expect(RUN(text) == nil)
    }

    @Test("of every number up to a million and of a million others reads back what it writes, and no other check digit passes")
    func property() throws {
        var random = SystemRandomNumberGenerator()
        for round in 1...2_000_000 {
            let number = round <= 1_000_000 ? round : Int.random(in: 1...99_999_999, using: &random)
            guard let run = RUN(number: number) else {
                Issue.record("\(number) is no RUN")
                return
            }
            // Counted another way: the weighted sum with its check digit is divisible by eleven.
            var (sum, factor, rest) = (0, 2, number)
            while rest > 0 {
                sum += rest % 10 * factor
                (rest, factor) = (rest / 10, factor == 7 ? 2 : factor + 1)
            }
            let check = run.check == "K" ? 10 : run.check.wholeNumberValue ?? -100
            if (sum + check) % 11 != 0 {
                Issue.record("the check digit of \(number)")
                return
            }
            if round % 20 == 0 {
                let wrong = check == 9 ? "0" : check == 10 ? "1" : "\(check + 1)"
                if RUN(run.plain) != run || RUN(run.formatted.lowercased()) != run || RUN("\(number)-\(wrong)") != nil {
                    Issue.record("\(number) does not read back")
                    return
                }
            }
        }
    }

    @Test("never prints itself")
    func isQuiet() throws {
        let run = try #require(RUN("12345678-5"))
        #expect("\(run)" == "(RUN)")
        #expect(String(reflecting: [run]).contains("12345678") == false)
        #expect("\(Identifier.run(run)) \(String(reflecting: Identifier.run(run)))".contains("12345678") == false)
    }
}
