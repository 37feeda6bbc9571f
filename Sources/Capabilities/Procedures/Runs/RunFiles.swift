import Civic
import Expressions
import Flows
import Storage
import Web

extension RunDesk {
    /// Answers a question for a file with these bytes, whose kind is what they show. As `answer` does otherwise.
    func attach(
        _ code: CheckedCode, _ question: String, _ bytes: [UInt8], revision: Int, at door: Door, by actor: Actor, once: OnceKey
    ) async throws -> AnswerFault? {
        let opened = try await openToAct(code, at: door, by: actor)
        guard let asked = opened.answerable.first(where: { $0.id == question }) else { throw RunMoved() }
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

    /// Gives a paper with a filed case, as long as something of it is open: with what was asked for, or with an appeal.
    func attach(_ code: CheckedCode, _ upload: Upload, _ title: String, at door: Door, by actor: Actor, once: OnceKey) async throws {
        let opened = try await openToAct(code, at: door, by: actor)
        guard opened.run.filed != nil else { throw RunMoved() }
        _ = try await database.write(once: once) { transaction in
            try transaction.hold("procedure_run", opened.run.id)
            try noteHelp(opened.run, by: actor, transaction)
            try keep(upload, title, with: opened, by: actor, transaction)
            return true
        }
    }

    /// A paper of a case, which its person and whoever holds it read from then on.
    func keep(_ upload: Upload, _ title: String, with opened: Opened, by actor: Actor, _ transaction: Transaction) throws {
        let run = opened.run
        guard run.decided == nil || run.isUnderAppeal else { throw RunMoved() }
        let file = try files.keep(upload.bytes, of: run.subject, by: actor, transaction)
        var state = opened.state
        try state.apply(.attached(Attached(file: file.id, title: title, kind: file.kind.rawValue, size: file.size)), to: state.revision)
        guard try store.save(try RunCodec.text(state), state.revision, of: run, transaction) else { throw RunMoved() }
        try events.insert(.attached, of: run.id, about: run.subject, staff: actor.staffNumber, stage: run.stage, words: title, transaction)
        try transaction.record(Event("procedure.attached", object: .init("procedure_run", run.id), subject: run.subject), by: actor)
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
            target: Scope.Target(point: door.point), needing: door.permission, about: .init("procedure_run", opened.run.id))
        let files = files
        return try await database.read { snapshot in
            guard let file = try files.file(id, snapshot), file.subject == opened.run.subject else { throw NotFound() }
            return (file, try files.content(of: file, disclosure, snapshot))
        }
    }
}
