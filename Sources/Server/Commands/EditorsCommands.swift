import ArgumentParser
import Catalog
import Civic
import Storage

extension CatalogueCommand {
    /// What people looked for.
    struct Searches: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what people looked for, as often as it was asked by more than a few.",
            discussion: "Words that were asked fewer than three times in a day at a server are never kept.")
        @Flag(help: "Only words for which nothing was found.") var zero = false
        @Option(help: "The first day that counts, like 2026-11-01; by default thirty days ago.") var since: Since?

        func run() async throws {
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            let (desk, day) = (TallyDesk(house.database), since?.day ?? house.clock.today.adding(days: -30))
            let searches = try await zero ? desk.zeroResults(since: day) : desk.searches(since: day)
            let choices = try await desk.choices(since: day)
            await house.database.close()
            if searches.isEmpty { return print("Nothing was looked for often enough since \(day.iso).") }
            for search in searches {
                let chosen = (choices[search.words] ?? []).prefix(3).map { "\($0.sheet) (\($0.n))" }.joined(separator: ", ")
                print(
                    "  \(search.n)  \(search.words)  [\(search.language)]  in vain \(search.zero)\(chosen.isEmpty ? "" : "  chosen: \(chosen)")"
                )
            }
        }
    }

    /// What people said of sheets.
    struct Feedback: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Shows what people said of sheets: how many found them of use, and their words. Each reading is audited.")
        @Option(help: "Only of this sheet, by its number.") var sheet: Int?
        @Option(help: "The first day that counts, like 2026-11-01; by default thirty days ago.") var since: Since?
        @Flag(help: "Of the demonstration.") var demo = false

        func run() async throws {
            let house = try Opening.withSecrets(isDemonstration: demo)
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let desk = OpinionDesk(house.database, keyring: house.keyring, clock: house.clock)
            let day = since?.day ?? house.clock.today.adding(days: -30)
            let tallies = try await desk.tallies(of: sheet, since: day)
            let words = try await desk.words(of: sheet, since: day, by: Self.editors)
            await house.database.close()
            if tallies.isEmpty { return print("Nobody has said anything since \(day.iso).") }
            for tally in tallies {
                print("  \(tally.sheet)  of use to \(tally.yes) of \(tally.n)")
                for word in words where word.sheet == tally.sheet {
                    print(
                        "    \(word.day.iso) \(word.isUseful ? "yes" : "no") [\(word.language)] \(word.text.replacing("\n", with: " / "))")
                }
            }
        }

        /// Whoever may run commands on the server, as the audit names it.
        private static let editors = Actor(
            .system(3), assurance: .verified, roles: [Role("editor", [.readOpinions])],
            scope: Scope(points: .all, institutions: .all, sensitivities: [.ordinary]))
    }

    /// A day as commands take it.
    struct Since: ExpressibleByArgument {
        let day: Day

        init?(argument: String) {
            guard let day = Day(iso: argument) else { return nil }
            self.day = day
        }
    }
}
