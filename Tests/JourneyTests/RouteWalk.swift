import Civic
import Foundation
import HTTPTypes
import HummingbirdTesting
import NIOCore
import Ports
import Storage
import TestKit
import Testing

@testable import Server

/// Asks for every route of the house, reads whether something of one person stands in the answer, and counts the lines that it left in that
/// person's trace. A room that shows persons adds the values of its routes below; a route with places that nobody gave values for is a
/// failure, and so is one that shows a datum without a trace, leaves two, or leaves one for nothing.
struct RouteWalk {
    /// What stands in the places of a route, in the order of the places. Nobody is looked for in a `stream`, which never ends.
    enum Value {
        case places([String])
        case stream
    }

    let own: OwnJourney
    var values: [String: Value]
    /// Texts of which each belongs to that person alone.
    var marks: [String]

    /// The routes that are the same for everybody.
    static let common: [String: Value] = [
        "/api/fichas/{ficha}": .places(["102077"]), "/api/hsds/organizations/{id}": .places(["ips"]),
        "/api/hsds/service_at_locations/{id}": .places(["1"]), "/api/hsds/services/{id}": .places(["1"]),
        "/api/servicios/{servicio}": .places(["IPS"]), "/api/servicios/{servicio}/fichas": .places(["IPS"]),
        "/assets/{digest}/**": .places(["0", "kit.css"]), "/datos/fichas/{file}": .places(["102077.json"]),
        "/datos/puntos/{file}": .places(["1.json"]), "/fichas/{sheet}": .places(["102077-pension-garantizada-universal"]),
        "/fichas/{sheet}/imprimir": .places(["102077-pension-garantizada-universal"]), "/fichas/{sheet}/opinion": .places(["102077"]),
        "/fichas/{sheet}/opinion/gracias": .places(["102077"]), "/instituciones/{institution}": .places(["ips"]),
        "/kit/formularios/prueba/{folio}": .places(["123456"]), "/lugares/puntos/{point}": .places(["1"]),
        "/lugares/region/{region}": .places(["13"]), "/lugares/{commune}": .places(["13101"]),
        "/mesa/convenios/{agreement}": .places(["1"]), "/mesa/equipo/{staff}": .places(["1"]),
        "/mesa/opiniones/{sheet}": .places(["102077"]),
        "/mesa/representacion/{id}": .places(["1"]), "/mi/representacion/{id}": .places(["1"]), "/mi/por/{id}": .places(["1"]),
        "/mi/por/{id}/contacto": .places(["1"]), "/mi/por/{id}/pagos": .places(["1"]), "/mi/por/{id}/representacion": .places(["1"]),
        "/mi/por/{id}/quien-vio": .places(["1"]), "/mi/por/{id}/derechos": .places(["1"]), "/mi/por/{id}/derechos/nueva": .places(["1"]),
        "/mi/por/{id}/derechos/{code}": .places(["1", "XXXX"]),
        "/momentos/{slug}": .places(["fallece-un-ser-querido"]),
        "/salida/{sheet}": .places(["102077"]), "/temas/{slug}": .places(["pensiones"]), "/volver/{code}": .places(["XXXX"]),
        "/estado/vivo": .stream,
        "/estadisticas/datos/{file}": .places(["datapackage.json"]), "/encuesta/{code}": .places(["XXXX"]),
        "/solicitudes/{code}": .places(["XXXX"]), "/mesa/solicitudes/{code}": .places(["XXXX"]),
        "/mesa/solicitudes/recibida/{code}": .places(["XXXX"]), "/mesa/supervision/calidad/{review}": .places(["1"]),
        "/mesa/derivaciones/{referral}": .places(["1"]), "/mesa/hechos/{flag}": .places(["1"]), "/mesa/codificar/{coding}": .places(["1"]),
        "/mi/hechos/{flag}": .places(["1"]),
        "/tramites/{service}": .places(["pension-garantizada-universal"]),
        "/mi/tramites/nuevo/{service}": .places(["pension-garantizada-universal"]), "/mi/tramites/{code}": .places(["XXXX"]),
        "/mi/tramites/{code}/revisar": .places(["XXXX"]), "/mi/tramites/{code}/preguntas/{question}": .places(["XXXX", "edad"]),
        "/mesa/tramites/{attention}": .places(["1"]), "/mesa/tramites/{attention}/{code}": .places(["1", "XXXX"]),
        "/mesa/tramites/{attention}/nuevo/{service}": .places(["1", "pension-garantizada-universal"]),
        "/mesa/tramites/{attention}/{code}/revisar": .places(["1", "XXXX"]),
        "/api/services/{service}": .places(["pension-garantizada-universal"]), "/api/applications/{code}": .places(["XXXX"]),
        "/verificar/{code}": .places(["XXXX"]), "/mi/tramites/{code}/documentos/{paper}": .places(["XXXX", "XXXX"]),
        "/mesa/tramites/{attention}/{code}/documentos/{paper}": .places(["1", "XXXX", "XXXX"]),
        "/mesa/tramites/{attention}/{code}/preguntas/{question}": .places(["1", "XXXX", "edad"]), "/mesa/casos/{code}": .places(["XXXX"]),
        "/mesa/casos/{code}/derivar": .places(["XXXX"]), "/mesa/auditoria/casos/{code}": .places(["XXXX"]),
        "/mesa/casos/{code}/probar/{datum}": .places(["XXXX", "nacimiento"]),
        "/mesa/casos/{code}/archivos/{question}": .places(["XXXX", "papel"]), "/mesa/casos/{code}/notificar": .places(["XXXX"]),
        "/mi/tramites/externos/{external}": .places(["1"]), "/api/preparations/{institution}/{number}": .places(["IPS", "A-1"]),
        "/api/referred-cases/{institution}": .places(["IPS"]), "/api/referred-cases/{institution}/{code}": .places(["IPS", "XXXX"]),
        "/mesa/tramites/{attention}/externos/{external}": .places(["1", "1"]),
        "/mesa/servicios/{service}": .places(["subsidio-familiar"]),
        "/mi/tramites/{code}/archivos/{question}": .places(["XXXX", "papel"]),
        "/mesa/tramites/{attention}/{code}/archivos/{question}": .places(["1", "XXXX", "papel"]),
        "/mesa/puesto/cifras/{shift}": .places(["1"]),
        "/mesa/puesto/revisiones/{review}": .places(["1"]), "/mesa/dotacion/personas/{staff}": .places(["1"]),
        "/estadisticas/{board}/{period}": .places(["canales", "2022"]),
        "/estadisticas/{board}/{period}/{detail}": .places(["comparacion", "2022", "2019"]),
        "/mesa/estadisticas/{board}/{period}": .places(["canales", "2022"]),
        "/mesa/estadisticas/{board}/{period}/{detail}": .places(["comparacion", "2022", "2019"]),
    ]

    /// The routes of the desk, which lead whoever is no member of the staff to its sign-in.
    static let desk: [String: Value] = [
        "/mesa/atenciones/{attention}": .places(["1"]), "/mesa/atenciones/{attention}/persona": .places(["1"]),
        "/mesa/atenciones/{attention}/hecho": .places(["1"]), "/mesa/atenciones/{attention}/corregir": .places(["1"]),
        "/mesa/atenciones/{attention}/terminar": .places(["1"]),
        "/mesa/convenios/{agreement}": .places(["1"]), "/mesa/defunciones/{death}/error": .places(["1"]),
        "/mesa/defunciones/nueva/{person}": .places(["1"]), "/mesa/derechos/{code}": .places(["XXXX"]),
        "/mesa/derechos/recibo/{code}": .places(["XXXX"]), "/mesa/equipo/{staff}": .places(["1"]),
        "/mesa/fusiones/{merger}/separar": .places(["1"]), "/mesa/fusiones/nueva/{person}": .places(["1"]),
        "/mesa/fusiones/pedidas/{request}": .places(["1"]), "/mesa/vidrio/{look}/persona": .places(["1"]),
        "/mesa/vidrio/nuevo/{person}": .places(["1"]), "/mesa/vidrio/revision/{look}": .places(["1"]),
        "/mi/aprobar/{code}": .places(["XXXX"]), "/mi/derechos/{code}": .places(["XXXX"]),
    ]

    /// A route as it stands in the tables: without its language.
    static func table(_ path: String) -> String { path.hasPrefix("/en/") ? String(path.dropFirst(3)) : path == "/en" ? "/" : path }

    /// The address to ask for; nil for a stream. Records an issue when the table does not know the route's places.
    func address(_ path: String) -> String? {
        let parts = path.split(separator: "/", omittingEmptySubsequences: false)
        let isOpen = { (part: Substring) in part.hasPrefix("{") || part == "**" }
        let value = values[Self.table(path)] ?? Self.common[Self.table(path)] ?? Self.desk[Self.table(path)]
        if case .stream? = value { return nil }
        guard parts.contains(where: isOpen) else { return path }
        guard case .places(let given)? = value, given.count == parts.filter(isOpen).count else {
            Issue.record("\(path) has no values here: say with which ones it is asked for")
            return nil
        }
        var rest = given[...]
        return parts.map { isOpen($0) ? rest.removeFirst() : String($0) }.joined(separator: "/")
    }

    /// Walks the routes, each with a session of its own that `signIn` opens, and gives back those that showed something.
    func walk(_ paths: [String], signIn: () async throws -> String) async throws -> Set<String> {
        var showed: Set<String> = []
        for path in paths {
            guard let address = address(path) else { continue }
            let cookie = try await signIn()
            let before = try await own.reads()
            let answer = try await own.get(address, as: cookie)
            let text = String(buffer: answer.body)
            let found = marks.filter { text.contains($0) }
            let left = try await own.reads() - before
            #expect(left == (found.isEmpty ? 0 : 1), "\(path) showed \(found) and left \(left) lines")
            #expect(answer.status.code < 500, "\(path) failed")
            if !found.isEmpty { showed.insert(Self.table(path)) }
        }
        return showed
    }
}
