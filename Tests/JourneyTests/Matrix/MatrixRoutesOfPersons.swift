import Civic

/// Looking persons up and attending them.
extension MatrixRoute {
    static let lookups = [
        MatrixRoute("people.find") { visit, _ in try await visit.get("/mesa/personas") },
        MatrixRoute("people.find") { visit, _ in
            try await visit.post("/mesa/personas/numero", form: "findNumber", ["numero=12345678-5"])
        },
        MatrixRoute("people.find") { visit, _ in try await visit.post("/mesa/personas/nombre", form: "findName", ["nombre=Ramona"]) },
        MatrixRoute("people.find") { visit, _ in
            try await visit.post("/mesa/personas/\(visit.things.person().number)/atender", form: "attend")
        },
        MatrixRoute("people.find") { visit, _ in try await visit.get("/mesa/atenciones") },
        MatrixRoute("people.find", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get(try await visit.attention(owner, isProven: false))
        },
        MatrixRoute("people.find", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get(try await visit.attention(owner))
        },
        MatrixRoute("people.find", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post(
                try await visit.attention(owner, isProven: false) + "/documento", form: "document",
                ["run=12345678-5", "documento=100200300"])
        },
        MatrixRoute("people.find", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post(try await visit.attention(owner, isProven: false) + "/aprobacion", form: "approval")
        },
        MatrixRoute("people.find") { visit, _ in try await visit.post("/mesa/atenciones/nueva", form: "attention-begin") },
        MatrixRoute("people.find", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post(try await visit.attention(owner) + "/borrador", form: "attention-draft", ["borrador=uno"])
        },
        MatrixRoute("people.find", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get(try await visit.attention(owner) + "/terminar")
        },
        MatrixRoute("people.find", [.ownPoint, .otherPoint]) { visit, owner in
            let attention = try await visit.attention(owner)
            _ = try await visit.post(attention + "/terminar", form: "attention-end", ["resultado=abandonada"])
            return try await visit.get(attention + "/corregir")
        },
        MatrixRoute("people.find", [.ownPoint, .otherPoint]) { visit, owner in
            let attention = try await visit.attention(owner)
            _ = try await visit.post(attention + "/terminar", form: "attention-end", ["resultado=abandonada"])
            return try await visit.post(attention + "/corregir", form: "attention-end", ["resultado=abandonada"])
        },
        MatrixRoute("people.find", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post(
                try await visit.attention(owner) + "/terminar", form: "attention-end", ["resultado=abandonada"])
        },
    ]

    static let persons = [
        MatrixRoute("people.read", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.get(try await visit.attention(owner) + "/persona")
        },
        MatrixRoute("people.write") { visit, _ in try await visit.get("/mesa/personas/nueva") },
        MatrixRoute("people.write") { visit, _ in
            try await visit.post("/mesa/personas/nueva", form: "registerPerson", ["nombres=Ramona"])
        },
        MatrixRoute("people.write", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post(try await visit.attention(owner) + "/contactos", form: "contact", ["telefono=987654321"])
        },
        MatrixRoute("people.write", [.ownPoint, .otherPoint]) { visit, owner in
            let attention = try await visit.things.attention(owner, by: visit.staff)
            let contact = try await visit.things.contact(at: attention)
            return try await visit.post("/mesa/atenciones/\(attention.number)/contactos/\(contact)/terminar", form: "contactEnd")
        },
        MatrixRoute("people.write", [.ownPoint, .otherPoint]) { visit, owner in
            try await visit.post(try await visit.attention(owner) + "/necesidades", form: "needs", ["necesidades=largePrint"])
        },
    ]
}

extension MatrixVisit {
    /// The path of an attention that this account opened at that point.
    func attention(_ owner: MatrixOwner, isProven: Bool = true) async throws -> String {
        "/mesa/atenciones/\(try await things.attention(owner, by: staff, isProven: isProven).number)"
    }
}
