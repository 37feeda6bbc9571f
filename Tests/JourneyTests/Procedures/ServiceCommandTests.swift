import Civic
import Definitions
import Expressions
import Flows
import Foundation
import Procedures
import TestKit
import Testing

@testable import Server

@Suite("An editor at a terminal")
struct ServiceCommandTests {
    private static let root = CatalogueJourneyTests.root

    private static func run(_ id: String, answers: String, lines: [String] = []) throws -> (said: [String], papers: [String]) {
        let service = try ServiceFiles.service(id, in: root + "/Services")
        let territory = try Territory(folder: root + "/Catalogue/territory")
        var plain = PlainRun(
            Interpreter(service, parameters: try ServiceFiles.parameters(root + "/Catalogue")), checks: .house(territory),
            texts: try Languages(folder: root + "/Texts").all[0], territory: territory, today: try #require(Day(iso: "2026-11-28")),
            facts: ["tramo": .int(40), "recibe_asignacion": .bool(false)], answers: try #require(PlainRun.answers(Data(answers.utf8))))
        var (said, rest) = ([String](), lines[...])
        _ = try plain.run(read: { rest.popFirst() }, write: { said.append($0) })
        return (said, plain.papers.map { ([$0.title] + $0.lines).joined(separator: " · ") })
    }

    private static let child =
        #"{"declara_hijos": [{"nombre": "Inés", "run": "24.000.003-2", "nacimiento": "2020-05-01", "discapacidad": false}]"#

    @Test("answers a whole service from a file, and sees the papers that it yields")
    func answered() throws {
        let done = try Self.run("subsidio-familiar", answers: Self.child + #", "controles": true}"#)
        #expect(done.said.contains { $0.hasPrefix("> Inés, ") }, "\(done.said)")
        #expect(done.said.contains { $0.hasPrefix("✓ Se pide por 1") }, "\(done.said)")
        #expect(done.papers.count == 1 && done.papers[0].contains("Tramo: 40 %"), "\(done.papers)")
    }

    @Test("tries a rule among the names of a service: each has its type, and what is not said is missing")
    func tried() throws {
        let names = try ServiceFiles.service("pension-garantizada-universal", in: Self.root + "/Services").environment
        func answer(_ line: String) throws -> String {
            let trial = try JSONDecoder().decode(Trial.self, from: Data(line.utf8))
            return String(decoding: try JSONEncoder().encode(trial.among(names).answer()), as: UTF8.self)
        }
        let missing = try answer(#"{"expression": "edad(nacimiento, hoy) >= 65"}"#)
        #expect(missing.contains("\"unknown\":[\"hoy\",\"nacimiento\"]"), "\(missing)")
        let known = try answer(
            #"{"expression": "edad(nacimiento, hoy) >= 65", "variables": {"nacimiento": {"value": "1960-05-10T00:00:00Z"}, "hoy": {"value": "2026-11-28T00:00:00Z"}}}"#
        )
        #expect(known.contains("\"boolValue\":true"), "\(known)")
        #expect(try answer(#"{"expression": "nacimiento > 3"}"#).contains("\"error\""), "a date is no number")
    }

    @Test("is asked for what the file does not say, or says wrong")
    func asked() throws {
        let done = try Self.run("subsidio-familiar", answers: Self.child + #", "controles": "quizás"}"#, lines: ["si"])
        #expect(done.said.contains { $0.hasPrefix("✓ Se pide por 1") }, "\(done.said)")
        #expect(try Self.run("subsidio-familiar", answers: Self.child + "}").said.allSatisfy { !$0.hasPrefix("✓") }, "nobody was there")
    }

    @Test("sees which texts have no English, each with its line")
    func untranslated() throws {
        let read = try ServiceFiles.read(Self.root + "/Services")
        let service = try #require(read.services["subsidio-familiar"])
        let lines = ServiceList.untranslated([service], in: read.files, to: "en")
        #expect(lines.contains { $0.contains(#/^subsidio-familiar\.yaml:\d+:\d+: stages\[2\]\.task: Revise el tramo/#) }, "\(lines)")
        #expect(!lines.contains { $0.contains(": title: ") }, "what is translated is not in it")
        #expect(ServiceList.line(service) == "subsidio-familiar 4  IPS  Solicitud del Subsidio Familiar (SUF)  [page touch desk chat api]")
    }

    @Test("is told of a folder that is not there, or has files of another ending, and which service may have been meant")
    func folders() throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: folder) }
        func told() -> String {
            do { return "\(try ServiceFiles.texts(folder).count) files" } catch { return error.description }
        }
        #expect(told().contains("there is no such folder here"))
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        #expect(told().contains("has no file that ends in .yaml"))
        _ = FileManager.default.createFile(atPath: folder + "/uno.yml", contents: Data("id: uno".utf8))
        #expect(told() == "uno.yml: a file of a service ends in .yaml")
        let error = #expect(throws: Stopped.self) { try ServiceFiles.service("subsidio", in: Self.root + "/Services") }
        #expect(error?.description.contains("did you mean 'subsidio-familiar'?") == true)
        #expect(throws: (any Error).self) { try ServiceFiles.surroundings(folder + "/nada") }
    }
}
