import Civic
import HTTPTypes
import Hummingbird
import Web

/// What the interface of the data tracker is asked, read strictly. Source: findUsage 2.1.0 (shared specification of the Estonian data
/// tracker); the codes of persons are the two letters of a country and its national number, `CL12345678-5` here.
struct UsageQuery: Sendable {
    let asker: RUN
    let subject: RUN
    let from: Instant?
    let to: Instant?
    let offset: Int
    let limit: Int

    static let most = 1000

    /// What is wrong with it, in words by key.
    struct Problem: Error {
        let text: TextKey
    }

    init(_ request: Request) throws(Problem) {
        guard let field = HTTPField.Name("X-Road-UserId"), let asker = request.headers[field].flatMap(Self.run) else {
            throw Problem(text: "usage.problem.asker")
        }
        guard let subject = request.asked("userCode").flatMap(Self.run) else { throw Problem(text: "usage.problem.subject") }
        self.asker = asker
        self.subject = subject
        from = try Self.moment("periodStart", request)
        to = try Self.moment("periodEnd", request)
        offset = try Self.number("offset", request, in: 0...Int(Int32.max)) ?? 0
        limit = try Self.number("limit", request, in: 0...Int(Int32.max)).map { min($0, Self.most) } ?? Self.most
    }

    private static func run(_ code: String) -> RUN? { code.uppercased().hasPrefix("CL") ? RUN(code.dropFirst(2)) : nil }

    /// An empty value is none: that is how forms of programs leave a parameter out.
    private static func value(_ name: String, _ request: Request) -> String? {
        request.asked(name).flatMap { $0.isEmpty ? nil : $0 }
    }

    private static func moment(_ name: String, _ request: Request) throws(Problem) -> Instant? {
        guard let text = value(name, request) else { return nil }
        // A plus of a zone that was not escaped is read as a blank.
        guard let moment = Instant(rfc3339: text.count > 19 ? String(text.prefix(19)) + text.dropFirst(19).replacing(" ", with: "+") : text)
        else { throw Problem(text: "usage.problem.period") }
        return moment
    }

    private static func number(_ name: String, _ request: Request, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = value(name, request) else { return nil }
        guard let number = Int(text), range.contains(number) else { throw Problem(text: "usage.problem.number") }
        return number
    }
}

/// The answers, field by field as the specification names them.
enum UsageAnswer {
    struct Found: Encodable {
        let totalUsages: Int
        let usages: [Usage]
    }

    struct Usage: Encodable {
        let logtime: String
        let action: String
        let receiverCode: String
        let receiverName: String
        let receiverSystem: String
    }

    struct Period: Encodable {
        let periodStart: String
    }

    struct Heartbeat: Encodable {
        let status: String
        let message: String
    }

    struct Refused: Encodable {
        let message: String
    }
}
