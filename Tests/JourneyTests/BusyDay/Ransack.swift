import Foundation
import Storage
import TestKit

@testable import Server

/// Whoever stole a copy of the database and not the keys: reads every cell of every table, and the very files of the embedded engine.
struct Ransack {
    let place: Place
    let database: Database

    /// How often each of these words stands in what can be read. Letters of either case count.
    func count(_ words: [String]) async throws -> [String: Int] {
        var all = try await cells()
        if place.engine == .sqlite {
            for name in ["", "-wal"] {
                if let bytes = FileManager.default.contents(atPath: place.address + name) { all.append(contentsOf: bytes) }
            }
        }
        let text = all.map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
        return Dictionary(uniqueKeysWithValues: words.map { ($0, Self.times(Array($0.lowercased().utf8), in: text)) })
    }

    /// Every table, those of storage itself too, as bytes.
    private func cells() async throws -> [UInt8] {
        let names = House.schemas.flatMap(\.tables).map(\.name) + ["act", "act_once", "topic"]
        return try await database.read { snapshot in
            var all: [UInt8] = []
            for name in names {
                try snapshot.each(SQL(stringLiteral: "SELECT * FROM \(name)")) { row in
                    for (_, value) in row.cells {
                        switch value {
                        case .text(let text): all.append(contentsOf: text.utf8)
                        case .bytes(let bytes): all.append(contentsOf: bytes)
                        case .int(let number): all.append(contentsOf: "\(number)".utf8)
                        case .null, .real: break
                        }
                        all.append(0)
                    }
                }
            }
            return all
        }
    }

    static func times(_ word: [UInt8], in text: [UInt8]) -> Int {
        guard let first = word.first, text.count >= word.count else { return 0 }
        return text.withUnsafeBufferPointer { text in
            var (count, index, last) = (0, 0, text.count - word.count)
            while index <= last {
                if text[index] == first, (1..<word.count).allSatisfy({ text[index + $0] == word[$0] }) {
                    count += 1
                    last = text.count - word.count
                }
                index += 1
            }
            return count
        }
    }
}
