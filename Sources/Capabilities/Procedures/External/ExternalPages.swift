import Civic
import Foundation
import HTTPTypes
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

    private struct Told: Encodable {
        let result: String
        let reasons: [String]?
    }

    public func mount(on router: PageRoutes) {
        router.post("/api/external-cases/:institution/:number/events") { request, context in
            let caller = try await programs.caller(request)
            let (institution, number) = (try context.parameters.require("institution"), try context.parameters.require("number"))
            guard (1...64).contains(number.count) else { throw Failure.badRequest }
            var request = request
            let body = Data(try await request.collectBody(upTo: 65_536).readableBytesView)
            guard let whole = try? JSONSerialization.jsonObject(with: body) as? [String: Any],
                Set(whole.keys).isSubset(of: ReportedEvent.fields), let reported = try? JSONDecoder().decode(ReportedEvent.self, from: body)
            else {
                return try Response.json(Told(result: "refused", reasons: ["it is no event as described"]), status: .unprocessableContent)
            }
            switch try await desk.take(reported, of: institution, number: number, by: caller) {
            case .recorded: return try Response.json(Told(result: "recorded", reasons: nil), status: .created)
            case .repeated: return try Response.json(Told(result: "repeated", reasons: nil))
            case .different:
                let reasons = ["id: told before with another content; tell a new event that corrects it"]
                return try Response.json(Told(result: "refused", reasons: reasons), status: .conflict)
            case .refused(let reasons):
                return try Response.json(Told(result: "refused", reasons: reasons), status: .unprocessableContent)
            }
        }
    }
}
