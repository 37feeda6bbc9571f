import Civic

/// Records that are one or two, and deaths: things of the whole house.
extension MatrixRoute {
    static let records = [
        MatrixRoute("people.merge") { visit, _ in try await visit.get("/mesa/fusiones") },
        MatrixRoute("people.merge") { visit, _ in try await visit.get("/mesa/fusiones/nueva/\(visit.things.person().number)") },
        MatrixRoute("people.merge") { visit, _ in
            let kept = try await visit.things.person().number
            return try await visit.post(
                "/mesa/fusiones/nueva/\(visit.things.person().number)", form: "union", ["numero=\(kept)", "motivo=Es+la+misma"])
        },
        MatrixRoute("people.merge") { visit, _ in try await visit.get("/mesa/fusiones/pedidas/\(visit.things.unionRequest())") },
        MatrixRoute("people.merge") { visit, _ in
            try await visit.post("/mesa/fusiones/pedidas/\(visit.things.unionRequest())", form: "unionDecision", ["decision=si"])
        },
        MatrixRoute("people.merge") { visit, _ in try await visit.get("/mesa/fusiones/\(visit.things.merger())/separar") },
        MatrixRoute("people.merge") { visit, _ in
            try await visit.post("/mesa/fusiones/\(visit.things.merger())/separar", form: "separation", ["motivo=Son+dos"])
        },
        MatrixRoute("people.merge") { visit, _ in try await visit.get("/mesa/fusiones/pendientes") },
        MatrixRoute("people.merge") { visit, _ in
            try await visit.post("/mesa/fusiones/pendientes/\(visit.things.remainder())", form: "remainder", ["de-quien=merged"])
        },
    ]

    static let deaths = [
        MatrixRoute("people.death") { visit, _ in try await visit.get("/mesa/defunciones") },
        MatrixRoute("people.death") { visit, _ in try await visit.get("/mesa/defunciones/nueva/\(visit.things.person().number)") },
        MatrixRoute("people.death") { visit, _ in
            try await visit.post(
                "/mesa/defunciones/nueva/\(visit.things.person().number)", form: "death",
                ["fecha-day=20", "fecha-month=11", "fecha-year=2026", "certificado=1234"])
        },
        MatrixRoute("people.death") { visit, _ in try await visit.get("/mesa/defunciones/\(visit.things.death())/error") },
        MatrixRoute("people.death") { visit, _ in
            try await visit.post("/mesa/defunciones/\(visit.things.death())/error", form: "deathReversal", ["motivo=Era+otra"])
        },
        MatrixRoute("people.death") { visit, _ in
            try await visit.post("/mesa/defunciones/\(visit.things.death(isDoubted: true))/revertir", form: "deathConfirmation")
        },
    ]
}
