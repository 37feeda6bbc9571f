import Civic

/// What persons ask about their data, and the register of breaches.
extension MatrixRoute {
    static let rights = [
        MatrixRoute("rights.file") { visit, _ in try await visit.get("/mesa/derechos/nueva") },
        MatrixRoute("rights.file") { visit, _ in try await visit.post("/mesa/derechos/nueva", form: "counter-right", filing) },
        MatrixRoute("rights.file", [.ownPoint, .otherPoint]) { visit, owner in
            let attention = try await visit.things.attention(owner, by: visit.staff)
            return try await visit.post("/mesa/derechos/nueva?atencion=\(attention.number)", form: "counter-right", filing)
        },
        MatrixRoute("rights.file") { visit, _ in try await visit.get("/mesa/derechos/recibo/\(visit.things.request())") },
        MatrixRoute("rights.oversee") { visit, _ in try await visit.get("/mesa/derechos/atrasadas") },
        MatrixRoute("rights.answer") { visit, _ in try await visit.get("/mesa/derechos") },
        MatrixRoute("rights.answer") { visit, _ in try await visit.get("/mesa/derechos/\(visit.things.request())") },
        MatrixRoute("rights.answer") { visit, _ in
            try await visit.get("/mesa/derechos/\(visit.things.request(takenBy: visit.staff))")
        },
        MatrixRoute("rights.answer") { visit, _ in
            try await visit.post("/mesa/derechos/\(visit.things.request())/tomar", form: "rights-take")
        },
        MatrixRoute("rights.answer") { visit, _ in
            try await visit.post(
                "/mesa/derechos/\(visit.things.request(takenBy: visit.staff))/responder", form: "rights-answer",
                ["razones=Fue+para+atenderle"])
        },
        MatrixRoute("breach.read") { visit, _ in try await visit.get("/mesa/brechas") },
        MatrixRoute("breach.read") { visit, _ in try await visit.get("/mesa/brechas/\(visit.things.breach())") },
    ]

    private static let filing = ["run=12345678-5", "derecho=access"]
}
