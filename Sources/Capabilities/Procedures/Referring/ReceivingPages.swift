import Civic
import Flows
import Hummingbird
import Web

/// `/api/referred-cases/{institution}`: cases that were passed to an institution, for its programs.
public struct ReceivingPages: Sendable {
    private let desk: ReceivingDesk
    private let programs: Programs
    private let texts: Texts

    public init(_ desk: ReceivingDesk, programs: Programs, texts: Texts) {
        self.desk = desk
        self.programs = programs
        self.texts = texts
    }

    private struct Listed: Encodable {
        let code: String
        let service: String
        let title: String
        /// RFC 3339, in UTC.
        let referred: String?
        let isReceived: Bool
    }

    private struct Whole: Encodable {
        struct Answer: Encodable {
            let id: String
            let question: String
            let answer: String
        }

        let code: String
        let service: String
        let title: String
        let filed: String?
        let referred: String?
        let reason: String
        let name: String
        let run: String?
        let answers: [Answer]
    }

    public func mount(on router: PageRoutes) {
        router.get("/api/referred-cases/:institution") { request, context in
            let caller = try await programs.caller(request)
            let listed = try await desk.list(for: try context.parameters.require("institution"), by: caller)
            return try Response.json(
                listed.map { run, service in
                    Listed(
                        code: run.code.plain, service: service.id, title: said(service.title), referred: run.decided?.rfc3339,
                        isReceived: run.received != nil)
                })
        }
        router.get("/api/referred-cases/:institution/:code") { request, context in
            let caller = try await programs.caller(request)
            let received = try await desk.take(try context.runCode(), for: try context.parameters.require("institution"), by: caller)
            return try Response.json(
                Whole(
                    code: received.run.code.plain, service: received.service.id, title: said(received.service.title),
                    filed: received.run.filed?.rfc3339, referred: received.run.decided?.rfc3339, reason: received.reason,
                    name: received.person.name, run: received.person.number,
                    answers: received.answers.map { Whole.Answer(id: $0.id, question: said($0.text), answer: $1) }))
        }
    }

    private func said(_ words: Words) -> String { words.said(in: texts.language).text }
}
