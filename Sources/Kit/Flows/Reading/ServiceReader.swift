import Crypto
import Definitions
import Expressions

/// Reads `Services/*.yaml`. What is unknown, missing or doubled is a defect with its line.
public enum ServiceReader {
    /// The service of one file. Throws everything that is wrong with it.
    public static func service(_ text: String, file: String) throws(FileDefects) -> Service {
        let defects = DefectList(file: file)
        let service = Fields(file: text, defects).flatMap { read($0, digest: digest(text)) }
        guard let service, defects.defects.isEmpty else {
            throw FileDefects(
                defects.defects.isEmpty ? [FileDefect(file: file, message: "is no service")] : defects.defects)
        }
        return service
    }

    private static func digest(_ text: String) -> String {
        SHA256.hash(data: Array(text.utf8)).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }

    private static func read(_ fields: Fields, digest: String) -> Service? {
        let id = fields.text("id")
        let (version, sheet, institution) = (fields.integer("version"), fields.text("sheet"), fields.text("institution"))
        let local = fields.optionalFields("local").flatMap { Local($0) }
        let (title, lead) = (fields.words("title"), fields.words("lead"))
        let media = media(fields)
        let levels = fields.fields("assurance").map { inner -> (Level?, Level?, Level?) in
            defer { inner.close() }
            return (inner.word("begin"), inner.word("facts"), inner.word("submit"))
        }
        let names = Names(fields)
        let silence = fields.word("silence", Silence.self)
        let stages = fields.list("stages").compactMap { Stage($0, names.environment) }
        let remedies = fields.list("remedies").compactMap { Remedy($0) }
        let authorities = fields.list("authorities").compactMap { Authority($0) }
        let changes = fields.list("changes").compactMap { Change($0) }
        let documents = fields.list("documents").compactMap { Document($0) }
        let ending = fields.fields("ending").flatMap { Ending($0, names.environment) }
        let parts = names.compiled()
        fields.close()
        guard let id, let version, let sheet, let institution, let title, let lead, let levels, let begin = levels.0,
            let facts = levels.1, let submit = levels.2, let silence, let ending, !media.isEmpty
        else { return nil }
        return Service(
            id: id, version: version, sheet: sheet, institution: institution, local: local, title: title, lead: lead, media: media,
            begin: begin,
            factsLevel: facts, submit: submit, facts: names.facts, parameters: names.parameters, questions: parts.questions,
            values: parts.values, rules: parts.rules, amount: parts.amount, life: parts.life, stages: stages, silence: silence,
            remedies: remedies, authorities: authorities, changes: changes,
            documents: documents,
            outcome: ending, environment: names.environment, digest: digest, places: Places(fields.mapping))
    }

    private static func media(_ fields: Fields) -> Set<Medium> {
        let (names, all) = (fields.texts("media"), Medium.allCases.map(\.rawValue))
        if fields.node("media") == nil { fields.complain("media", "is missing: " + all.joined(separator: ", ")) }
        for (index, name) in names.enumerated() where !all.contains(name) {
            let advice = Spelling.advice(for: name, among: all)
            fields.complain("media", "'\(name)' is none of \(all.joined(separator: ", "))\(advice)", entry: index)
        }
        if Set(names).count != names.count { fields.complain("media", "one is written twice") }
        return Set(names.compactMap { Medium(rawValue: $0) })
    }
}
