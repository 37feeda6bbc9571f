import Expressions
import Testing

@Suite("The syntax of expressions")
struct SyntaxTests {
    @Test(
        "has literals of numbers, strings and bytes",
        arguments: [
            Case("42", "int 42"), Case("0x2A", "int 42"), Case("-0x2A", "int -42"), Case("42u", "uint 42"), Case("0x2AU", "uint 42"),
            Case("1.5", "double 1.5"), Case(".5e1", "double 5.0"), Case("5e-1", "double 0.5"), Case("7E0", "double 7.0"),
            Case("-9223372036854775808", "int -9223372036854775808"), Case("9223372036854775807", "int 9223372036854775807"),
            Case("18446744073709551615u", "uint 18446744073709551615"), Case("true", "true"), Case("null", "null"),
            Case(#"'\'"'"#, #"''"'"#), Case(#""'\"""#, #"''"'"#), Case("'''a'b\nc'''", "'a'b\nc'"), Case(#""""a"b""""#, #"'a"b'"#),
            Case(#"r'\n'"#, #"'\n'"#), Case(#"R"\x""#, #"'\x'"#), Case(#"'\a\b\f\n\r\t\v\\\?\`'"#, "'\u{7}\u{8}\u{c}\n\r\t\u{b}\\?`'"),
            Case(#"'\x41\X42\103\u00e9\U0001F600'"#, "'ABCé😀'"), Case(#"'\uD83D\uDE00'"#, "'😀'"), Case(#"'\377'"#, "'ÿ'"),
            Case("b'aÿ'", "bytes 97 195 191"), Case(#"b'\377\xff'"#, "bytes 255 255"), Case(#"br'\x'"#, "bytes 92 120"),
            Case(#"rb"\n""#, "bytes 92 110"), Case("b''", "bytes "), Case("1 // a comment\n + 2", "int 3"), Case("1\t+\r\n2\u{c}", "int 3"),
        ])
    func literals(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test(
        "refuses what the grammar does not have, and says where",
        arguments: [
            "", "1 +", "1 1", "'a", "'a\nb'", "'''a", #"'\q'"#, #"'\x4'"#, #"'\400'"#, #"'\uD83D'"#, #"'\U00110000'"#, #"b'\u0041'"#,
            "9223372036854775808", "-9223372036854775809", "18446744073709551616u", "0x", "1e999", "a.", "a..b", "(1", "[1", "{1}", "{1:}",
            "f(1,", "if", "a.if()", "as + 1", "1 ? 2", "1 = 2", "a & b", "!-1", "-!true", "has(a)", "has(a[0])", "[1].all(1, true)",
            "[1].map(a.b, 1)", "`a`", "a.`", "@in", "#", "a.in", ".5.5", "1..2", "in", "'\u{0}' +",
        ])
    func refusals(_ source: String) {
        #expect(throws: ExpressionError.self) { _ = try Environment(["a": .dyn]).compile(source) }
    }

    @Test(
        "binds closer from the conditional down to the member, from the left but for signs and conditions",
        arguments: [
            Case("1 + 2 * 3", "int 7"), Case("(1 + 2) * 3", "int 9"), Case("10 - 4 - 3", "int 3"), Case("100 / 10 / 5", "int 2"),
            Case("7 % 4 * 2", "int 6"), Case("1 + 1 == 2 && 2 < 3 || false", "true"), Case("!false && false", "false"),
            Case("true || false && false", "true"), Case("false ? 1 : true ? 2 : 3", "int 2"), Case("-[1, 2][1]", "int -2"),
            Case("--3", "int 3"), Case("!!true", "true"), Case("- 5", "int -5"), Case("1 in [1] == true", "true"),
            Case("{'a': {'b': 5}}.a.b", "int 5"), Case("{'a-b': 1}.`a-b`", "int 1"), Case("[1, 2,]", "[int 1, int 2]"),
            Case("{'a': 1,}", "{'a': int 1}"), Case("{'for': 1}.for", "int 1"), Case("'a'.size()", "int 1"),
        ])
    func precedence(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test("takes thirty-two of everything that nests or repeats")
    func depth() {
        func nested(_ open: String, _ core: String, _ close: String, _ count: Int = 32) -> String {
            String(repeating: open, count: count) + core + String(repeating: close, count: count)
        }
        #expect(value(nested("(", "7", ")")) == "int 7")
        #expect(value("size(\(nested("[", "0", "]")))") == "int 1")
        #expect(value(nested("[", "'x'", "]") + String(repeating: "[0]", count: 32)) == "'x'")
        #expect(value(nested("int(", "7", ")")) == "int 7")
        #expect(value(nested("{0: ", "7", "}") + String(repeating: "[0]", count: 32)) == "int 7")
        #expect(value(String(repeating: "!", count: 32) + "true") == "true")
        #expect(value(String(repeating: "true ? true : ", count: 32) + "false") == "true")
        for (mark, one, result) in [("||", "false", "false"), ("&&", "true", "true"), ("+", "1", "int 33"), ("*", "1", "int 1")] {
            #expect(value(Array(repeating: one, count: 33).joined(separator: " \(mark) ")) == result)
        }
        #expect(value("[\(Array(repeating: "1", count: 500).joined(separator: ","))].size()") == "int 500")
    }

    @Test("never hangs: too long, too deep and too many parts are refused")
    func limits() {
        #expect(value(String(repeating: "a", count: 1_000_000)) == "error limit")
        #expect(value(String(repeating: "(", count: 30_000)) == "error limit")
        #expect(value(String(repeating: "!", count: 30_000) + "true") == "error limit")
        #expect(value(Array(repeating: "1", count: 5_000).joined(separator: "+")) == "error limit")
        #expect(value("[\(Array(repeating: "1", count: 10_000).joined(separator: ","))]") == "error limit")
        let spins = (0..<9).reduce("true") { inner, level in "[0,1,2,3,4,5,6,7].all(x\(level), \(inner))" }
        #expect(value(spins) == "error limit_exceeded")
        let grows = "['foo', 'bar']" + String(repeating: ".map(x, x + x)", count: 40)
        #expect(value(grows) == "error limit_exceeded")
    }
}
