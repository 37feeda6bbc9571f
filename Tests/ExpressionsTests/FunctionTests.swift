import Testing

@Suite("Functions of expressions")
struct FunctionTests {
    @Test(
        "reckon without wrapping around",
        arguments: [
            Case("9223372036854775807 + 1", "error overflow"), Case("-9223372036854775808 - 1", "error overflow"),
            Case("5000000000 * 5000000000", "error overflow"), Case("-(-9223372036854775808)", "error overflow"),
            Case("-9223372036854775808 / -1", "error overflow"), Case("-9223372036854775808 % -1", "error overflow"),
            Case("0u - 1u", "error overflow"), Case("18446744073709551615u + 1u", "error overflow"),
            Case("5000000000u * 5000000000u", "error overflow"),
            Case("7 / 2", "int 3"), Case("-7 / 2", "int -3"), Case("-7 % 2", "int -1"), Case("7 % -2", "int 1"), Case("7u / 2u", "uint 3"),
            Case("1 / 0", "error division_by_zero"), Case("1 % 0", "error division_by_zero"), Case("1u / 0u", "error division_by_zero"),
            Case("1.0 / 0.0", "double inf"), Case("-1.0 / 0.0", "double -inf"), Case("1.5 + 1.5", "double 3.0"),
            Case("-(1.5)", "double -1.5"),
            Case("1e308 * 10.0", "double inf"), Case("1 + 1u", "error type"), Case("dyn(1) + 1u", "error no_matching_overload"),
            Case("-(1u)", "error type"), Case("5.0 % 2.0", "error type"), Case("'a' + 'b'", "'ab'"), Case("b'a' + b'b'", "bytes 97 98"),
        ])
    func arithmetic(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test(
        "convert within the reach of the other type",
        arguments: [
            Case("int(42u)", "int 42"), Case("int(18446744073709551615u)", "error out_of_range"), Case("int(-7.9)", "int -7"),
            Case("int(11.5)", "int 11"),
            Case("int(1e99)", "error out_of_range"), Case("int(9223372036854775807.0)", "error out_of_range"),
            Case("int(-9223372036854775808.0)", "error out_of_range"), Case("int('-12')", "int -12"),
            Case("int('1.5')", "error out_of_range"),
            Case("int(timestamp('2004-09-16T23:59:59Z'))", "int 1095379199"), Case("uint(1e19)", "uint 10000000000000000000"),
            Case("uint(-1)", "error out_of_range"), Case("uint(3.9)", "uint 3"), Case("uint('300')", "uint 300"),
            Case("uint('-1')", "error out_of_range"),
            Case("uint(6.022e23)", "error out_of_range"), Case("double(9223372036854775807)", "double 9.223372036854776e+18"),
            Case("double('-84.32e7')", "double -843200000.0"), Case("double('x')", "error out_of_range"),
            Case("double('0x10')", "error out_of_range"),
            Case("string(123.456)", "'123.456'"),
            Case("string(-4.5e-3)", "'-0.0045'"), Case("string(1.0)", "'1'"), Case("string(1e30)", "'1e+30'"),
            Case("string(6.02e-23)", "'6.02e-23'"),
            Case("string(250000.0)", "'250000'"), Case("string(true)", "'true'"), Case("string(-456)", "'-456'"), Case("string(9u)", "'9'"),
            Case(#"string(b'\303\277')"#, "'ÿ'"), Case(#"string(b'\000\xff')"#, "error invalid_argument"), Case("string('a')", "'a'"),
            Case("bytes('ÿ')", "bytes 195 191"), Case("bool('TRUE')", "true"), Case("bool('0')", "false"),
            Case("bool('yes')", "error out_of_range"),
            Case("bool(true)", "true"), Case("int(int('5'))", "int 5"), Case("string(null)", "error type"), Case("dyn(1)", "int 1"),
        ])
    func conversions(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test(
        "look into texts by code points",
        arguments: [
            Case("size('')", "int 0"), Case("size('πέντε')", "int 5"), Case("'four'.size()", "int 4"), Case("size('\\U0001F600')", "int 1"),
            Case("size(b'πέντε')", "int 10"), Case("'hola'.contains('ol')", "true"), Case("'hola'.contains('')", "true"),
            Case("'hola'.contains('x')", "false"), Case("'hola'.startsWith('ho')", "true"), Case("'hola'.endsWith('la')", "true"),
            Case("''.endsWith('')", "true"), Case("'a'.startsWith('abc')", "false"), Case(#"'e\u0301'.startsWith('\u00e9')"#, "false"),
            Case("'hubba'.matches('ubb')", "true"), Case("matches('hubba', '^ubb')", "false"), Case("'cows'.matches('^.*s$')", "true"),
            Case("'\\U0001F600'.matches('^.$')", "true"), Case("'a'.matches('(')", "error invalid_argument"),
            Case("'aaa'.matches('a{2,3}')", "true"),
            Case("'" + String(repeating: "a", count: 200) + "'.matches('^(a+)+b$')", "false"), Case("'a'.matches(1)", "error type"),
        ])
    func texts(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test(
        "tell the parts of moments in any zone, and reckon with them within their range",
        arguments: [
            Case("timestamp('2009-02-13T23:31:30Z').getDate()", "int 13"),
            Case("timestamp('2009-02-13T23:31:30Z').getDayOfMonth()", "int 12"),
            Case("timestamp('2009-02-13T23:31:30Z').getDayOfWeek()", "int 5"),
            Case("timestamp('2009-02-13T23:31:30Z').getDayOfYear()", "int 43"),
            Case("timestamp('2009-02-13T23:31:30Z').getMonth()", "int 1"),
            Case("timestamp('2009-02-13T23:31:30Z').getFullYear()", "int 2009"),
            Case("timestamp('2009-02-13T23:31:20.123456789Z').getMilliseconds()", "int 123"),
            Case("timestamp('2009-02-13T23:31:30Z').getDate('Australia/Sydney')", "int 14"),
            Case("timestamp('2009-02-13T23:31:30Z').getHours('02:00')", "int 1"),
            Case("timestamp('2009-02-13T23:31:30Z').getMinutes('Asia/Kathmandu')", "int 16"),
            Case("timestamp('2009-02-13T02:00:00Z').getDayOfMonth('-02:30')", "int 11"),
            Case("timestamp('2026-01-15T12:00:00Z').getHours('America/Santiago')", "int 9"),
            Case("timestamp('2026-01-15T12:00:00Z').getHours('EST')", "int 7"),
            Case("timestamp('2026-01-15T12:00:00Z').getHours('PST')", "error invalid_argument"),
            Case("timestamp('2026-07-15T12:00:00Z').getHours('America/Santiago')", "int 8"),
            Case("timestamp(0).getHours('Nowhere/Land')", "error invalid_argument"),
            Case("timestamp('1969-12-31T23:59:59Z').getDayOfWeek()", "int 3"),
            Case("timestamp('2000-01-01T01:00:00+02:00') == timestamp('1999-12-31T23:00:00Z')", "true"),
            Case("string(timestamp('9999-12-31T23:59:59.999999999Z'))", "'9999-12-31T23:59:59.999999999Z'"),
            Case("timestamp(5)", "at 1970-01-01T00:00:05Z"),
            Case("timestamp('2023-02-29T00:00:00Z')", "error out_of_range"),
            Case("timestamp('0000-01-01T00:00:00Z')", "error out_of_range"),
            Case("timestamp('2009-02-13')", "error out_of_range"),
            Case("timestamp('0001-01-01T00:00:00Z') - duration('1ns')", "error out_of_range"),
            Case("timestamp('9999-12-31T23:59:59.999999999Z') + duration('1ns')", "error out_of_range"),
            Case("timestamp('9999-12-31T23:59:59Z') - timestamp('0001-01-01T00:00:00Z')", "error out_of_range"),
            Case("timestamp('0001-01-01T00:00:01.000000001Z') + duration('-999999999ns')", "at 0001-01-01T00:00:00.000000002Z"),
            Case("duration('120s') + timestamp(0)", "at 1970-01-01T00:02:00Z"), Case("timestamp(60) - timestamp(0)", "for 60s"),
            Case("duration('1h30m') - duration('30m')", "for 3600s"), Case("duration('-1.5h')", "for -5400s"),
            Case("duration('1.5ms')", "for 0.0015s"),
            Case("duration('320000000000s')", "error out_of_range"), Case("duration('-320000000000s')", "error out_of_range"),
            Case("duration('9000000000s') + duration('9000000000s')", "error out_of_range"), Case("duration('1')", "error out_of_range"),
            Case("duration('')", "error out_of_range"), Case("duration('10000s').getHours()", "int 2"),
            Case("duration('3730s').getMinutes()", "int 62"),
            Case("duration('3730s').getSeconds()", "int 3730"), Case("duration('123.321456789s').getMilliseconds()", "int 321"),
        ])
    func moments(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test(
        "of the field count ages as the law does, and divide money once",
        arguments: [
            Case("edad(timestamp('1960-05-10T00:00:00Z'), timestamp('2025-05-09T00:00:00Z'))", "int 64"),
            Case("edad(timestamp('1960-05-10T00:00:00Z'), timestamp('2025-05-10T00:00:00Z'))", "int 65"),
            Case("edad(timestamp('1960-02-29T00:00:00Z'), timestamp('2025-02-27T00:00:00Z'))", "int 64"),
            Case("edad(timestamp('1960-02-29T00:00:00Z'), timestamp('2025-02-28T00:00:00Z'))", "int 65"),
            Case("edad(timestamp('1960-02-29T00:00:00Z'), timestamp('2028-02-28T00:00:00Z'))", "int 67"),
            Case("edad(timestamp('2026-01-01T00:00:00Z'), timestamp('2025-01-01T00:00:00Z'))", "error invalid_argument"),
            Case("meses(timestamp('2025-01-31T00:00:00Z'), timestamp('2025-02-28T00:00:00Z'))", "int 1"),
            Case("dias(timestamp('2025-02-28T00:00:00Z'), timestamp('2025-03-01T00:00:00Z'))", "int 1"),
            Case("mas_meses(timestamp('2025-01-31T00:00:00Z'), 1)", "at 2025-02-28T00:00:00Z"),
            Case("inicio_de_mes(timestamp('2024-02-29T00:00:00Z'))", "at 2024-02-01T00:00:00Z"),
            Case("inicio_de_mes(timestamp('1969-12-31T00:00:00Z'))", "at 1969-12-01T00:00:00Z"),
            Case("edad(inicio_de_mes(timestamp('1952-01-10T00:00:00Z')), timestamp('2027-01-01T00:00:00Z'))", "int 75"),
            Case("mas_meses(timestamp('2025-01-31T00:00:00Z'), -11)", "at 2024-02-29T00:00:00Z"),
            Case("mas_dias(timestamp('2024-02-28T00:00:00Z'), 2)", "at 2024-03-01T00:00:00Z"),
            Case("pesos(224004 * (1210828 - 1000000), 1210828 - 762822, 5000)", "int 105414"), Case("pesos(5, 2, 5000)", "int 3"),
            Case("pesos(5, 2, 10000)", "int 2"), Case("pesos(5, 2, 0)", "int 3"), Case("pesos(4, 2, 0)", "int 2"),
            Case("pesos(-5, 2, 5000)", "int -2"), Case("pesos(1, 0, 10000)", "error division_by_zero"),
            Case("pesos(1, 2, 10001)", "error invalid_argument"), Case("menor(3, 2) + mayor(3, 2)", "int 5"),
        ])
    func field(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    /// 18 and 19 September 2026 are a Friday and a Saturday.
    private static let holidays =
        "[timestamp('2026-09-18T00:00:00Z'), timestamp('2026-09-19T00:00:00Z'), timestamp('2026-12-25T00:00:00Z')]"

    @Test(
        "count business days, and guess none",
        arguments: [
            // From Wednesday the 16th through Monday the 21st: Thursday and Monday.
            Case("dias_habiles(day('2026-09-16'), day('2026-09-21'), F)", "int 2"),
            Case("dias_habiles(day('2026-09-18'), day('2026-09-20'), F)", "int 0"),
            Case("dias_habiles(day('2026-09-21'), day('2026-09-16'), F)", "int 0"),
            Case("mas_dias_habiles(day('2026-09-17'), 1, F) == day('2026-09-21')", "true"),
            Case("mas_dias_habiles(day('2026-09-19'), 0, F) == day('2026-09-19')", "true"),
            Case("dias_habiles(day('2026-12-30'), day('2027-01-04'), F)", "error invalid_argument"),
            Case("mas_dias_habiles(day('2026-09-17'), -1, F)", "error out_of_range"),
            Case("dias_habiles(day('2026-09-17'), 3, F)", "error type"),
        ])
    func workdays(_ one: Case) {
        let plain = one.expression.replacing("F)", with: "\(Self.holidays))").replacing(#/day\('([^']+)'\)/#) {
            "timestamp('\($0.1)T00:00:00Z')"
        }
        #expect(value(plain) == one.expected, "\(plain)")
    }
}
