/// Runs the steps of a builder over rows, a block at a time. One thread uses it; many machines can stand on one builder.
public final class BatchMachine {
    /// Rows of a block: few enough that its registers stay in the cache nearest to the core.
    public static let block = 512

    /// Gives a table's value for a day and an age, or nil.
    public typealias LookUp = (_ table: Int, _ day: Int64, _ age: Int64?) -> Int64?

    private let operations: [BatchOperation]
    private let lookUp: LookUp
    private let values: UnsafeMutablePointer<Int64>
    private let states: UnsafeMutablePointer<UInt8>

    public init(_ builder: BatchBuilder, lookUp: @escaping LookUp) {
        operations = builder.operations
        self.lookUp = lookUp
        values = .allocate(capacity: max(1, builder.operations.count) * Self.block)
        states = .allocate(capacity: max(1, builder.operations.count) * Self.block)
        values.initialize(repeating: 0, count: max(1, builder.operations.count) * Self.block)
        states.initialize(repeating: BatchStatus.value, count: max(1, builder.operations.count) * Self.block)
        for (register, operation) in operations.enumerated() {
            if case .constant(let value) = operation { self.values(register).update(repeating: value, count: Self.block) }
        }
    }

    deinit {
        values.deallocate()
        states.deallocate()
    }

    /// What a register holds after a run, row by row.
    public func values(_ register: Int) -> UnsafeMutablePointer<Int64> { values + register * Self.block }
    public func states(_ register: Int) -> UnsafeMutablePointer<UInt8> { states + register * Self.block }

    /// Reckons `count` rows, at most a block. `load` fills the register of each column.
    public func run(_ count: Int, load: (_ column: Int, UnsafeMutablePointer<Int64>, UnsafeMutablePointer<UInt8>) -> Void) {
        precondition(count <= Self.block, "a block has \(Self.block) rows")
        for (register, operation) in operations.enumerated() {
            let (out, state) = (values(register), states(register))
            switch operation {
            case .constant: break
            case .load(let column): load(column, out, state)
            case .binary(let binary, let a, let b): self.binary(binary, a, b, out, state, count)
            case .unary(let unary, let a):
                let (x, sx) = (values(a), states(a))
                for row in 0..<count {
                    state[row] = sx[row]
                    switch unary {
                    case .not: out[row] = x[row] ^ 1
                    case .firstOfMonth: if sx[row] == BatchStatus.value { out[row] = Int64(Functions.firstOfMonth(Int(x[row]))) }
                    case .negate:
                        let (result, overflow) = Int64(0).subtractingReportingOverflow(x[row])
                        out[row] = result
                        if overflow { state[row] = BatchStatus.error }
                    }
                }
            case .all(let terms): logical(terms, decides: 0, out, state, count)
            case .any(let terms): logical(terms, decides: 1, out, state, count)
            case .select(let c, let a, let b):
                let (test, st) = (values(c), states(c))
                let (x, sx, y, sy) = (values(a), states(a), values(b), states(b))
                for row in 0..<count {
                    let isFirst = test[row] != 0
                    out[row] = isFirst ? x[row] : y[row]
                    state[row] = st[row] != 0 ? st[row] : isFirst ? sx[row] : sy[row]
                }
            case .quotient(let a, let b, let c): quotient(a, b, c, out, state, count)
            case .lookUp(let table, let day, let age): look(table, day, age, out, state, count)
            }
        }
    }

    /// One term that decides is enough; else what is not known goes before an error.
    private func logical(
        _ terms: [Int], decides: Int64, _ out: UnsafeMutablePointer<Int64>, _ state: UnsafeMutablePointer<UInt8>, _ count: Int
    ) {
        for row in 0..<count { (out[row], state[row]) = (1 - decides, BatchStatus.value) }
        for term in terms {
            let (x, sx) = (values(term), states(term))
            for row in 0..<count where out[row] != decides {
                if sx[row] == BatchStatus.value {
                    if x[row] == decides { (out[row], state[row]) = (decides, BatchStatus.value) }
                } else if state[row] != BatchStatus.unknown {
                    state[row] = sx[row]
                }
            }
        }
    }

    private func quotient(
        _ a: Int, _ b: Int, _ c: Int, _ out: UnsafeMutablePointer<Int64>, _ state: UnsafeMutablePointer<UInt8>, _ count: Int
    ) {
        let (x, y, z, sx, sy, sz) = (values(a), values(b), values(c), states(a), states(b), states(c))
        for row in 0..<count {
            state[row] = Self.strict(Self.strict(sx[row], sy[row]), sz[row])
            guard state[row] == BatchStatus.value else { continue }
            if let result = try? roundedQuotient(x[row], y[row], from: z[row]) {
                out[row] = result
            } else {
                state[row] = BatchStatus.error
            }
        }
    }

    private func look(
        _ table: Int, _ day: Int, _ age: Int?, _ out: UnsafeMutablePointer<Int64>, _ state: UnsafeMutablePointer<UInt8>, _ count: Int
    ) {
        let (days, sd) = (values(day), states(day))
        let (ages, sa) = (age.map { values($0) }, age.map { states($0) })
        var (lastDay, lastAge, last): (Int64, Int64, Int64?) = (.min, .min, nil)
        for row in 0..<count {
            state[row] = Self.strict(sd[row], sa?[row] ?? BatchStatus.value)
            guard state[row] == BatchStatus.value else { continue }
            let age = ages?[row] ?? -1
            if days[row] != lastDay || age != lastAge {
                (lastDay, lastAge) = (days[row], age)
                last = lookUp(table, lastDay, ages == nil ? nil : age)
            }
            if let last { out[row] = last } else { state[row] = BatchStatus.unknown }
        }
    }

    /// An error goes before what is not known.
    @inline(__always) static func strict(_ a: UInt8, _ b: UInt8) -> UInt8 {
        a == BatchStatus.error || b == BatchStatus.error ? BatchStatus.error : a | b
    }
}
