import Testing

@testable import Searches

@Suite("Words that were written together or apart")
struct JointTests {
    private let index = Shelf.index([
        ("Registro social", "x"), ("Hogar", "social"), ("Registro", "civil"), ("Cuentarut", "x"), ("Sol", "hogar social en"),
    ])

    @Test("two that nobody knows as one are cut where both are known")
    func cut() {
        #expect(index.find("registrosocial").corrections.map(\.meant) == ["registro social"])
        #expect(index.find("registrosocial").hits.first?.document == 0)
    }

    @Test("the cut is where its rarer half is used most")
    func best() {
        let index = Shelf.index([("abc abc", "defghi"), ("abc", "defghi"), ("abcdef", "ghi")])
        #expect(index.split("abcdefghi").map { [$0.0, $0.1] } == ["abc", "defghi"])
    }

    @Test(
        "no half is shorter than three letters, and no whole than seven",
        arguments: ["solsol", "solhog", "solaho", "ellsocial", "enregistro", "ñregistro"])
    func short(_ word: String) {
        #expect(index.split(word) == nil)
    }

    @Test("a word that is known is not cut")
    func known() {
        let index = Shelf.index([("solsocial", "x"), ("sol", "social")])
        #expect(index.find("solsocial").corrections.isEmpty && index.find("solsocial").hits.first?.document == 0)
    }

    @Test("two that the documents write as one find it, and are still two things")
    func join() {
        let findings = index.find("cuenta rut")
        #expect(findings.hits.first?.document == 3 && findings.isComplete && findings.corrections.isEmpty)
        #expect(index.find("so l").hits.first?.document != 4, "three letters are too few to be joined")
    }

    @Test("a cut is written into the text where it stands")
    func corrected() {
        #expect(index.find("El REGISTROSOCIAL hoy").corrected == "El registro social hoy")
    }
}
