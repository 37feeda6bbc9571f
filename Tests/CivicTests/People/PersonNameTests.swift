import Civic
import Testing

@Suite("A name")
struct PersonNameTests {
    @Test("with one surname, or none, is valid")
    func fewSurnames() throws {
        #expect(try #require(PersonName(given: "Sukarno")).shown == "Sukarno")
        #expect(try #require(PersonName(given: "Rosa", first: "", second: "Ñancupil")).shown == "Rosa Ñancupil")
    }

    @Test("shows the social name, and is still found by the former one")
    func social() throws {
        let name = try #require(PersonName(given: "Pedro Pablo", first: "Soto", social: "Paula"))
        #expect(name.shown == "Paula Soto")
        #expect(name.initials == "P. S.")
        #expect(name.tokens == ["paula", "pedro", "pablo", "soto"])
    }

    @Test(
        "of any script is kept as it was written",
        arguments: ["Иван Петрович", "محمد", "王小明", "Ꮳꮃꭹ", "ʻOkina Kahananui", "Nguyễn Thị Ánh", "D’Artagnan-Ñuñoa"])
    func scripts(_ text: String) throws {
        let name = try #require(PersonName(given: text))
        #expect(name.shown == text)
        #expect(!name.tokens.isEmpty)
    }

    @Test("of 500 characters in another script is a name; of 1001 it is not")
    func long() throws {
        let long = String(repeating: "名", count: 500)
        #expect(try #require(PersonName(given: long)).shown == long)
        #expect(PersonName(given: String(repeating: "名", count: 1001)) == nil)
    }

    @Test("with characters that do not show is none", arguments: ["", "   ", "Ana\u{202E}asoR", "Ana\u{0}", "A\u{2066}na", "\u{7}"])
    func hidden(_ text: String) {
        #expect(PersonName(given: text) == nil)
    }

    @Test("is found by words without accents, each once")
    func tokens() throws {
        let name = try #require(PersonName(given: "José María", first: "Muñoz", second: "Muñoz"))
        #expect(name.tokens == ["jose", "maria", "munoz"])
    }
}

@Suite("An identifier")
struct IdentifierTests {
    @Test("whose number fails its check is only typed text")
    func typed() throws {
        let wrong = try #require(Identifier(.run, typed: " 12.345.678-9 "))
        #expect(wrong == .typed(.run, "12.345.678-9"))
        #expect(!wrong.isWellFormed)
        #expect(wrong.kind == .run)
    }

    @Test("is the same number however it is spelled")
    func spelling() throws {
        let country = try #require(Country("ht"))
        #expect(Identifier(.passport, typed: "ab 12-34", country: country) == .passport(country: country, "AB1234"))
        #expect(Identifier(.run, typed: "12345678-5") == Identifier(.run, typed: "12.345.678-5"))
    }

    @Test("without its country stays typed, and an empty one is none")
    func countries() {
        #expect(Identifier(.passport, typed: "AB1234") == .typed(.passport, "AB1234"))
        #expect(Identifier(.schoolChild, typed: "100200300") == .provisional(.schoolChild, "100200300"))
        #expect(Identifier(.run, typed: " ") == nil)
        #expect(Country("CHL") == nil)
        #expect(Country("ñu") == nil)
    }
}

@Suite("A way to reach a person")
struct ContactTests {
    @Test(
        "by telephone has its country, Chile's by default",
        arguments: [("9 8765 4321", "+56987654321"), ("+56 9 8765-4321", "+56987654321"), ("0054 11 4321 0000", "+541143210000")])
    func phones(_ typed: String, _ plain: String) throws {
        #expect(try #require(Contact(.phone, typed: typed)).plain == plain)
    }

    @Test(
        "is refused when it can't be one",
        arguments: [
            (Contact.Kind.phone, "12345"), (.phone, "98765432a"), (.phone, "+0123456789"), (.email, "ana"), (.email, "ana@casa"),
            (.email, "a b@casa.cl"), (.email, "@casa.cl"), (.email, "a@-casa.cl"), (.address, " "),
        ])
    func refusals(_ kind: Contact.Kind, _ typed: String) {
        #expect(Contact(kind, typed: typed) == nil)
    }

    @Test("by e-mail keeps the local part as it was typed")
    func email() throws {
        #expect(try #require(Contact(.email, typed: "Rosa.M@Correo.CL")).plain == "Rosa.M@correo.cl")
    }
}
