import Civic

/// Accounts, roles and agreements.
extension MatrixRoute {
    static let team = [
        MatrixRoute("staff.manage") { visit, _ in try await visit.get("/mesa/equipo") },
        MatrixRoute("staff.manage") { visit, _ in try await visit.get("/mesa/equipo/nueva") },
        MatrixRoute("staff.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.get("/mesa/equipo/\(visit.things.account(owner))")
        },
        MatrixRoute("staff.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.post(
                "/mesa/equipo/nueva", form: "staff-new",
                [
                    "cuenta=nueva-\(visit.role)-\(owner.rawValue)", "nombre=Alguien", "cargo=Agente",
                    "institucion=\(visit.things.institution(owner))",
                ])
        },
        MatrixRoute("staff.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.post(
                "/mesa/equipo/\(visit.things.account(owner))/roles", form: "staff-role", ["rol=agent", "alcance=institution"])
        },
        MatrixRoute("staff.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.post("/mesa/equipo/\(visit.things.account(owner))/roles/1/quitar", form: "staff-take")
        },
        MatrixRoute("staff.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.post(
                "/mesa/equipo/\(visit.things.account(owner))/clave", form: "staff-restart", ["perdio=clave", "prueba=presente"])
        },
        MatrixRoute("staff.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.post("/mesa/equipo/\(visit.things.account(owner))/cerrar", form: "staff-close")
        },
        MatrixRoute("staff.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.post("/mesa/equipo/\(visit.things.account(owner))/reabrir", form: "staff-reopen")
        },
        MatrixRoute("agreements.manage") { visit, _ in try await visit.get("/mesa/convenios") },
        MatrixRoute("agreements.manage") { visit, _ in try await visit.get("/mesa/convenios/nuevo") },
        MatrixRoute("agreements.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.get("/mesa/convenios/\(visit.things.agreement(owner))")
        },
        MatrixRoute("agreements.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.post(
                "/mesa/convenios/nuevo", form: "agreement-new",
                [
                    "entrega=\(visit.things.institution(owner))", "recibe=FONASA", "finalidad=Algo", "datos=Algo", "base=Ley",
                    "desde-day=1",
                    "desde-month=12", "desde-year=2026", "hasta-day=1", "hasta-month=12", "hasta-year=2027",
                ])
        },
        MatrixRoute("agreements.manage", [.ownInstitution, .foreign]) { visit, owner in
            try await visit.post("/mesa/convenios/\(visit.things.agreement(owner))/terminar", form: "agreement-end")
        },
    ]
}
