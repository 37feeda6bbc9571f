import Foundation
import GRDB
import Storage

/// Acts that share one BEGIN and one COMMIT, with a savepoint each. Nobody gets an answer before the COMMIT has returned.
final class Group {
    static let mostActs = 64
    static let longest: Duration = .milliseconds(5)

    private let database: GRDB.Database
    private let began = ContinuousClock.now
    private var members: [(act: WaitingAct, answer: WaitingAct.Answer)] = []

    init(_ database: GRDB.Database) {
        self.database = database
    }

    var isOpen: Bool {
        members.count < Self.mostActs && ContinuousClock.now - began < Self.longest
    }

    /// Runs acts as long as the group is open and others wait; answers all of them. Gives back how many there were.
    func run(startingWith first: WaitingAct, next: (Group) -> WaitingAct?) -> Int {
        var present: WaitingAct? = first
        var ending: StorageFault?
        do {
            try run("BEGIN IMMEDIATE")
            while let act = present {
                let (answer, fault) = try attempt(act)
                members.append((act, answer))
                ending = fault
                if ending != nil { break }
                present = act.alone ? nil : next(self)
            }
            if ending == nil { try run("COMMIT") }
        } catch {
            ending = StorageFault(sqlite: error)
            if members.isEmpty, let present { members.append((present, .failure(StorageFault(sqlite: error)))) }
        }
        if let ending { recover(from: ending) }
        for (act, answer) in members { act.answer(answer) }
        return members.count
    }

    /// One act in its savepoint. The fault is set when it took the whole transaction with it.
    private func attempt(_ act: WaitingAct) throws -> (WaitingAct.Answer, StorageFault?) {
        try run("SAVEPOINT act")
        let session = SQLiteSession(database)
        do {
            let committed = try act.work(session)
            if let fault = session.endingFault { return (.failure(fault), fault) }
            try run("RELEASE act")
            return (.success(committed), nil)
        } catch {
            if let fault = session.endingFault { return (.failure(error), fault) }
            try run("ROLLBACK TO act")
            try run("RELEASE act")
            return (.failure(error), nil)
        }
    }

    /// The transaction is lost. Acts of a larger group are run again, each in a transaction of its own, and what fails then gets
    /// its fault; an act that was alone gets it now.
    private func recover(from fault: StorageFault) {
        if database.isInsideTransaction { try? run("ROLLBACK") }
        guard members.count > 1 else {
            members = members.map { member in
                guard case .success = member.answer else { return member }
                return (member.act, .failure(fault))
            }
            return
        }
        members = members.map { member in
            let single = Group(database)
            return (member.act, single.runAlone(member.act))
        }
    }

    private func runAlone(_ act: WaitingAct) -> WaitingAct.Answer {
        do {
            try run("BEGIN IMMEDIATE")
            let (answer, fault) = try attempt(act)
            if fault == nil { try run("COMMIT") }
            if fault != nil, database.isInsideTransaction { try? run("ROLLBACK") }
            return answer
        } catch {
            if database.isInsideTransaction { try? run("ROLLBACK") }
            return .failure(StorageFault(sqlite: error))
        }
    }

    private func run(_ statement: String) throws {
        try database.cachedStatement(sql: statement).execute()
    }
}
