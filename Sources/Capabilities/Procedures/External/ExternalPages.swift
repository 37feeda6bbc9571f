import Civic
import Hummingbird
import Web

/// `POST /api/external-cases/{institution}/{number}/events`: how the cases of institutions go, told by their programs.
public struct ExternalPages: Sendable {
    private let desk: ExternalDesk
    private let programs: Programs

    public init(_ desk: ExternalDesk, programs: Programs) {
        self.desk = desk
        self.programs = programs
    }

    public func mount(on router: PageRoutes) {
        router.post("/api/external-cases/:institution/:number/events") { request, context in
            let caller = try await programs.caller(request)
            let (institution, number) = try context.named()
            guard let reported = try await ReportedEvent.sent(request, fields: ReportedEvent.fields) else {
                return try Told.refused(["it is no event as described"])
            }
            switch try await desk.take(reported, of: institution, number: number, by: caller) {
            case .recorded: return try Told.recorded()
            case .repeated: return try Told.repeated()
            case .different:
                return try Told.refused(
                    ["id: told before with another content; tell a new event that corrects it"], status: .conflict)
            case .refused(let reasons): return try Told.refused(reasons)
            }
        }
    }
}
