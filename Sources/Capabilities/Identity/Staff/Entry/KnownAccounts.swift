/// The accounts that got in from a browser before, the newest first: there, nobody else's tries make them wait.
struct KnownAccounts: Sendable, Hashable {
    private(set) var entries: [(staff: Int64, nonce: [UInt8])]

    /// A counter's computer is shared.
    private static let most = 12

    init(note: [UInt8]?) {
        let bytes = note ?? []
        entries = stride(from: 0, to: bytes.count - bytes.count % 16, by: 16).prefix(Self.most).map { start in
            (bytes[start..<start + 8].reduce(Int64(0)) { $0 << 8 | Int64($1) }, Array(bytes[start + 8..<start + 16]))
        }
    }

    /// Names this browser for one account. nil when that account never got in here.
    func nonce(of staff: Int64) -> [UInt8]? { entries.first { $0.staff == staff }?.nonce }

    func adding(_ staff: Int64) -> KnownAccounts {
        var copy = self
        let nonce = nonce(of: staff) ?? (0..<8).map { _ in UInt8.random(in: 0...255) }
        copy.entries = Array(([(staff, nonce)] + entries.filter { $0.staff != staff }).prefix(Self.most))
        return copy
    }

    var note: [UInt8] { entries.flatMap { withUnsafeBytes(of: $0.staff.bigEndian, Array.init) + $0.nonce } }

    static func == (left: KnownAccounts, right: KnownAccounts) -> Bool { left.note == right.note }
    func hash(into hasher: inout Hasher) { hasher.combine(note) }
}
