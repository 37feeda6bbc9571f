import Storage

/// A fault at the foot of a command, with what to do next.
struct Advised: Error, CustomStringConvertible {
    let fault: StorageFault

    var description: String { "\(fault.message). \(advice)" }

    private var advice: String {
        switch fault.kind {
        case .schema where fault.message.contains("older"): "Bring it up to date: ventanilla migrate."
        case .schema: "Use the version of the program that made it, or a later one, or another DATABASE_URL."
        case .unavailable, .closed: "See that the database runs, and that DATABASE_URL names its address, user and password."
        case .full: "Make room on the disk, and try again."
        case .inputOutput, .readOnly: "See that the folder and the file exist, are on a disk that works and may be written by this user."
        case .busy, .tooLong: "Another process is using the database: wait until it ends, or stop it, and try again."
        case .corrupt where fault.message.contains("copy"): "Try another copy, with the keys under which it was made; nothing was changed."
        case .corrupt: "See what is damaged with ventanilla check; a copy is put back with ventanilla restore."
        case .secret: "See that VENTANILLA_KEYS has every key that the database was written with."
        case .node: "Too many servers use this database at once, or one stopped a moment ago: try again in a minute."
        case .outcomeUnknown: "Look whether it was done before you try again."
        case .constraint, .poisoned, .overflow, .shape, .statement: "Nothing was changed. Please report it with this message."
        }
    }
}
