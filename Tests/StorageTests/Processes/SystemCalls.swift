import Foundation

/// What strace saw of the probe: writes to the log of the database, syncs of it, and acknowledgements, in order.
struct SystemCalls {
    static let traced = "pwrite64,write,fdatasync,fsync"

    /// Acts in the order of their acknowledgement.
    private(set) var acknowledged: [Int] = []
    /// Acts whose writes had not reached the disk when they were acknowledged, or had not been made at all.
    private(set) var tooEarly: [Int] = []
    private(set) var syncs = 0

    init(_ file: URL) throws {
        var written: Set<Int> = []
        var durable: Set<Int> = []
        var syncing: Set<Substring> = []
        for line in String(decoding: try Data(contentsOf: file), as: UTF8.self).split(separator: "\n") {
            let thread = line.prefix { $0 != " " }
            if line.contains("-wal>"), line.contains(" pwrite64(") {
                written.formUnion(Self.numbers(in: line, between: "mark-1", and: "-end"))
            } else if line.contains("-wal>"), line.contains("sync("), line.hasSuffix("<unfinished ...>") {
                syncing.insert(thread)
            } else if line.hasSuffix("= 0"),
                line.contains("sync(") && line.contains("-wal>")
                    || line.contains("sync resumed>") && syncing.remove(thread) != nil
            {
                // It counts when it has returned. The thread that syncs is the one that writes, so nothing is written meanwhile.
                durable.formUnion(written)
                syncs += 1
            } else if line.contains(" write(1<") {
                for act in Self.numbers(in: line, between: "\"ack ", and: "\\n") {
                    acknowledged.append(act)
                    if !durable.contains(act) { tooEarly.append(act) }
                }
            }
        }
    }

    private static func numbers(in line: Substring, between start: String, and end: String) -> [Int] {
        line.components(separatedBy: start).dropFirst().compactMap { part in
            part.range(of: end).flatMap { Int(part[..<$0.lowerBound]) }
        }
    }
}
