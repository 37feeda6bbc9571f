import CPostgres

/// Numbers of the types that this product meets (catalogue `pg_type`; they never change).
enum TypeID {
    static let bool: Oid = 16
    static let bytea: Oid = 17
    static let name: Oid = 19
    static let int8: Oid = 20
    static let int2: Oid = 21
    static let int4: Oid = 23
    static let text: Oid = 25
    static let oid: Oid = 26
    static let float4: Oid = 700
    static let float8: Oid = 701
    static let bpchar: Oid = 1042
    static let varchar: Oid = 1043
    static let numeric: Oid = 1700

    /// Types that are read in binary. An answer with any other column comes as text.
    static let binary: Set<Oid> = [bool, bytea, name, int8, int2, int4, text, oid, float4, float8, bpchar, varchar]
}
