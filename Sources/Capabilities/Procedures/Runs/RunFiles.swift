import Civic
import Expressions
import Flows
import Storage

extension RunDesk {
    /// Answers a question for a file with these bytes, whose kind is what they show. As `answer` does otherwise.
    func attach(
        _ code: CheckedCode, _ question: String, _ bytes: [UInt8], revision: Int, at door: Door, by actor: Actor, once: OnceKey
    ) async throws -> AnswerFault? {
        let opened = try await openToAct(code, at: door, by: actor)
        guard opened.run.filed == nil, let asked = opened.reckoning.asked.first(where: { $0.id == question }) else { throw RunMoved() }
        guard opened.run.revision == revision else { throw RunMoved() }
        guard case .file(let formats) = asked.kind, bytes.count <= limits.largestFile, let kind = FileKind(sniffing: bytes),
            formats.contains(where: { $0.rawValue == kind.rawValue })
        else { return .file }
        let (files, run, reader) = (files, opened.run, AnswerReader(checks, today: clock.today.number))
        try await save(opened, by: actor, within: door.interaction, once: once) { state, transaction in
            let file = try files.keep(bytes, of: run.subject, by: actor, transaction)
            let value = try reader.read(.parts(["id": "\(file.id)", "kind": file.kind.rawValue, "size": "\(file.size)"]), asked)
            try state.apply(.answered(question, value), to: state.revision)
        }
        try await advance(code, at: door, by: actor)
        return nil
    }

    /// What stands before the place of a file that came with a case, where the name of a question stands else.
    static let attached = "adjunto-"

    private static func number(_ name: String, _ opened: Opened) -> Int64? {
        if name.hasPrefix(attached) {
            guard let place = Int(name.dropFirst(attached.count)), let files = opened.state.attached, files.indices.contains(place - 1)
            else {
                return nil
            }
            return files[place - 1].file
        }
        guard case .file? = opened.service.question(name)?.kind, case .map(let map)? = opened.state.answers[name],
            case .string(let number)? = map["id"]
        else { return nil }
        return Int64(number)
    }

    /// The file that answers a question, or came with the case, for whoever may open the run; the look at it leaves a trace of its own. Throws
    /// `NotFound` when there is none.
    func file(_ code: CheckedCode, _ question: String, at door: Door, by actor: Actor) async throws -> (file: StoredFile, bytes: [UInt8]) {
        let opened = try await open(code, at: door, by: actor)
        guard let id = Self.number(question, opened) else { throw NotFound() }
        let disclosure = try await disclosures.open(
            [.files], of: [opened.run.subject], for: "trace.purpose.procedure", in: door.interaction, by: actor,
            target: Scope.Target(point: door.point))
        let files = files
        return try await database.read { snapshot in
            guard let file = try files.file(id, snapshot), file.subject == opened.run.subject else { throw NotFound() }
            return (file, try files.content(of: file, disclosure, snapshot))
        }
    }
}
