import Civic
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import MessageSimulator
import NIOCore
import Ports
import Storage
import TestKit
import Testing
import Web

@testable import Server

@Suite("A person in their own place")
struct OwnPlaceJourneyTests {
    @Test("is greeted by name, and reads who looked at their data", arguments: Engine.available)
    func overview(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let page = try await own.get("/mi")
            let text = String(buffer: page.body)
            #expect(page.status == .ok && page.headers[.cacheControl] == "no-store")
            #expect(text.contains("Hola, Rosa Elena Muñoz Quilapangue") && text.contains("Todavía no hay nada en curso"))
            let trace = try await own.text("/mi/quien-vio?todo=si")
            #expect(trace.contains("Usted entró a Mi Ventanilla") && trace.contains("Se vieron datos"), "it is written down")
            #expect(!trace.contains(OwnJourney.Mark.surname))
            let others = try await own.text("/mi/quien-vio")
            #expect(!others.contains("Usted entró a Mi Ventanilla") && others.contains("Se le registró"), "and does not hide the others")
            #expect(others.contains("no se muestra en esta lista"))
        }
    }

    @Test("is not let in without a session, nor with one that is not sure enough", arguments: Engine.available)
    func door(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let declared = try await OwnJourney.signIn(own.rosa, own.house, assurance: .declared)
            for path in ["/mi", "/mi/datos", "/mi/quien-vio", "/mi/avisos", "/mi/sesiones", "/mi/datos/contactos"] {
                let nobody = try await own.client.execute(uri: path, method: .get)
                #expect(nobody.status == .seeOther && nobody.headers[.location]?.hasPrefix("/ingresar?nivel=verificado&volver=/mi") == true)
                let unsure = try await own.get(path, as: declared)
                #expect(unsure.status == .seeOther && unsure.headers[.location]?.hasPrefix("/ingresar?") == true)
            }
        }
    }

    @Test("corrects their telephone: the old one is told, the new one confirmed by a code", arguments: Engine.available)
    func telephone(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let list = try await own.text("/mi/datos/contactos")
            let path = try #require(list.firstMatch(of: #/href="(\/mi\/datos\/contactos\/\d+)"/#).map { String($0.1) })
            let wrong = try await own.send(["telefono=123"], to: path, from: path)
            #expect(wrong.status == .unprocessableContent && String(buffer: wrong.body).contains("value=\"123\""))
            let sent = try await own.send(["telefono=9+1234+5678"], to: path, from: path)
            #expect(sent.headers[.location] == "/mi/datos/contactos?hecho=cambiado")
            _ = await own.house.worker(isDemonstration: true).step()
            let told = try #require(own.house.outbox.all.first)
            #expect(told.to == OwnJourney.Mark.phone && !told.text.contains("1234") && told.text.contains("101"))
            let after = try await own.text("/mi/datos/contactos")
            #expect(after.contains("+56 9 1234 5678") && !after.contains("3334 4455") && after.contains("Sin confirmar"))

            let changed = try #require(after.firstMatch(of: #/action="(\/mi\/datos\/contactos\/\d+)\/codigo"/#).map { String($0.1) })
            let asked = try await own.send([], to: changed + "/codigo", from: "/mi/datos/contactos")
            #expect(asked.headers[.location] == changed + "/confirmar")
            _ = await own.house.worker(isDemonstration: true).step()
            let message = try #require(own.house.outbox.all.first)
            let code = try #require(message.text.firstMatch(of: #/(\d{6})/#).map { String($0.1) })
            #expect(message.to == "+56912345678")
            let bad = try await own.send(
                ["codigo=\(code == "000000" ? "000001" : "000000")"], to: changed + "/confirmar", from: changed + "/confirmar")
            #expect(bad.status == .unprocessableContent && String(buffer: bad.body).contains("Ese código no sirve"))
            let good = try await own.send(
                ["codigo=\(code.prefix(3))+\(code.suffix(3))"], to: changed + "/confirmar", from: changed + "/confirmar")
            #expect(good.headers[.location] == "/mi/datos/contactos?hecho=confirmado")
            #expect(try await own.text("/mi/datos/contactos").contains("Confirmado el 23 de noviembre de 2026"))
            #expect(try await own.text("/mi/avisos").contains("Cambiaron sus datos de contacto"))
        }
    }

    @Test("who is protected: only a contact that they marked as safe is told of a change", arguments: Engine.available)
    func protected(engine: Engine) async throws {
        try await OwnJourney.open(on: engine, isProtected: true) { own in
            func change(_ fields: [String]) async throws {
                let list = try await own.text("/mi/datos/contactos")
                let path = try #require(list.firstMatch(of: #/href="(\/mi\/datos\/contactos\/\d+)"/#).map { String($0.1) })
                #expect(try await own.send(fields, to: path, from: path).headers[.location] == "/mi/datos/contactos?hecho=cambiado")
                _ = await own.house.worker(isDemonstration: true).step()
            }
            try await change(["telefono=912345678", "seguro=yes"])
            #expect(own.house.outbox.all.isEmpty, "the old one may be read by whoever they left")
            #expect(try await own.text("/mi/datos/contactos").contains("Seguro"))
            try await change(["telefono=923456789"])
            #expect(own.house.outbox.all.map(\.to) == ["+56912345678"])
        }
    }

    @Test("has ten minutes and five tries for a code", arguments: Engine.available)
    func codes(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let list = try await own.text("/mi/datos/contactos")
            let path = try #require(list.firstMatch(of: #/action="(\/mi\/datos\/contactos\/\d+)\/codigo"/#).map { String($0.1) })
            _ = try await own.send([], to: path + "/codigo", from: "/mi/datos/contactos")
            _ = await own.house.worker(isDemonstration: true).step()
            let code = try #require(own.house.outbox.all.first?.text.firstMatch(of: #/(\d{6})/#).map { String($0.1) })
            own.clock.move(byMilliseconds: 10 * 60_000 + 1)
            let late = try await own.send(["codigo=\(code)"], to: path + "/confirmar", from: path + "/confirmar")
            #expect(late.status == .unprocessableContent)
            for _ in 0..<4 { _ = try await own.send(["codigo=1"], to: path + "/confirmar", from: path + "/confirmar") }
            let over = try await own.send(["codigo=1"], to: path + "/confirmar", from: path + "/confirmar")
            #expect(over.status == .tooManyRequests)
        }
    }

    @Test("a new code takes the place of the one before, and neither signs anybody in", arguments: Engine.available)
    func newCode(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let list = try await own.text("/mi/datos/contactos")
            let path = try #require(list.firstMatch(of: #/action="(\/mi\/datos\/contactos\/\d+)\/codigo"/#).map { String($0.1) })
            func code() async throws -> String {
                _ = try await own.send([], to: path + "/codigo", from: "/mi/datos/contactos")
                _ = await own.house.worker(isDemonstration: true).step()
                return try #require(own.house.outbox.all.first?.text.firstMatch(of: #/(\d{6})/#).map { String($0.1) })
            }
            let first = try await code()
            var second = try await code()
            if second == first { second = try await code() }
            let nobody = try await own.client.execute(uri: path + "/confirmar", method: .get)
            #expect(nobody.status == .seeOther && nobody.headers[.location]?.hasPrefix("/ingresar") == true)
            let old = try await own.send(["codigo=\(first)"], to: path + "/confirmar", from: path + "/confirmar")
            #expect(old.status == .unprocessableContent)
            let good = try await own.send(["codigo=\(second)"], to: path + "/confirmar", from: path + "/confirmar")
            #expect(good.headers[.location] == "/mi/datos/contactos?hecho=confirmado")
        }
    }

    @Test("may have no contact at all, and says what they need at every door", arguments: Engine.available)
    func preferences(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let list = try await own.text("/mi/datos/contactos")
            let path = try #require(list.firstMatch(of: #/href="(\/mi\/datos\/contactos\/\d+)"/#).map { String($0.1) })
            _ = try await own.send([], to: path + "/quitar", from: path)
            #expect(try await own.text("/mi/datos/contactos").contains("No tiene datos de contacto"))
            let address = "/mi/datos/preferencias"
            #expect(try await own.text(address).contains("value=\"signLanguage\" checked"))
            let saved = try await own.send(
                ["idioma=arn", "canal=sucursal", "apoyos=easyReading", "apoyos=wheelchair"], to: address, from: address)
            #expect(saved.headers[.location] == address + "?guardado=si")
            let person = try await own.database.read { try PeopleDesk(keyring: World.keyring).person(own.rosa, $0) }
            #expect(person?.language == "arn" && person?.channel == Channel.branch.number)
            let text = try await own.text(address)
            #expect(text.contains("value=\"easyReading\" checked") && !text.contains("value=\"signLanguage\" checked"))
        }
    }

    @Test("is met in the language that they asked for once, unless they came in another", arguments: Engine.available)
    func language(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            func place(_ begun: String) async throws -> String? {
                let visit = try await SignedIn.begin(client, at: begun)
                let back = try await SignedIn.choose("12345678-5", at: visit.provider, client)
                return try await client.execute(uri: back, method: .get, headers: [.cookie: visit.cookie]).headers[.location]
            }
            let (rosa, address) = (try await SignedIn.person(client), "/mi/datos/preferencias")
            for (language, met) in [("en", "/en/mi/avisos"), ("arn", "/mi/avisos"), ("es", "/mi/avisos")] {
                _ = try await rosa.send(["idioma=\(language)"], from: address, client)
                #expect(try await place("/mi/avisos") == met, "\(language)")
                #expect(try await place("/en/mi") == "/en/mi", "they began in English")
            }
        }
    }

    @Test("is met with large letters on each device and at each door of the site, once they asked for them", arguments: Engine.available)
    func letters(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let large = "class=\"text-2\""
            func noted(_ answer: TestResponse) -> [String] { answer.headers[values: .setCookie].filter { $0.hasPrefix("letra=") } }
            func looks(_ cookie: String, _ path: String) async throws -> Bool {
                let answer = try await client.execute(uri: path, method: .get, headers: [.cookie: cookie])
                return String(buffer: answer.body).contains(large)
            }
            let (rosa, address) = (try await SignedIn.person(client), "/mi/datos/preferencias")
            let kept = noted(try await rosa.send(["apoyos=largePrint"], from: address, client))
            #expect(kept == ["letra=grande; Path=/; HttpOnly; SameSite=Lax"], "it says nothing of who it is")

            let visit = try await SignedIn.begin(client, at: "/mi")
            let back = try await SignedIn.choose("12345678-5", at: visit.provider, client)
            let met = try await client.execute(uri: back, method: .get, headers: [.cookie: visit.cookie])
            #expect(noted(met) == kept, "another device")

            for path in ["/", "/temas", "/buscar?q=pension", "/mi", address] {
                #expect(try await looks(rosa.cookie + "; letra=grande", path), "\(path)")
                #expect(try await !looks(rosa.cookie, path), "\(path), for somebody else at the same address")
            }
            let left = try await rosa.send(["donde=aqui"], from: "/salir", client)
            #expect(noted(left) == ["letra=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0"])
            let again = try await SignedIn.person(client)
            #expect(noted(try await again.send([], from: address, client)).first?.contains("Max-Age=0") == true, "taken back")
        }
    }

    @Test("of another can't be seen: contacts, notices and lines are found by their owner alone", arguments: Engine.available)
    func others(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let other = try await own.database.write { transaction in
                let people = PeopleDesk(keyring: World.keyring)
                let other = try people.register(Registration(), by: .anonymous, transaction)
                if let email = Contact(.email, typed: "otra@ejemplo.cl") {
                    try people.add(email, to: other, isPreferred: true, by: .anonymous, transaction)
                }
                try own.house.noticeBoard.tell(NoticeBoard.Notice("contacts.notice.changed"), other, transaction)
                return other
            }
            let contact = try #require(
                try await own.database.read { try PeopleDesk(keyring: World.keyring).person(other, $0) }?.contacts.first?.id)
            let notice = try await own.database.read { try $0.value("SELECT id FROM notice LIMIT 1", as: Int64.self) }
            for path in ["/mi/datos/contactos/\(contact)", "/mi/datos/contactos/\(contact)/confirmar", "/mi/avisos/\(notice ?? 0)"] {
                #expect(try await own.get(path).status == .notFound, "\(path)")
            }
        }
    }
}
