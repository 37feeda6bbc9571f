import ArgumentParser
import Civic
import Foundation
import Procedures
import Storage

extension ServicesCommand {
    struct Retire: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Retires a service: nobody can begin it any more.",
            discussion: """
                It is no longer offered anywhere. What was begun before may be finished and filed; cases, benefits, papers and their verification \
                go on. People who come with an old link read since when, the reason, and where to go on. 'services reopen' takes it back.
                """)
        @Argument(help: "The id of the service.") var id: String
        @Option(help: "Why, in a sentence that people will read.") var reason: String?
        @Option(help: "Who answers for it; without it, the account that runs this.") var by: String?

        func run() async throws {
            if let reason { try Retiring.check(reason, "--reason") }
            let (id, reason, author) = (id, reason, try Retiring.author(by))
            let isDone = try await Retiring.change(id) {
                try await $0.retire(id, reason: reason, author: author, by: Actor(.system(1), assurance: .verified))
            }
            print(
                isDone
                    ? "'\(id)' is retired: nobody can begin it. What is under way goes on. 'ventanilla services reopen \(id)' takes it back."
                    : "'\(id)' was retired before: nothing changed.")
        }
    }

    struct Reopen: AsyncParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lets a service that was retired be begun again.")
        @Argument(help: "The id of the service.") var id: String
        @Option(help: "Who answers for it; without it, the account that runs this.") var by: String?

        func run() async throws {
            let (id, author) = (id, try Retiring.author(by))
            let isDone = try await Retiring.change(id) {
                try await $0.reopen(id, author: author, by: Actor(.system(1), assurance: .verified))
            }
            print(isDone ? "'\(id)' can be begun again." : "'\(id)' is not retired: nothing changed.")
        }
    }
}

enum Retiring {
    static func check(_ words: String, _ option: String) throws {
        guard (1...Retirement.most).contains(words.count), !words.allSatisfy(\.isWhitespace) else {
            throw Stopped("\(option) has between 1 and \(Retirement.most) letters.")
        }
    }

    static func author(_ named: String?) throws -> String {
        if let named { try check(named, "--by") }
        return named ?? NSUserName()
    }

    static func change(_ id: String, _ work: (DefinitionShelf) async throws -> Bool) async throws -> Bool {
        let house = try Opening.withoutSecrets()
        try await house.database.mustBeMigrated(House.schemas)
        try await house.database.join()
        let isDone: Bool
        do {
            isDone = try await work(house.definitions)
        } catch is NotFound {
            throw Stopped("No service '\(id)' was loaded. See them with: ventanilla services list")
        }
        await house.database.close()
        return isDone
    }

    /// What is retired here; nil where there is no database that could say.
    static func known() async -> [String: Retirement]? {
        guard let settings = try? Opening.settings(), settings.database.exists, let house = try? Opening.withoutSecrets() else {
            return nil
        }
        var known: [Retirement]?
        do {
            try await house.database.mustBeMigrated(House.schemas)
            known = try await house.definitions.retired()
        } catch {
            // One that is not ready says nothing of it.
        }
        await house.database.close()
        return known.map { Dictionary($0.map { ($0.service, $0) }) { first, _ in first } }
    }
}

extension Retirement {
    /// As commands say it.
    var line: String { "retired since \(since.iso) by \(author)\(reason.map { ": \($0)" } ?? "")" }
}
