import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import MessageSimulator
import NIOCore
import Storage
import TestKit
import Testing

@testable import Server

@Suite("Camila acts for her mother")
struct ActingJourneyTests {
    /// Rosa and Camila, signed in, with leave given and accepted, and the address at which Camila acts.
    private static func begun(_ client: any TestClientProtocol) async throws -> (rosa: SignedIn, camila: SignedIn, place: String) {
        let (rosa, camila) = (try await SignedIn.person(client), try await SignedIn.person(client, run: "20347878-K"))
        _ = try await rosa.send(["run=20347878-K", "plazo=30", "entiendo=yes"], from: MandateJourneyTests.path, client)
        let offer = try MandateJourneyTests.link(try await camila.get(MandateJourneyTests.path, client))
        #expect(try await camila.send([], from: offer, to: offer + "/aceptar", client).status == .seeOther)
        let held = try await text(camila, offer, client)
        return (rosa, camila, try #require(held.firstMatch(of: #/href="(\/mi\/por\/[0-9]+)"/#).map { String($0.1) }))
    }

    private static func text(_ person: SignedIn, _ path: String, _ client: any TestClientProtocol) async throws -> String {
        String(buffer: try await person.get(path, client).body)
    }

    private static let (mother, daughter) = ("Rosa Elena Muñoz Ñancupil", "Camila Andrea Soto Muñoz")

    @Test("with both names on every page, and sees the least; the rest says why it is not hers", arguments: Engine.available)
    func sees(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let (_, camila, place) = try await Self.begun(client)
            let mother = try await database.write { transaction in
                let people = PeopleDesk(keyring: World.keyring)
                let run = try #require(RUN(World.Citizen.run))
                let rosa = try #require(try people.find(.run(run), transaction).first)
                try people.add(
                    try #require(Contact(.phone, typed: "987654321")), to: rosa, isPreferred: true, by: .anonymous, transaction)
                return rosa
            }
            func traced() async throws -> Int {
                try await database.read { try PeopleDesk(keyring: World.keyring).traces(of: mother, limit: 10_000, $0).count }
            }
            #expect(try await Self.text(camila, "/mi", client).contains("Usted puede actuar por 1 persona."))
            for page in ["", "/derechos", "/derechos/nueva", "/contacto", "/pagos", "/representacion", "/quien-vio"] {
                let before = try await traced()
                let answer = try await camila.get(place + page, client)
                #expect(try await traced() == before + 1, "\(page): her mother sees one look")
                let shown = String(buffer: answer.body)
                let isExcluded = ["/contacto", "/pagos", "/representacion", "/quien-vio"].contains(page)
                #expect(answer.status == .ok, "\(page)")
                #expect(shown.contains("Usted está actuando por \(Self.mother)") && shown.contains("Usted es \(Self.daughter)"), "\(page)")
                #expect(shown.contains("Volver a lo mío") && answer.headers[.cacheControl] == "no-store", "\(page)")
                #expect(!shown.contains("87654321") && !shown.contains("8765 4321"), "\(page) shows her telephone")
                #expect(shown.contains("12.345.678-5") == page.isEmpty, "\(page)")
                if isExcluded { #expect(shown.contains("Esto no se puede hacer en nombre de \(Self.mother)"), "\(page)") }
            }
        }
    }

    @Test(
        "and asks for a right in her name: it carries both names, her mother is told, and the answer is her mother's",
        arguments: Engine.available)
    func asks(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let (rosa, camila, place) = try await Self.begun(client)
            let path = place + "/derechos/nueva"
            let empty = try await camila.send(["derecho=rectification"], from: path, client)
            #expect(empty.status == .unprocessableContent && String(buffer: empty.body).contains("Usted está actuando por"))
            let sent = try await camila.send(["derecho=rectification", "palabras=Su+segundo+apellido"], from: path, client)
            let address = try #require(sent.headers[.location])
            #expect(sent.status == .seeOther && address.hasPrefix(place + "/derechos/"))
            let code = String(address.suffix(8))
            let hers = try await Self.text(camila, address, client)
            #expect(hers.contains("La respuesta le llega a \(Self.mother)") && !hers.contains("segundo apellido"))
            #expect(try await Self.text(camila, place + "/derechos", client).contains(code))
            #expect(try await !Self.text(camila, "/mi/derechos", client).contains(code), "it is not among her own")
            #expect(try await camila.get("/mi/derechos/" + code, client).status == .notFound)
            let held = try await Self.text(camila, "/mi/datos", client)
            #expect(held.contains("Lo que pidió en nombre de otra persona") && !held.contains("segundo apellido"))
            #expect(try await Self.text(rosa, "/mi/avisos", client).contains("Quien actúa por usted pidió algo sobre sus datos"))
            #expect(try await Self.text(rosa, "/mi/derechos/" + code, client).contains("Su segundo apellido"))
            let run = try #require(RUN(World.Citizen.run))
            let (filed, mother) = try await database.read { snapshot in
                let people = PeopleDesk(keyring: World.keyring)
                let mother = try people.find(.run(run), snapshot).first
                return (
                    try snapshot.all("SELECT actor, actor_kind, subject FROM audit WHERE verb = 'rights.filed'") { row in
                        (try row["actor"] as Int64?, try row["actor_kind"] as Int, try row["subject"] as Int64?)
                    }, mother
                )
            }
            #expect(filed.count == 1 && filed[0].1 == 1 && filed[0].2 == mother?.number && filed[0].0 != mother?.number)
        }
    }

    @Test("until her mother ends it, in the middle of a visit", arguments: Engine.available)
    func ends(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, database, _ in
            let (rosa, camila, place) = try await Self.begun(client)
            let form = try await Self.text(camila, place + "/derechos/nueva", client)
            let given = try MandateJourneyTests.link(try await rosa.get(MandateJourneyTests.path, client))
            #expect(try await rosa.send([], from: given, to: given + "/terminar", client).status == .seeOther)
            let sent = try await client.execute(
                uri: place + "/derechos/nueva", method: .post,
                headers: [.contentType: "application/x-www-form-urlencoded", .cookie: camila.cookie],
                body: ByteBuffer(string: "derecho=access&" + (try KitFormJourneyTests.token(form))))
            #expect(sent.status == .forbidden && String(buffer: sent.body).contains("Ya no puede actuar por esa persona"))
            for page in ["", "/derechos", "/derechos/nueva", "/contacto"] {
                let answer = try await camila.get(place + page, client)
                #expect(answer.status == .forbidden && !String(buffer: answer.body).contains("Rosa Elena"), "\(page)")
            }
            #expect(try await database.read { try $0.value("SELECT COUNT(*) AS n FROM rights_request") ?? -1 } == 0)
        }
    }

    @Test("and nobody else can at the same address", arguments: Engine.available)
    func others(engine: Engine) async throws {
        try await CatalogueJourneyTests.open(on: engine) { client, _, _ in
            let (rosa, _, place) = try await Self.begun(client)
            let jose = try await SignedIn.person(client, run: "44444444-4")
            for page in ["", "/derechos", "/quien-vio"] {
                #expect(try await jose.get(place + page, client).status == .forbidden)
                #expect(try await rosa.get(place + page, client).status == .forbidden, "nobody acts for themselves")
                #expect(try await client.execute(uri: place + page, method: .get).status == .seeOther)
            }
            #expect(try await jose.get("/mi/por/nadie", client).status == .notFound)
        }
    }

    @Test("and each step is told at a contact that was there before, never at one given since", arguments: Engine.available)
    func warns(engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            func messages() async -> [String] {
                _ = await own.house.worker(isDemonstration: true).step()
                return own.house.outbox.all.filter { $0.text.contains("permiso para que otra persona actúe por usted") }.map(\.to)
            }
            own.clock.move(byMilliseconds: 1000)
            let path = MandateJourneyTests.path
            _ = try await own.send(["run=20347878-K", "plazo=30", "entiendo=yes"], to: path, from: path)
            #expect(await messages() == [OwnJourney.Mark.phone])
            own.clock.move(byMilliseconds: 1000)
            try await own.database.write { transaction in
                let people = PeopleDesk(keyring: World.keyring)
                try people.add(
                    try #require(Contact(.phone, typed: "912345678")), to: own.rosa, isPreferred: true, by: .anonymous, transaction)
            }
            let camila = try await SignedIn.person(own.client, run: "20347878-K")
            let offer = try MandateJourneyTests.link(try await camila.get(path, own.client))
            _ = try await camila.send([], from: offer, to: offer + "/aceptar", own.client)
            #expect(await messages() == [OwnJourney.Mark.phone, OwnJourney.Mark.phone])
            #expect(try await own.text("/mi/avisos").contains("La otra persona aceptó actuar por usted. Contacto avisado ahora: •••455"))
            _ = try await camila.send([], from: offer, to: offer + "/terminar", own.client)
            #expect(await messages() == [OwnJourney.Mark.phone, OwnJourney.Mark.phone, OwnJourney.Mark.phone])
            #expect(try await own.text("/mi/quien-vio").contains("en un contacto que ya tenía"))
        }
    }
}
