import Civic
import Foundation
import Storage
import TestKit
import Testing

@testable import Intake

@Suite("An import")
struct ImportTests {
    private static func desk(_ network: Network) -> ImportDesk {
        ImportDesk(
            network.database, network.bulk, places: Network.points, products: Network.products,
            clock: .fixed(Instant(milliseconds: network.clock.now())), lines: 300)
    }

    private static func with<Answer>(_ content: Data, _ body: (URL, URL) async throws -> Answer) async throws -> Answer {
        let folder = FileManager.default.temporaryDirectory.appending(path: "import-\(UInt64.random(in: 0...UInt64.max))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "contacts.csv")
        try content.write(to: file)
        return try await body(file, folder.appending(path: "rejects.csv"))
    }

    private static func line(_ number: Int, _ separator: String = ",") -> String {
        ["2022-03-0\(1 + number % 9)T10:30:00-03:00", "desk", "branch", "information", "resolved", "1", "5013", "\(number % 900)", "300"]
            .joined(separator: separator)
    }

    private static let header = "at,medium,channel,act,outcome,point,product,wait,duration"

    private static func file(_ lines: [String], header: String = header) -> Data {
        Data(([header] + lines).map { $0 + "\r\n" }.joined().utf8)
    }

    @Test("takes what is right, writes what is wrong with its reason, and changes nothing the second time", arguments: Engine.available)
    func taken(_ engine: Engine) async throws {
        try await Network.on(engine) { network in
            var lines = (0..<2000).map { Self.line($0) }
            lines.insert("2022-03-01T10:30:00-03:00,desk,branch,information,resolved,77,5013,1,1", at: 500)
            lines.insert("not a moment,desk,branch,information,resolved,1,5013,1,1", at: 900)
            lines.insert("too,few", at: 901)
            lines.insert("2022-03-01T10:30:00-03:00,desk,\"bran\"ch,information,resolved,1,5013,1,1", at: 902)
            lines.insert("2022-03-01T10:30:00-03:00,desk,branch,\(String(repeating: "x", count: 10_000_000)),resolved,1,5013,1,1", at: 1000)
            try await Self.with(Self.file(lines)) { file, rejects in
                let desk = Self.desk(network)
                let load = try await desk.take(file, rejects: rejects, by: Network.agent)
                #expect(load.accepted == 2000 && load.refused == 5 && load.hasEnded)
                let written = try String(contentsOf: rejects, encoding: .utf8).split(separator: "\r\n")
                #expect(written.count == 6)
                #expect(
                    written.contains { $0.contains(ContactProblem.point.sentence) }
                        && written.contains { $0.contains(ContactProblem.at.sentence) })
                #expect(written.count { $0.contains(ContactProblem.shape.sentence) } == 2)
                #expect(written.contains { $0.contains(ContactProblem.tooLong.sentence) && $0.utf8.count < 200 })
                let again = file.deletingLastPathComponent().appending(path: "same.csv")
                try FileManager.default.copyItem(at: file, to: again)
                #expect(try await desk.take(again, rejects: rejects, by: Network.agent).accepted == 2000)
                #expect(try await network.count() == 2000)
            }
        }
    }

    @Test("that was cut goes on with the next line, and writes no reject twice", arguments: Engine.available)
    func cut(_ engine: Engine) async throws {
        try await Network.on(engine) { network in
            let lines = (0..<2500).map { $0 == 2000 || $0 == 10 ? "wrong" : Self.line($0) }
            try await Self.with(Self.file(lines)) { file, rejects in
                let desk = Self.desk(network)
                let task = Task { () -> Load? in
                    try? await desk.take(file, rejects: rejects, by: Network.agent) { load, _ in
                        if load.accepted > 900 { withUnsafeCurrentTask { $0?.cancel() } }
                    }
                }
                #expect(await task.value == nil, "it was cut")
                let before = try await network.count()
                #expect(before > 0 && before < 2498)
                let load = try await desk.take(file, rejects: rejects, by: Network.agent)
                #expect(load.accepted == 2498 && load.refused == 2)
                #expect(try await network.count() == 2498)
                #expect(try String(contentsOf: rejects, encoding: .utf8).split(separator: "\r\n").count == 3)
            }
        }
    }

    @Test(
        "of a file that is none says what to do, and takes nothing",
        arguments: [
            (Data("at|medium|channel|act\r\n".utf8), "columns"), (Data("at,medium\n".utf8), "separator"), (Data(), "empty"),
            (Data([0xFF, 0xFE, 0x61, 0x00]), "UTF-16"), (Data([0x61, 0x74, 0x2C, 0xF1, 0x0A]), "UTF-8"),
            (Data("at,medium,channel,act,run\r\n".utf8), "run"), (Data("at,at,medium,channel,act\r\n".utf8), "twice"),
        ])
    func none(_ content: Data, _ word: String) async throws {
        try await Network.on(.sqlite) { network in
            try await Self.with(content) { file, rejects in
                let fault = await #expect(throws: ImportFault.self) {
                    _ = try await Self.desk(network).take(file, rejects: rejects, by: Network.agent)
                }
                #expect(fault?.description.contains(word) == true, "\(fault?.description ?? "")")
            }
        }
    }

    @Test("takes semicolons, tabs and quotes as well", arguments: [";", "\t", ","])
    func separators(_ separator: String) async throws {
        try await Network.on(.sqlite) { network in
            let header = Self.header.replacing(",", with: separator)
            let quoted = Self.line(3, separator).split(separator: separator).map { "\"\($0)\"" }.joined(separator: separator)
            try await Self.with(Data("\u{FEFF}".utf8) + Self.file([Self.line(1, separator), quoted], header: header)) { file, rejects in
                let load = try await Self.desk(network).take(file, rejects: rejects, by: Network.agent)
                #expect(load.accepted == 2 && load.refused == 0)
            }
        }
    }
}
