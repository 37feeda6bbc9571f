import Civic

/// Mandates on paper.
extension MatrixRoute {
    static let mandates = [
        MatrixRoute("mandates.grant") { visit, _ in try await visit.get("/mesa/representacion") },
        MatrixRoute("mandates.grant", [.ownPoint, .otherPoint]) { visit, owner in
            let attention = try await visit.things.attention(owner, by: visit.staff)
            return try await visit.post(
                "/mesa/representacion?contacto=\(attention.number)", form: "mandate.record",
                ["run=12345678-5", "instrumento=notarial-letter", "documento=Carta", "dias=30"])
        },
        MatrixRoute("mandates.confirm") { visit, _ in try await visit.get("/mesa/representacion") },
        MatrixRoute("mandates.confirm", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get("/mesa/representacion/\(visit.things.mandate(owner))")
        },
        MatrixRoute("mandates.confirm", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post("/mesa/representacion/\(visit.things.mandate(owner))/tomar", form: "mandate.take")
        },
        MatrixRoute("mandates.confirm", [.ownPoint, .otherPoint]) { visit, owner in
            // Whoever decides has taken it before.
            let mandate = "/mesa/representacion/\(try await visit.things.mandate(owner))"
            _ = try await visit.post(mandate + "/tomar", form: "mandate.take")
            return try await visit.post(mandate + "/decidir", form: "mandate.decide", ["decision=si"])
        },
    ]
}
