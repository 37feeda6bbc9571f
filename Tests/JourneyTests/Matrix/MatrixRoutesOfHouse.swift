import Civic

/// What is looked after for the whole house.
extension MatrixRoute {
    static let house = [
        MatrixRoute("audit.read") { visit, _ in try await visit.get("/mesa/auditoria") },
        MatrixRoute("petition.answer") { visit, _ in try await visit.get("/mesa/solicitudes/nueva") },
        MatrixRoute("petition.answer") { visit, _ in
            try await visit.post("/mesa/solicitudes/nueva", form: "petition", ["tipo=reclamo", "mensaje=Algo"])
        },
        MatrixRoute("petition.approve") { visit, _ in try await visit.get("/mesa/solicitudes/revisar") },
        MatrixRoute("station.open", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get("/mesa/puesto?lugar=\(owner == .ownPoint ? 1 : 2)")
        },
        MatrixRoute("station.open") { visit, _ in
            try await visit.post("/mesa/puesto/abrir", form: "station-open", ["lugar=lejos", "canal=telefono"])
        },
        MatrixRoute("station.open") { visit, _ in try await visit.get("/mesa/puesto/revisiones") },
        MatrixRoute("station.oversee", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get("/mesa/supervision?lugar=\(owner == .ownPoint ? 1 : 2)")
        },
        MatrixRoute("station.oversee") { visit, _ in try await visit.get("/mesa/supervision/calidad") },
        MatrixRoute("procedure.decide") { visit, _ in try await visit.get("/mesa/casos") },
        MatrixRoute("procedure.decide", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.sees("/mesa/casos/\(try await visit.things.filed(owner))/tomar", at: "/mesa/casos")
        },
        MatrixRoute("procedure.oversee") { visit, _ in try await visit.get("/mesa/casos/demoras") },
        MatrixRoute("procedure.oversee", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.sees("/mesa/casos/\(try await visit.things.filed(owner))/conocer", at: "/mesa/casos/demoras")
        },
        MatrixRoute("procedure.assist", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get("/mesa/tramites/\(visit.things.attention(owner, by: visit.staff).number)")
        },
        MatrixRoute("referral.take") { visit, _ in try await visit.get("/mesa/derivaciones") },
        MatrixRoute("referral.take", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get("/mesa/derivaciones/\(visit.things.referral(owner))")
        },
        MatrixRoute("referral.move", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post("/mesa/derivaciones/\(visit.things.referral(owner))/mover", form: "referral-move", ["lugar=1"])
        },
        MatrixRoute("diversion.offer") { visit, _ in try await visit.get("/mesa/rebalse") },
        MatrixRoute("diversion.offer", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post("/mesa/rebalse/\(visit.things.diversion(owner))/usar/video", form: "diversion-use")
        },
        MatrixRoute("diversion.manage") { visit, _ in try await visit.get("/mesa/rebalse/reglas") },
        MatrixRoute("diversion.manage", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post("/mesa/rebalse/reglas/\(visit.things.point(owner))/quitar", form: "diversion-unrule")
        },
        MatrixRoute("staffing.plan", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get("/mesa/dotacion?lugar=\(visit.things.point(owner))")
        },
        MatrixRoute("flag.review", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get("/mesa/hechos?lugar=\(visit.things.point(owner))")
        },
        MatrixRoute("record.codeAgain", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get("/mesa/codificar?lugar=\(visit.things.point(owner))")
        },
        MatrixRoute("record.read") { visit, _ in try await visit.get("/mesa/estadisticas") },
        MatrixRoute("catalogue.searches.read") { visit, _ in try await visit.get("/mesa/busquedas") },
        MatrixRoute("catalogue.opinions.read") { visit, _ in try await visit.get("/mesa/opiniones") },
        MatrixRoute("catalogue.opinions.read", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.get("/mesa/opiniones/\(visit.things.sheet(owner))")
        },
        MatrixRoute("jobs.run") { visit, _ in try await visit.get("/mesa/trabajos") },
        MatrixRoute("jobs.run") { visit, _ in try await visit.post("/mesa/trabajos", form: "jobs-again") },
    ]
}
