import Civic

/// Looking at persons who are not there, and at such looks.
extension MatrixRoute {
    static let glass = [
        MatrixRoute("glass.break") { visit, _ in try await visit.get("/mesa/vidrio") },
        MatrixRoute("glass.break") { visit, _ in try await visit.get("/mesa/vidrio/nuevo/\(visit.things.person().number)") },
        MatrixRoute("glass.break") { visit, _ in
            try await visit.post(
                "/mesa/vidrio/nuevo/\(visit.things.person().number)", form: "glass", ["motivo=Su+hija+llama+y+no+responde"])
        },
        MatrixRoute("glass.break") { visit, _ in
            try await visit.get("/mesa/vidrio/\(visit.things.look(by: visit.staff))/persona")
        },
        MatrixRoute("glass.review") { visit, _ in try await visit.get("/mesa/vidrio/revision") },
        MatrixRoute("glass.review", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get("/mesa/vidrio/revision/\(visit.things.look(by: visit.things.colleague(owner)))")
        },
        MatrixRoute("glass.review", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post(
                "/mesa/vidrio/revision/\(visit.things.look(by: visit.things.colleague(owner)))", form: "glassReview",
                ["resultado=si", "observacion=Correcto"])
        },
        MatrixRoute("glass.review") { visit, _ in try await visit.get("/mesa/comprobaciones") },
    ]
}
