import Civic
import Hummingbird
import Web

/// `/api/preparations/{institution}/{number}`: services that programs of institutions prepare for persons.
public struct PreparationPages: Sendable {
    private let desk: PreparationDesk
    private let programs: Programs

    public init(_ desk: PreparationDesk, programs: Programs) {
        self.desk = desk
        self.programs = programs
    }

    private struct Standing: Encodable {
        let state: Preparation.State
    }

    public func mount(on router: PageRoutes) {
        router.post("/api/preparations/:institution/:number") { request, context in
            let caller = try await programs.caller(request)
            let (institution, number) = try context.named()
            guard let sent = try await SentPreparation.sent(request, fields: SentPreparation.fields) else {
                return try Told.refused(["it is no preparation as described"])
            }
            switch try await desk.take(sent, of: institution, number: number, by: caller) {
            case .recorded: return try Told.recorded()
            case .repeated: return try Told.repeated()
            case .different: return try Told.refused(["number: sent before with another content"], status: .conflict)
            case .refused(let reasons): return try Told.refused(reasons)
            }
        }
        router.get("/api/preparations/:institution/:number") { request, context in
            let caller = try await programs.caller(request)
            let (institution, number) = try context.named()
            guard let state = try await desk.state(of: institution, number: number, by: caller) else { throw Failure.notFound }
            return try Response.json(Standing(state: state))
        }
    }
}
