import Civic
import Ports
import Storage

/// The officer's side of a request.
extension RequestDesk {
    /// Puts the request into the officer's own queue for a day: with that, and not before, what it says can be opened.
    func take(_ code: CheckedCode, once: OnceKey, by actor: Actor) async throws {
        try actor.must(.answerRights)
        _ = try await database.write(once: once) { transaction in
            let request = try known(code, transaction)
            guard actor.person != request.subject else { throw OwnRecord() }
            for concerned in [request.subject, request.representative].compactMap(\.self) {
                if let own = actor.person, try ties.isRelative(own, concerned, transaction) {
                    throw NotNow(advice: "rightsDesk.notNow.relative")
                }
            }
            try leaves.grant(
                .matter, of: request.subject, to: actor.identity, until: Instant(milliseconds: transaction.now + Self.dayLong),
                reference: request.id, fields: Self.opened(request), by: actor, transaction)
            if let representative = request.representative {
                guard actor.person != representative else { throw OwnRecord() }
                try leaves.grant(
                    .matter, of: representative, to: actor.identity, until: Instant(milliseconds: transaction.now + Self.dayLong),
                    reference: request.id, fields: [.name], by: actor, transaction)
            }
            try record("rights.taken", request, by: actor, transaction)
            return true
        }
    }

    /// Whether the request stands in the officer's queue now.
    func holds(_ request: RightsRequest, _ actor: Actor, _ snapshot: Snapshot) throws -> Bool {
        try leaves.inForce(of: request.subject, to: actor.identity, at: clock.now, snapshot)
            .contains { $0.kind == .matter && $0.reference == request.id }
    }

    /// Gives more time, once, with the reason that the person reads.
    func extend(_ code: CheckedCode, reason: String, once: OnceKey, by actor: Actor) async throws {
        try actor.must(.answerRights)
        let today = clock.today
        _ = try await database.write(once: once) { transaction in
            let request = try held(code, actor, transaction)
            guard let due = try clocks.extended(request, on: today, transaction),
                try store.extend(request, to: due, reason: reason, transaction)
            else { throw NotNow(advice: "rightsDesk.notNow.extension") }
            try record("rights.extended", request, by: actor, transaction)
            try tell("myRights.notice.extended", request.code, request.subject, transaction)
            return true
        }
    }

    /// Answers, purpose by purpose. What a law obliges to keep is not erased, whatever the officer chose: that is refused before it is written.
    func answer(
        _ code: CheckedCode, _ words: String, _ verdicts: [(purpose: String, verdict: Verdict)], correcting correction: Correction? = nil,
        once: OnceKey, by actor: Actor
    ) async throws {
        try actor.must(.answerRights)
        let today = clock.today
        let decisions = verdicts.map { each in
            PurposeDecision(
                purpose: each.purpose, verdict: each.verdict,
                article: each.verdict == .granted ? nil : register.activity(each.purpose)?.obligation)
        }
        let corrected = try await corrected(code, correction, by: actor)
        _ = try await database.write(once: once) { transaction in
            let request = try held(code, actor, transaction)
            let granted = decisions.filter { $0.verdict == .granted }.map(\.purpose)
            if request.right == .erasure, granted.contains(where: { register.activity($0)?.obligation != nil }) {
                throw NotNow(advice: "rightsDesk.notNow.obligation")
            }
            guard request.isShown || granted.isEmpty else { throw NotNow(advice: "rightsDesk.notNow.identity") }
            let erases = request.right == .erasure && !granted.isEmpty ? try clocks.erasure(granted: today, transaction) : nil
            guard try store.answer(request, words, decisions, erases: erases, transaction) else {
                throw NotNow(advice: "rightsDesk.notNow.answered")
            }
            if let corrected, !granted.isEmpty {
                try people.change(request.subject, to: corrected, by: actor, transaction)
            }
            try blocks.replace(request.id, of: request.subject, with: Self.resting(request.right, decisions), transaction)
            try leaves.end(.matter, reference: request.id, by: actor, transaction)
            try record("rights.answered", request, by: actor, transaction)
            try tell("myRights.notice.answered", request.code, request.subject, transaction)
            return true
        }
    }

    /// What is registered of whoever asks, with what the officer corrects: opened under the leave that taking the request gave.
    private func corrected(_ code: CheckedCode, _ correction: Correction?, by actor: Actor) async throws -> Registration? {
        guard let correction else { return nil }
        let (request, person) = try await database.read { snapshot in
            let request = try known(code, snapshot)
            return (request, try people.person(request.subject, snapshot))
        }
        guard request.right == .rectification, request.isShown, let person else { throw NotNow(advice: "rightsDesk.notNow.identity") }
        let disclosure = try await disclosures.open(
            [.name, .birth, .needs], of: [request.subject], for: "trace.purpose.rightsAnswer", by: actor)
        return try correction.applied(to: try person.registration(with: disclosure))
    }

    /// Purposes that rest from the answer on.
    static func resting(_ right: Right, _ decisions: [PurposeDecision]) -> [String] {
        decisions.filter { $0.verdict == .blocked || ($0.verdict == .granted && (right == .blocking || right == .opposition)) }.map(
            \.purpose)
    }

    /// What the officer may open. Of somebody who is only said to have asked, what was said, and nothing of who they are.
    static func opened(_ request: RightsRequest) -> Set<PersonalField> {
        request.isShown ? [.rights, .name, .birth, .needs] : [.rights]
    }

    func known(_ code: CheckedCode, _ snapshot: Snapshot) throws -> RightsRequest {
        guard let request = try store.request(code, snapshot) else { throw NotFound() }
        return request
    }

    private func held(_ code: CheckedCode, _ actor: Actor, _ transaction: Transaction) throws -> RightsRequest {
        let request = try known(code, transaction)
        guard try holds(request, actor, transaction) else { throw NotNow(advice: "rightsDesk.notNow.queue") }
        return request
    }

    private static let dayLong: Int64 = 86_400_000
}
