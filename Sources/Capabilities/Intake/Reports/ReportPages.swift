import Civic
import Foundation
import HTTPTypes
import Hummingbird
import Web

/// `POST /api/interactions`: contacts that the systems of institutions report, one or many.
public struct ReportPages: Sendable {
    private let desk: ReportDesk
    private let programs: Programs
    private let institution: @Sendable (Actor) async throws -> String?

    /// `institution` is that of a program.
    public init(_ desk: ReportDesk, programs: Programs, institution: @escaping @Sendable (Actor) async throws -> String?) {
        self.desk = desk
        self.programs = programs
        self.institution = institution
    }

    /// The largest body in bytes.
    private static let most = 1_048_576

    public func mount(on router: PageRoutes) {
        router.post("/api/interactions") { request, _ in
            let caller = try await programs.caller(request)
            guard let institution = try await institution(caller) else { throw Failure.token }
            var request = request
            let body = try await request.collectBody(upTo: Self.most)
            let batch = try ReportBatch(Data(body.readableBytesView))
            let taken = try await desk.take(batch.contacts.compactMap(\.self), of: institution, by: caller)
            var fates = taken[...]
            let results = batch.contacts.enumerated().map { index, contact in
                contact == nil
                    ? ReportResult(batch.names[index], .refused([.shape])) : ReportResult(batch.names[index], fates.removeFirst())
            }
            if batch.isSingle, let result = results.first {
                return try Response.json(result, status: HTTPResponse.Status(code: result.status))
            }
            return try Response.json(["results": results])
        }
    }
}

/// A body: one contact, or `{"interactions": […]}` with up to a thousand. One that can't be read is nil, beside the name that it may have.
struct ReportBatch {
    let contacts: [ReportedContact?]
    let names: [String?]
    let isSingle: Bool

    /// Throws a failure when it is no JSON of that shape at all, or holds too many: nothing of it is taken.
    init(_ body: Data) throws {
        let decoder = JSONDecoder()
        guard let whole = try? JSONSerialization.jsonObject(with: body) as? [String: Any] else { throw Failure.badRequest }
        let rows: [[String: Any]]
        if let list = whole["interactions"] {
            guard let many = list as? [[String: Any]], whole.count == 1, !many.isEmpty else { throw Failure.badRequest }
            guard many.count <= ReportDesk.most else { throw Failure.tooLarge }
            (rows, isSingle) = (many, false)
        } else {
            (rows, isSingle) = ([whole], true)
        }
        contacts = rows.map { row in
            guard Set(row.keys).isSubset(of: Self.fields), let data = try? JSONSerialization.data(withJSONObject: row) else { return nil }
            return try? decoder.decode(ReportedContact.self, from: data)
        }
        names = rows.map { $0["id"] as? String }
    }

    private static let fields: Set<String> = [
        "id", "at", "medium", "channel", "modality", "point", "product", "act", "outcome", "wait", "duration", "person", "case",
        "continues",
        "transferOf",
    ]
}

/// What became of one contact, as programs read it.
struct ReportResult: Encodable {
    let id: String?
    /// `recorded`, `repeated`, `conflict` or `refused`.
    let result: String
    /// Its number in the record.
    let interaction: String?
    let reasons: [String]?

    init(_ id: String?, _ fate: ReportDesk.Fate) {
        // A name that is none is not repeated to whoever sent it: it may be anything.
        self.id = id.flatMap { Admission.isName($0) ? $0 : nil }
        switch fate {
        case .recorded(let number): (result, interaction, reasons) = ("recorded", "\(number.number)", nil)
        case .repeated(let number): (result, interaction, reasons) = ("repeated", "\(number.number)", nil)
        case .conflict(let number):
            (result, interaction, reasons) = (
                "conflict", "\(number.number)", ["id: was reported before with another content; the first one stands"]
            )
        case .refused(let problems): (result, interaction, reasons) = ("refused", nil, problems.map(\.sentence))
        }
    }

    var status: Int {
        switch result {
        case "recorded": 201
        case "repeated": 200
        case "conflict": 409
        default: 422
        }
    }
}
