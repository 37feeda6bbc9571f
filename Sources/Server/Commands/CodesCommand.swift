import ArgumentParser
import Civic
import Storage

struct CodesCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "The lists of the record: media, channels, modalities, deeds, outcomes.",
        subcommands: [Show.self, Add.self, End.self], defaultSubcommand: Show.self)

    struct Show: AsyncParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "Shows every list with its dates.")

        func run() async throws {
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            let codes = try await house.database.read { snapshot in
                try CodeStore().all(snapshot)
            }
            await house.database.close()
            for code in codes {
                let from = code.from.number == 0 ? "" : "  from \(code.from.iso)"
                print("  \(code.list.rawValue)  \(code.number)  \(code.name)\(from)\(code.to.map { "  to \($0.iso)" } ?? "")")
            }
        }
    }

    struct Add: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Adds a row of this installation, from a day on.")
        @Argument(help: "channel, deed or outcome") var list: String
        @Argument(help: "A number over 99.") var number: Int
        @Argument(help: "Its name.") var name: String
        @Option(help: "The first day, like 2027-01-01.") var from: String

        func run() async throws {
            guard let day = Day(iso: from) else { throw Stopped("\(from) is not a day. Write it like 2027-01-01.") }
            let list = try list.codeList()
            guard number > 99 else { throw Stopped("Numbers up to 99 belong to the product. Take one from 100 on.") }
            try await changing { try CodeStore().add(number, named: name, to: list, from: day, $0) }
            print("\(name) can be written from \(day.iso) on.")
        }
    }

    struct End: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Ends a row: its last day. Old figures keep it.")
        @Argument(help: "channel, deed or outcome") var list: String
        @Argument(help: "Its number.") var number: Int
        @Option(help: "The last day, like 2027-12-31.") var on: String

        func run() async throws {
            guard let day = Day(iso: on) else { throw Stopped("\(on) is not a day. Write it like 2027-12-31.") }
            let list = try list.codeList()
            let isThere = try await changing { try CodeStore().end(number, of: list, on: day, $0) }
            guard isThere else { throw Stopped("There is no \(list.rawValue) \(number). See them with: ventanilla codes") }
            print("It is written until \(day.iso).")
        }
    }
}

extension String {
    fileprivate func codeList() throws -> CodeList {
        guard let list = CodeList(rawValue: self), [.channel, .deed, .outcome].contains(list) else {
            throw Stopped("\(self) is none of: channel, deed, outcome.")
        }
        return list
    }
}

private func changing<Answer: Sendable>(_ work: @escaping @Sendable (Transaction) throws -> Answer) async throws -> Answer {
    let house = try Opening.withoutSecrets()
    try await house.database.mustBeMigrated(House.schemas)
    try await house.database.join()
    let answer = try await house.database.write { transaction in
        let answer = try work(transaction)
        try transaction.record(Event("codes.changed"), by: Actor(.system(1), assurance: .verified))
        return answer
    }
    await house.database.close()
    return answer
}
