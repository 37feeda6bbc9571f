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
        var ending = control("BEGIN IMMEDIATE")
        while ending == nil, let act = present {
            let (answer, fault) = attempt(act)
            members.append((act, answer))
            ending = fault
            present = fault != nil || act.alone ? nil : next(self)
        }
        if let fault = ending, let present { members.append((present, .failure(fault))) }
        if let fault = ending ?? control("COMMIT") { recover(from: fault) }
        for (act, answer) in members { act.answer(answer) }
        return members.count
    }

    /// One act in its savepoint. The ending is set when it took the whole transaction with it.
    private func attempt(_ act: WaitingAct) -> (answer: WaitingAct.Answer, ending: StorageFault?) {
        if let fault = control("SAVEPOINT act") { return (.failure(fault), fault) }
        let session = SQLiteSession(database)
        let answer = Result { try act.work(session) }
        if let fault = session.endingFault {
            if case .failure = answer { return (answer, fault) }
            return (.failure(fault), fault)
        }
        if case .failure = answer, let fault = control("ROLLBACK TO act") { return (answer, fault) }
        if let fault = control("RELEASE act") { return (.failure(fault), fault) }
        return (answer, nil)
    }

    /// The transaction is lost. Acts of a larger group are run again, each in a transaction of its own, and what fails then gets
    /// its fault; an act that was alone gets it now.
    private func recover(from fault: StorageFault) {
        leave()
        if members.count == 1 {
            if case .success = members[0].answer { members[0].answer = .failure(fault) }
        } else {
            for index in members.indices { members[index].answer = runAgain(members[index].act) }
        }
    }

    private func runAgain(_ act: WaitingAct) -> WaitingAct.Answer {
        if let fault = control("BEGIN IMMEDIATE") { return .failure(fault) }
        let (answer, ending) = attempt(act)
        guard let fault = ending ?? control("COMMIT") else { return answer }
        leave()
        if case .failure = answer { return answer }
        return .failure(fault)
    }

    /// Ends a transaction that failed, unless the engine has already done so.
    private func leave() {
        if database.isInsideTransaction { _ = control("ROLLBACK") }
    }

    /// What begins or ends transactions and savepoints. Gives back what went wrong.
    private func control(_ statement: String) -> StorageFault? {
        do {
            try database.cachedStatement(sql: statement).execute()
            return nil
        } catch {
            return StorageFault(sqlite: error)
        }
    }
}
