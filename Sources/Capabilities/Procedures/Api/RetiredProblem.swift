import Civic
import Markup

extension RunJSON {
    /// That a service is retired, since when and why, as programs read what went wrong. Source: RFC 9457.
    func retired(_ retirement: Retirement) -> JSON {
        var members: [JSON.Member] = [
            .init("type", .string("urn:ventanilla:problem:retired")), .init("title", .string(texts["procedures.retired.title"])),
            .init("status", .integer(410)),
            .init("detail", .string(texts("procedures.retired.since", ["day": texts.long(retirement.since)]))),
            .init("service", .string(retirement.service)), .init("retired", .string(retirement.since.iso)),
        ]
        if let reason = retirement.reason { members.append(.init("reason", .string(reason))) }
        return .object(members)
    }
}
