import Civic
import Testing

@testable import Web

@Suite("What is typed into a form")
struct FieldTests {
    @Test("becomes values that can't be wrong")
    func values() throws {
        let filling = SampleForm.form.filling(SampleForm.sent())
        #expect(!filling.isRefused)
        let answers = Answers(submission: filling.submission)
        #expect(try answers[SampleForm.name] == "Rosa Muñoz")
        #expect(try answers[SampleForm.note] == nil && answers[SampleForm.phone] == nil && answers[SampleForm.paper] == nil)
        #expect(try answers[SampleForm.run].formatted == "12.345.678-5")
        #expect(try answers[SampleForm.count] == 4 && answers[SampleForm.rent] == Pesos(350_000))
        #expect(try answers[SampleForm.birth].iso == "1951-02-28")
        #expect(try answers[SampleForm.way] == "branch" && answers[SampleForm.comuna] == "05201" && answers[SampleForm.truth])
        let more = Answers(submission: SampleForm.sent(["phone": "9 8765 4321", "note": "\r\n uno\r\ndos \n", "count": "12"]))
        #expect(try more[SampleForm.phone]?.plain == "+56987654321" && more[SampleForm.note] == "uno\ndos")
    }

    @Test(
        "that is wrong is told at its field, with what to write instead",
        arguments: [
            ("name", " ", "form.problem.empty"), ("name", nil, "form.problem.empty"), ("name", "a\u{202E}b", "form.problem.hidden"),
            ("name", String(repeating: "Ñ", count: 501), "form.problem.long"),
            ("note", String(repeating: "x", count: 21), "form.problem.long"),
            ("run", "12.345.678-4", "form.problem.run"), ("run", "", "form.problem.empty"), ("run", "abc", "form.problem.run"),
            ("phone", "123", "form.problem.phone"), ("email", "a@b", "form.problem.email"), ("count", "0", "form.problem.number"),
            ("count", "13", "form.problem.number"), ("count", "2,5", "form.problem.number"), ("count", "-3", "form.problem.number"),
            ("count", "٣", "form.problem.number"), ("count", String(repeating: "9", count: 30), "form.problem.number"),
            ("rent", "5.000.001", "form.problem.pesos"), ("rent", "$", "form.problem.empty"), ("rent", "mucho", "form.problem.pesos"),
            ("way", "mail", "form.problem.choice"), ("way", nil, "form.problem.choice"), ("comuna", "", "form.problem.choice"),
            ("comuna", "99999", "form.problem.choice"), ("needs", "other", "form.problem.choices"),
            ("truth", "no", "form.problem.agreement"),
        ] as [(String, String?, TextKey)])
    func wrong(_ name: String, _ value: String?, _ problem: TextKey) {
        #expect(SampleForm.problems([name: value]) == [name: problem])
    }

    @Test("as a day has three parts that make a day within its range")
    func days() {
        #expect(SampleForm.problems(["birth-day": "29"]) == ["birth": "form.problem.day"])
        #expect(SampleForm.problems(["birth-day": "29", "birth-year": "1952"]) == [:])
        #expect(SampleForm.problems(["birth-day": "31", "birth-month": "04"]) == ["birth": "form.problem.day"])
        #expect(SampleForm.problems(["birth-year": "51"]) == ["birth": "form.problem.day"])
        #expect(SampleForm.problems(["birth-month": "feb"]) == ["birth": "form.problem.day"])
        #expect(SampleForm.problems(["birth-month": ""]) == ["birth": "form.problem.dayParts"])
        #expect(SampleForm.problems(["birth-day": "", "birth-month": " ", "birth-year": ""]) == ["birth": "form.problem.empty"])
        #expect(SampleForm.problems(["birth-year": "1851"]) == ["birth": "form.problem.dayRange"])
        #expect(SampleForm.problems(["birth-year": "2200"]) == ["birth": "form.problem.dayRange"])
    }

    @Test("as a name may be long and in any script")
    func scripts() {
        for name in [String(repeating: "ñ", count: 500), "李小龍", "محمد", "Ñancupil Pürrañ", "👩‍🌾 Ana"] {
            #expect(SampleForm.problems(["name": name]) == [:], "\(name)")
        }
    }

    @Test("as a file is what its bytes show, not what its name says")
    func files() {
        func problem(_ name: String, _ bytes: [UInt8]) -> TextKey? {
            SampleForm.problems([:], files: [("paper", Upload(fileName: name, bytes: bytes))])["paper"]
        }
        #expect(problem("carnet.pdf", SubmissionTests.pdf) == nil)
        #expect(problem("carnet.txt", SubmissionTests.pdf) == nil)
        #expect(problem("carnet.pdf", Array("MZ".utf8)) == "form.problem.fileKind")
        #expect(
            problem("carnet.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] + Array("IHDR".utf8))
                == "form.problem.fileKind")
        #expect(problem("carnet.pdf", []) == "form.problem.emptyFile")
        #expect(problem("carnet.pdf", SubmissionTests.pdf + [UInt8](repeating: 0, count: 2_097_152)) == "form.problem.largeFile")
    }

    @Test("is held to what must be true between answers once each is right by itself")
    func rule() {
        #expect(SampleForm.problems(["count": "7", "way": "home"]) == ["count": "form.problem.choice"])
        #expect(SampleForm.problems(["count": "7"]) == [:])
        #expect(SampleForm.problems(["count": "7", "way": "home", "run": "1"]) == ["run": "form.problem.run"])
    }

    @Test("of a password is the same however a keyboard composes its letters, and keeps its blanks")
    func password() throws {
        let field = Field.password("clave", "form.day")
        func bytes(_ typed: String) throws -> [UInt8] {
            Array(try Answers(submission: Submission([("clave", typed)]))[field].utf8)
        }
        #expect(try bytes(" pi\u{F1}\u{F3}n ") == bytes(" pin\u{303}o\u{301}n "))
        #expect(try bytes(" pinon ") == Array(" pinon ".utf8))
    }

    @Test("has a check of its own where a field has one")
    func checked() {
        let even = Field.number("n", "form.day", in: 0...10).checked { $0 % 2 == 0 ? nil : FieldProblem("form.problem.choice") }
        #expect(even.problem(in: Submission([("n", "3")])) == FieldProblem("form.problem.choice"))
        #expect(even.problem(in: Submission([("n", "4")])) == nil)
    }
}
