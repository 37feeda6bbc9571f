import Civic

/// What the family register delivers: one line for each parent of each child, with what a court said of it.
///
///     child,given,first_surname,second_surname,born,parent,court
///     23456789-6,Sofía,Soto,Muñoz,2016-02-29,20347878-K,
struct FamilyFile: Sendable {
    /// One child of one parent.
    struct Tie: Sendable {
        let line: Int
        let child: RUN
        let name: PersonName?
        let birth: Day
        let parent: RUN
        let court: Court
    }

    enum Court: String, Sendable {
        case silent = ""
        /// The parent does not act for the child.
        case barred
        /// An order that barred them was lifted.
        case restored
    }

    static let header = ["child", "given", "first_surname", "second_surname", "born", "parent", "court"]

    private(set) var ties: [Tie] = []
    private(set) var rejects: [FamilyLoad.Reject] = []

    /// Throws `FamilyFileFault` when the first line does not name the columns; every other line stands or falls by itself.
    init(csv text: String, today: Day) throws(FamilyFileFault) {
        let records = CommaSeparated.records(text)
        guard let first = records.first, first.values == Self.header else { throw FamilyFileFault() }
        var seen: Set<String> = []
        for (line, values) in records.dropFirst() where values != [""] {
            switch Self.tie(values, line, today) {
            case .failure(let problem): rejects.append(.init(line: line, problem: problem.words))
            case .success(let tie):
                guard seen.insert("\(tie.child.plain) \(tie.parent.plain)").inserted else {
                    rejects.append(.init(line: line, problem: "the same child and parent stand in an earlier line"))
                    continue
                }
                ties.append(tie)
            }
        }
    }

    private struct Problem: Error {
        let words: String
    }

    private static func tie(_ values: [String], _ line: Int, _ today: Day) -> Result<Tie, Problem> {
        func no(_ words: String) -> Result<Tie, Problem> { .failure(Problem(words: words)) }
        guard values.count == header.count else { return no("\(values.count) values where \(header.count) belong") }
        guard let child = RUN(values[0]) else { return no("child: not a RUN") }
        guard let parent = RUN(values[5]) else { return no("parent: not a RUN") }
        guard child != parent else { return no("the child is the parent") }
        guard let birth = Day(iso: values[4]) else { return no("born: not a day such as 2016-02-29") }
        guard !(today < birth) else { return no("born: a day to come") }
        guard let court = Court(rawValue: values[6]) else { return no("court: empty, barred or restored") }
        let name = PersonName(given: values[1], first: values[2].isEmpty ? nil : values[2], second: values[3].isEmpty ? nil : values[3])
        guard values[1].isEmpty || name != nil else { return no("the name can't be one") }
        return .success(Tie(line: line, child: child, name: name, birth: birth, parent: parent, court: court))
    }
}

/// A file that is not one of the family register.
public struct FamilyFileFault: Error, CustomStringConvertible {
    public var description: String { "the first line must be \(FamilyFile.header.joined(separator: ","))" }
}
