import Flows
import Storage
import TestKit
import Testing

@testable import Procedures
@testable import Server

@Suite("What a service says before it is begun")
struct StartJourneyTests {
    @Test(
        "what it costs, how long it takes, what to have at hand, and what registers are asked for it, no more", arguments: Engine.available)
    func start(_ engine: Engine) async throws {
        try await ProcedureJourneyTests.open(on: engine) { opened in
            let anybody = opened.browser()
            try await anybody.get("/tramites/pension-garantizada-universal")
            for said in [
                "es gratis",
                "se resuelve al momento; si no, en 20 días hábiles. Ese plazo se puede ampliar una vez, en 10 días hábiles más",
                "Quizás un archivo", "Pensión base",
            ] {
                #expect(anybody.text.contains(said), "\(said)")
            }
            for after in ["Ha fallecido", "Día de la defunción", "Meses seguidos sin cobrar"] {
                #expect(!anybody.text.contains(after), "\(after): only the benefit looks at it, once it is granted")
            }
            #expect(!anybody.text.contains("a lo más"), "what can be put off is not promised")
            try await opened.house.database.write {
                try $0.execute(
                    "UPDATE sheet SET price = 5000, price_reported = 20000, cost = 'Cuesta 5.000 pesos.' WHERE slug = 'pension-garantizada-universal'"
                )
            }
            try await anybody.get("/tramites/pension-garantizada-universal")
            #expect(anybody.text.contains("Cuesta 5.000 pesos.") && !anybody.text.contains("es gratis"), "it costs what its sheet says")
            try await anybody.get("/tramites/certificado-de-pensionado")
            #expect(anybody.text.contains("sale de inmediato") && anybody.text.contains("Ningún papel"))
        }
    }

    @Test("a service asks registers for what its own paper says too")
    func papers() throws {
        let services = try ServiceFiles.read(CatalogueJourneyTests.root + "/Services").services
        let statement = try #require(services["liquidacion-de-pago"])
        #expect(Set(statement.consulted.map(\.id)).isSuperset(of: ["tiene_pagos", "beneficio", "monto"]))
    }
}
