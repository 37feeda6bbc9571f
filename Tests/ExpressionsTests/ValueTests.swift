import Testing

@Suite("Values of expressions")
struct ValueTests {
    @Test(
        "are equal by their magnitude across numbers, by their code points as text, and never across other types",
        arguments: [
            Case("1 == 1", "true"), Case("dyn(1) == 1u", "true"), Case("dyn(1) == 1.0", "true"), Case("dyn(1u) == 1.5", "false"),
            Case("dyn(1) == '1'", "false"), Case("dyn(null) == 0", "false"), Case("null == null", "true"), Case("dyn(true) == 1", "false"),
            Case("0.0 == -0.0", "true"), Case("0.0/0.0 == 0.0/0.0", "false"), Case("0.0/0.0 != 0.0/0.0", "true"),
            Case(#"'\u00e9' == 'e\u0301'"#, "false"), Case("[1, 2] == [1, 2]", "true"), Case("[1] == [1, 2]", "false"),
            Case("dyn([1]) == [1.0]", "true"), Case("{'a': 1, 'b': 2} == {'b': 2, 'a': 1}", "true"), Case("{'a': 1} == {'a': 2}", "false"),
            Case("dyn({1: 'a'}) == {1u: 'a'}", "true"), Case("b'a' == b'a'", "true"), Case("type(1) == int", "true"),
            Case("type(1) != uint", "true"), Case("dyn(-1) == 18446744073709551615u", "false"), Case("[1, 'a'] == ['a', 1]", "false"),
            Case("dyn(9223372036854775807) == 9223372036854775807.0", "true"),
        ])
    func equality(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test(
        "are ordered within their type, and numbers across theirs",
        arguments: [
            Case("1 < 2", "true"), Case("1 < 1u", "false"), Case("1 < 1.5", "true"), Case("2u > 1.5", "true"), Case("-1 < 0u", "true"),
            Case("1.5 >= 1", "true"), Case("1u <= 1", "true"), Case("'a' < 'b'", "true"), Case("'Z' < 'a'", "true"),
            Case("'é' > 'z'", "true"),
            Case("b'a' < b'ab'", "true"), Case("false < true", "true"), Case("0.0/0.0 < 1.0", "false"), Case("0.0/0.0 >= 1.0", "false"),
            Case("'\\U0001F600' > '\\uFFFB'", "true"), Case("dyn(9223372036854775807) < 9223372036854775808.0", "false"),
            Case("dyn(18446744073709551615u) > -1", "true"), Case("timestamp(1) < timestamp(2)", "true"),
            Case("duration('1s') >= duration('999ms')", "true"), Case("1 < '2'", "error type"),
            Case("dyn(1) < '2'", "error no_matching_overload"),
            Case("[1] < [2]", "error type"), Case("null < null", "error type"),
        ])
    func order(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test(
        "are in maps under keys of four types, each key once",
        arguments: [
            Case("{true: 1, 2: 2, 5u: 3, 's': 4}[true]", "int 1"), Case("{1u: 1.0, 2: 2.0}[2u]", "double 2.0"),
            Case("{1u: 'a', 2: 'b'}[1.0]", "'a'"), Case("{1u: 'a', 2: 'b'}[1.5]", "error no_such_key"),
            Case("{'a': 1}['b']", "error no_such_key"), Case("{'a': 1}.b", "error no_such_key"),
            Case("{true: 1, true: 2}", "error repeated_key"),
            Case("{0: 1, 0u: 2}", "error repeated_key"), Case("{1.5: 1}", "error no_matching_overload"),
            Case("{null: 1}", "error no_matching_overload"),
            Case("{[1]: 1}", "error no_matching_overload"), Case("'a' in {'a': 1}", "true"), Case("3.0 in {3u: 1, 4: 2}", "true"),
            Case("dyn(2.5) in {2: 1}", "false"), Case("has({'a': null}.a)", "true"), Case("has({}.a)", "false"),
            Case("size({1: 1, 2: 2})", "int 2"),
            Case("{'map': {'k': 'v'}, 'list': [1]}['map']", "{'k': 'v'}"), Case(#"{'\u00e9': 1, 'e\u0301': 2}.size()"#, "int 2"),
        ])
    func maps(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test(
        "are in lists at places from zero",
        arguments: [
            Case("[7, 8][0]", "int 7"), Case("[7, 8][2]", "error index_out_of_range"), Case("[7, 8][-1]", "error index_out_of_range"),
            Case("[7, 8][dyn(1u)]", "int 8"), Case("[7, 8][dyn(1.0)]", "int 8"), Case("[7, 8][dyn(0.5)]", "error invalid_argument"),
            Case("[7, 8][1u]", "error type"), Case("[7, 8][dyn('0')]", "error no_matching_overload"), Case("[1] + [2]", "[int 1, int 2]"),
            Case("[] + [1]", "[int 1]"), Case("2 in [1, 2]", "true"), Case("dyn(2.0) in [1, 2]", "true"),
            Case("'2' in [1, 2]", "error type"),
            Case("dyn('2') in [1, 2]", "false"), Case("1 in []", "false"), Case("size([])", "int 0"), Case("[1, 'a', null][1]", "'a'"),
        ])
    func lists(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }

    @Test(
        "have types that are values",
        arguments: [
            Case("type(1)", "type int"), Case("type(1u)", "type uint"), Case("type(1.0)", "type double"), Case("type('')", "type string"),
            Case("type(b'')", "type bytes"), Case("type([])", "type list"), Case("type({})", "type map"),
            Case("type(null)", "type null_type"),
            Case("type(true)", "type bool"), Case("type(int)", "type type"), Case("type(type)", "type type"), Case("int", "type int"),
            Case("type(timestamp(0)) == google.protobuf.Timestamp", "true"), Case("type(duration('0'))", "type google.protobuf.Duration"),
            Case("type(type(7)) == type(type(7u))", "true"), Case("type(dyn([1, 'one']))", "type list"),
        ])
    func types(_ one: Case) {
        #expect(value(one.expression) == one.expected)
    }
}
