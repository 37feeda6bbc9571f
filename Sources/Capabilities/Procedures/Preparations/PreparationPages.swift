import Civic
import Foundation
import HTTPTypes
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

    private struct Told: Encodable {
        let result: String
        let reasons: [String]?
    }

    private struct Standing: Encodable {
        let state: Preparation.State
    }

    public func mount(on router: PageRoutes) {
        router.post("/api/preparations/:institution/:number") { request, context in
            let caller = try await programs.caller(request)
            let (institution, number) = try Self.name(context)
            var request = request
            let body = Data(try await request.collectBody(upTo: 65_536).readableBytesView)
            guard let whole = try? JSONSerialization.jsonObject(with: body) as? [String: Any],
                Set(whole.keys).isSubset(of: SentPreparation.fields), let sent = try? JSONDecoder().decode(SentPreparation.self, from: body)
            else {
                return try Response.json(
                    Told(result: "refused", reasons: ["it is no preparation as described"]), status: .unprocessableContent)
            }
            switch try await desk.take(sent, of: institution, number: number, by: caller) {
            case .recorded: return try Response.json(Told(result: "recorded", reasons: nil), status: .created)
            case .repeated: return try Response.json(Told(result: "repeated", reasons: nil))
            case .different:
                return try Response.json(
                    Told(result: "refused", reasons: ["number: sent before with another content"]), status: .conflict)
            case .refused(let reasons):
                return try Response.json(Told(result: "refused", reasons: reasons), status: .unprocessableContent)
            }
        }
        router.get("/api/preparations/:institution/:number") { request, context in
            let caller = try await programs.caller(request)
            let (institution, number) = try Self.name(context)
            guard let state = try await desk.state(of: institution, number: number, by: caller) else { throw Failure.notFound }
            return try Response.json(Standing(state: state))
        }
    }

    private static func name(_ context: WebContext) throws -> (institution: String, number: String) {
        let (institution, number) = (try context.parameters.require("institution"), try context.parameters.require("number"))
        guard (1...64).contains(number.count) else { throw Failure.badRequest }
        return (institution, number)
    }
}
