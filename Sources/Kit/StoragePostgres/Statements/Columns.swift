import CPostgres
import Storage

/// The columns of an answer: their names and types, and whether they come in binary.
struct Columns {
    let names: [String]
    private let types: [Oid]
    let isBinary: Bool

    init(_ result: OpaquePointer) {
        let range = 0..<PQnfields(result)
        names = range.map { String(cString: PQfname(result, $0)) }
        types = range.map { PQftype(result, $0) }
        isBinary = PQbinaryTuples(result) == 1
    }

    /// Whether the next answer may come in binary.
    var mayBeBinary: Bool { types.allSatisfy(TypeID.binary.contains) }

    func row(_ index: Int32, of result: OpaquePointer) throws -> Row {
        var values: [Value] = []
        values.reserveCapacity(types.count)
        for (column, type) in types.enumerated() {
            let column = Int32(column)
            guard PQgetisnull(result, index, column) == 0, let start = PQgetvalue(result, index, column) else {
                values.append(.null)
                continue
            }
            let bytes = UnsafeRawBufferPointer(start: start, count: Int(PQgetlength(result, index, column)))
            values.append(isBinary ? try BinaryCell.value(bytes, type) : try TextCell.value(bytes, type))
        }
        return Row(names: names, values: values)
    }
}
