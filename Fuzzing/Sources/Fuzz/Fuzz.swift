import Foundation

/// What libFuzzer calls with each input. The parser is chosen by FUZZ_PARSER; what must hold of it and does not ends the process.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzz(_ data: UnsafePointer<UInt8>?, _ size: Int) -> CInt {
    parser.check(Array(UnsafeBufferPointer(start: data, count: size)))
    return 0
}

private let parser: Parser = {
    guard let name = ProcessInfo.processInfo.environment["FUZZ_PARSER"], let parser = Parser.all.first(where: { $0.name == name }) else {
        fatal("FUZZ_PARSER names one of the parsers")
    }
    return parser
}()

/// A parser of text or bytes from outside, with what must hold whatever comes in.
struct Parser: Sendable {
    let name: String
    let check: @Sendable ([UInt8]) -> Void

    static let all = identity + requests + pages + files + rules + [planted]

    /// Over text: input that is not UTF-8 is passed over, since no such text reaches these parsers.
    static func text(_ name: String, _ check: @escaping @Sendable (String) -> Void) -> Parser {
        Parser(name: name) { bytes in
            if let text = String(validating: bytes, as: UTF8.self) { check(text) }
        }
    }

    /// Has a fault that must be found: a run that does not find it proves nothing.
    private static let planted = Parser(name: "planted") { bytes in
        must(!(bytes.count > 2 && bytes[0] == 0x42 && bytes[1] == 0x55 && bytes[2] == 0x47), "the planted fault")
    }
}

/// Ends the process when it does not hold.
func must(_ holds: Bool, _ what: StaticString) {
    if !holds { fatal(what) }
}

private func fatal(_ what: StaticString) -> Never {
    FileHandle.standardError.write(Data("does not hold: \(what)\n".utf8))
    abort()
}
