import Civic
import Crypto
import Foundation
import Ports
import Storage

/// Takes in a file of contacts from before: millions of lines, exactly once, from where it was cut.
public struct ImportDesk: Sendable {
    private let database: Database
    private let bulk: BulkDesk
    private let places: ServicePoints
    private let products: ProductFacts
    private let clock: Clock
    private let lines: Int

    /// `lines` is how many of one file an act takes.
    public init(
        _ database: Database, _ bulk: BulkDesk, places: ServicePoints, products: ProductFacts, clock: Clock, lines: Int = 100_000
    ) {
        self.lines = lines
        self.database = database
        self.bulk = bulk
        self.places = places
        self.products = products
        self.clock = clock
    }

    /// Takes what is right and writes what is not, with its reason and the place of its line, to `rejects`. The file is known by its content:
    /// the same one again changes nothing, whatever it is called. Throws `ImportFault` when it is none, `LoadBusy` when another process takes it.
    public func take(
        _ file: URL, rejects: URL, by actor: Actor, progress: @escaping @Sendable (Load, _ bytes: Int) -> Void = { _, _ in }
    ) async throws -> Load {
        guard let size = try? FileManager.default.attributesOfItem(atPath: file.path)[.size] as? Int else {
            throw ImportFault("\(file.path) can't be read.")
        }
        let digest = try Self.digest(file)
        let header = try Self.header(file)
        let load = try await bulk.begin("file \(digest)", at: header.next)
        if load.hasEnded { return load }
        let admission = try await admission()
        let sink = try RejectsFile(rejects, goingOnAt: load.position == header.next ? nil : load.position)
        return try await bulk.run(load, "load.imported", by: actor) { [lines] position in
            guard position < size else { return nil }
            return try Self.batch(file, from: position, lines, header.header, admission, sink)
        } progress: { load in
            progress(load, size)
        }
    }

    private static func batch(
        _ file: URL, from position: Int, _ most: Int, _ header: ImportHeader, _ admission: Admission, _ sink: RejectsFile
    ) throws -> BulkDesk.Batch? {
        let reader = try ImportFile(file, at: position)
        var maker = ImportLine(header, admission)
        var rows: [SpineRow] = []
        rows.reserveCapacity(most)
        var (refused, next) = (0, position)
        while rows.count + refused < most, let line = try reader.next() {
            next = line.next
            guard let bytes = line.bytes else {
                sink.add(.tooLong, at: line.start, [])
                refused += 1
                continue
            }
            let (row, problem) = maker.contact(bytes)
            if let row { rows.append(row) }
            if let problem {
                sink.add(problem, at: line.start, bytes)
                refused += 1
            }
        }
        try sink.flush()
        return next == position ? nil : BulkDesk.Batch(rows: rows, refused: refused, next: next)
    }

    private func admission() async throws -> Admission {
        let codes = try await database.read { snapshot in try CodeStore().all(snapshot) }
        return Admission(codes: codes, points: try await places.all(), sheets: Set(try await products.all().keys), now: clock.now)
    }

    private static func header(_ file: URL) throws -> (header: ImportHeader, next: Int) {
        guard let first = try ImportFile(file, at: 0).next() else { throw ImportFault("\(file.path) is empty.") }
        guard let bytes = first.bytes else { throw ImportFault("The first line is too long to name columns. Is this a text?") }
        return (try ImportHeader(bytes), first.next)
    }

    private static func digest(_ file: URL) throws -> String {
        let handle = try FileHandle(forReadingFrom: file)
        defer { try? handle.close() }
        var hash = SHA256()
        while let data = try handle.read(upToCount: 1 << 20), !data.isEmpty { hash.update(data: data) }
        return hash.finalize().map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
