import Civic
import DataRights
import Foundation
import HummingbirdTesting
import Ports
import Storage
import TestKit
import Testing

@testable import Server

@Suite("Every route that shows a datum of a person leaves one line in their trace")
struct EveryRouteTests {
    /// What is known of Rosa, as pages write it.
    static let marks = [
        "Quilapangue", "9.876.123-3", "9876123-3", "+56933344455", "3334 4455", "29 de abril de 1949", "29-04-1949", "1949-04-29",
        "29 April 1949", "April 29, 1949", "marca-del-aviso", "value=\"signLanguage\" checked", "Chrome en Android", "Chrome on Android",
        "marca-de-la-pregunta",
    ]

    /// The routes of a person's own place, with what is hers.
    static func values(_ own: OwnJourney) async throws -> [String: RouteWalk.Value] {
        let (board, rosa, people) = (own.house.noticeBoard, own.rosa, PeopleDesk(keyring: World.keyring))
        let contact = try #require(try await own.database.read { try people.person(rosa, $0) }?.contacts.first?.id)
        try await own.database.write {
            try board.tell(NoticeBoard.Notice("contacts.code.message.text", ["code": "marca-del-aviso"]), rosa, $0)
        }
        let notice = try #require(try await own.database.read { try $0.value("SELECT MAX(id) FROM notice", as: Int64.self) })
        let line = try #require(try await own.traces().first?.id)
        let questions = own.house.requestDesk.questions(in: "es")
        _ = try await own.database.write {
            try questions.ask(line, "marca-de-la-pregunta", rosa, Actor(.citizen(rosa), assurance: .verified), $0)
        }
        let code = try #require(try await questions.asked(rosa).first?.path.split(separator: "/").last.map(String.init))
        return [
            "/mi/derechos/{code}": .places([code]), "/mesa/derechos/{code}": .places([code]),
            "/mesa/derechos/recibo/{code}": .places([code]), "/mesa/brechas/{code}": .places([code]),
            "/mi/avisos/{notice}": .places(["\(notice)"]), "/mi/datos/contactos/agregar/{kind}": .places(["telefono"]),
            "/mi/datos/contactos/{contact}": .places(["\(contact)"]), "/mi/datos/contactos/{contact}/confirmar": .places(["\(contact)"]),
            "/mi/quien-vio/{trace}/preguntar": .places(["\(line)"]),
        ]
    }

    @Test("to the person themselves, in every language", arguments: Engine.available)
    func own(_ engine: Engine) async throws {
        try await OwnJourney.open(on: engine) { own in
            let walk = RouteWalk(own: own, values: try await Self.values(own), marks: Self.marks)
            let showed = try await walk.walk(own.paths) { try await OwnJourney.signIn(own.rosa, own.house) }
            let expected = [
                "/mi", "/mi/avisos", "/mi/avisos/{notice}", "/mi/datos", "/mi/datos/contactos", "/mi/datos/preferencias", "/mi/sesiones",
                "/mi/derechos/{code}", "/mi/derechos/copia", "/mi/derechos/copia.json",
            ]
            #expect(showed.isSuperset(of: expected), "the walk sees what pages show")
        }
    }

    @Test("and to nobody else: another person, and whoever is not signed in, see nothing of theirs")
    func others() async throws {
        try await OwnJourney.open(on: .sqlite) { own in
            let other = try await own.database.write {
                try PeopleDesk(keyring: World.keyring).register(Registration(), by: .anonymous, $0)
            }
            let theirs = Self.marks.filter { !$0.contains("Android") }
            let walk = RouteWalk(own: own, values: try await Self.values(own), marks: theirs)
            #expect(try await walk.walk(own.paths) { try await OwnJourney.signIn(other, own.house) }.isEmpty)
            #expect(try await walk.walk(own.paths) { "none=1" }.isEmpty)
        }
    }
}
