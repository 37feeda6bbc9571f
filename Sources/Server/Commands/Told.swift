import Definitions

/// Faults of files, told to whoever ran a command.
enum Told {
    /// Prints them in their order, and gives the sentence with which the command ends; `then` is what else is to be known.
    static func stop(_ defects: [FileDefect], _ then: String? = nil) -> Stopped {
        for defect in defects.sorted() { print(defect) }
        let count = defects.count == 1 ? "1 thing is wrong" : "\(defects.count) things are wrong"
        return Stopped(count + (then.map { "; \($0)." } ?? "."))
    }

    static func wrong<Answer>(_ then: String, _ read: () throws(FileDefects) -> Answer) throws -> Answer {
        do throws(FileDefects) {
            return try read()
        } catch {
            throw stop(error.defects, then)
        }
    }
}
