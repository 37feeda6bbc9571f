import Definitions

/// Reads `registers.yaml` of a catalogue: which registers an installation asks, what each of them knows, and in which queues cases wait.
public enum RegisterReader {
    /// Throws everything that is wrong with the file.
    public static func registers(_ text: String, file: String) throws(FileDefects) -> RegisterFile {
        let defects = DefectList(file: file)
        var (registers, names) = ([String: RegisterShape](), OwnNames())
        if let whole = Fields(file: text, defects) {
            for entry in whole.list("registers") {
                let (id, name, fields) = (entry.identifier("id"), entry.words("name"), entry.list("fields"))
                if fields.isEmpty { entry.complain("fields", "a register knows something") }
                let shape = RegisterShape(fields: named(fields) { field($0) })
                entry.close()
                guard let id else { continue }
                if registers.updateValue(shape, forKey: id) != nil { entry.complain("id", "'\(id)' is a register before it") }
                names.registers[id] = name
            }
            for entry in whole.list("queues") {
                let (id, name) = (entry.text("id"), entry.words("name"))
                entry.close()
                guard let id, let name else { continue }
                if names.queues.updateValue(name, forKey: id) != nil { entry.complain("id", "'\(id)' is a queue before it") }
            }
            whole.close()
        }
        guard defects.defects.isEmpty else { throw FileDefects(defects.defects) }
        return RegisterFile(shapes: registers, names: names)
    }

    private static func field(_ entry: Fields) -> RegisterShape.Field? {
        guard let kind = entry.word("kind", FactKind.self) else {
            entry.know("fields")
            return nil
        }
        let inner = entry.list("fields")
        if (kind == .records) == inner.isEmpty { entry.complain("fields", "records have fields, and nothing else has") }
        return RegisterShape.Field(kind: kind, inner: named(inner) { $0.word("kind", FactKind.self) })
    }

    private static func named<Value>(_ entries: [Fields], _ read: (Fields) -> Value?) -> [String: Value] {
        var found: [String: Value] = [:]
        for entry in entries {
            let (name, value) = (entry.text("field"), read(entry))
            entry.close()
            guard let name, let value else { continue }
            if found.updateValue(value, forKey: name) != nil { entry.complain("field", "'\(name)' is a field before it") }
        }
        return found
    }
}
