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

    @Test(
        "is told what is wrong in a line that is tried, in the words of the check",
        arguments: [
            (#"{"expression": "multas == 0", "variables": {"multas": {"type": "int"}}}"#, "'multas' has no value: give it one"),
            (#"{"expresion": "1 + 1"}"#, "a line has no 'expresion'; there are: expression, variables"),
            (#"{"expression": "x", "variables": {"x": {"type": "moneda", "value": 1}}}"#, "is no type; there are: bool, int"),
            (#"{"expression": "x", "variables": {"x": {"type": "date", "value": "ayer"}}}"#, "a day is written \"2026-05-01\""),
            (
                #"{"expression": "f > '2026-01-01'", "variables": {"f": {"type": "date", "value": "2026-01-02"}}}"#,
                "a date cannot be compared with text"
            ),
            (#"{"expression": "m = 0", "variables": {"m": 0}}"#, "'equal' is written =="),
            (#"{"expression": "year(hoy)", "variables": {"hoy": {"type": "date"}}}"#, "there is no function 'year'; there are: "),
            (#"[1]"#, "the line is no JSON object"),
        ])
    func slips(_ line: String, _ told: String) throws {
        let message = try #require(ExpressionCommand.Eval.answer(line, nil, []).error?.message)
        #expect(message.contains(told), "\(message)")
    }

    @Test("tries a line with plain values and days, and with the holidays that services have")
    func plainly() throws {
        func answer(_ line: String, _ names: Environment? = nil) throws -> String {
            let answer = ExpressionCommand.Eval.answer(line, names, [20_781])
            return String(decoding: try JSONEncoder().encode(answer), as: UTF8.self)
        }
        #expect(try answer(#"{"expression": "multas + 1", "variables": {"multas": 3}}"#).contains("\"int64Value\":\"4\""))
        let day = #"{"expression": "edad(n, n)", "variables": {"n": {"type": "date", "value": "2024-02-29"}}}"#
        #expect(try answer(day).contains("\"int64Value\":\"0\""))
        let names = try ServiceFiles.service("pension-garantizada-universal", in: Self.root + "/Services").environment
        // From Monday 23 November 2026 to Friday 27, with Tuesday 24 as the holiday.
        let term =
            #"{"expression": "dias_habiles(presentada, hoy, feriados)", "variables": {"presentada": "2026-11-23", "hoy": "2026-11-27"}}"#
        #expect(try answer(term, names).contains("\"int64Value\":\"3\""))
    }

    @Test("reads the rules and their values as the pages say them, and its queues by their names")
    func words() throws {
        let service = try ServiceFiles.service("pension-garantizada-universal", in: Self.root + "/Services", of: Self.root + "/Catalogue")
        let territory = try Territory(folder: Self.root + "/Catalogue/territory")
        var plain = PlainRun(
            Interpreter(service, parameters: try ServiceFiles.parameters(Self.root + "/Catalogue")), checks: .house(territory),
            texts: try Languages(folder: Self.root + "/Texts").all[0], territory: territory, today: try #require(Day(iso: "2026-11-28")),
            facts: [
                "nacimiento": .timestamp(try #require(Timestamp(day: -3_524))), "recibe_ffaa": .bool(false), "anos_residencia": .int(46),
                "anos_recientes": .int(5), "sobre_el_corte": .bool(false), "pension_base": .int(2_000_000),
            ], answers: try #require(PlainRun.answers(Data(#"{"forma_pago": "cuenta_rut", "veraz": true}"#.utf8))))
        var said: [String] = []
        _ = try plain.run(read: { nil }, write: { said.append($0) })
        #expect(said.contains { $0.contains("Pensión base: $2.000.000") }, "\(said)")
        #expect(said.contains { $0.hasPrefix("✗") && $0.contains("$1.252.602") }, "a value of the law is said with what it counts")
        #expect(ServiceFiles.way(of: service).contains { $0.contains("(IPS, pensiones, 20 business days, decides)") })
    }

    @Test("is told which answer of a file is none: the field of which child, and a field that is not there")
    func wrong() throws {
        let child = Self.child.replacing("24.000.003-2", with: "24.000.003-3")
        #expect(try Self.run("subsidio-familiar", answers: child + "}").said.contains("> declara_hijos[1].run"))
        let file = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString).path
        defer { try? FileManager.default.removeItem(atPath: file) }
        _ = FileManager.default.createFile(atPath: file, contents: Data(#"{"declara_hijos": [{"nombr": "Inés"}]}"#.utf8))
        let service = try ServiceFiles.service("subsidio-familiar", in: Self.root + "/Services")
        let error = #expect(throws: Stopped.self) { try ServiceFiles.answers(file, of: service) }
        #expect(error?.description == "\(file): 'declara_hijos[1]' has no field 'nombr'; did you mean 'nombre'?")
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
        #expect(
            ServiceList.line(service)
                == "subsidio-familiar \(service.version)  IPS  Solicitud del Subsidio Familiar (SUF)  [page touch desk chat api]")
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
