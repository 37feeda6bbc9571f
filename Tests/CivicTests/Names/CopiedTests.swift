import Testing

@testable import Civic

@Suite("What is copied from a page")
struct CopiedTests {
    @Test("is read with the signs that hold it on one line")
    func joined() {
        var generator = SystemRandomNumberGenerator()
        let code = CheckedCode(using: &generator)
        #expect(CheckedCode(typed: "\(code.plain.prefix(4))-\u{2060}\(code.plain.suffix(4))") == code)
        #expect(RUN("20.347.878-\u{2060}K") == RUN("20347878-K") && RUN("20347878-K") != nil)
    }
}
