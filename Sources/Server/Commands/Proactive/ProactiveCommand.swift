import ArgumentParser
import Civic
import Flows
import Foundation
import Procedures
import Storage

struct ProactiveCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proactive", abstract: "Who would qualify for a service and has not asked.", subcommands: [Run.self])

    struct Run: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Reckons a whole population from a file and says who newly qualifies, who nearly does, and what is missing.",
            discussion: """
                It decides nothing and keeps nothing. The result says of each what was looked at, with its value; '?' is not known. Give the result of the run before with --last: what it lists as new is new since then, and a run \
                that changes more than --most-change percent of those who qualify stops for somebody to look at it. With --groups the file has those \
                columns too (age band, sex, comuna, nationality), --review says how it falls on each group, and a group further from everybody than \
                --most-apart points stops it until --reviewed names who looked at it. Without --population it looks at those who said yes to being \
                told, by their registers, and says how many it would tell and of which groups; with --reviewed, within a week of that look, it tells them.
                """)
        @Argument(help: "The id of the service.") var id: String
        @Option(help: "A CSV with 'id' and a column for each fact; days like 1960-05-10, a list as JSON, an empty field is not known.")
        var population: String?
        @Option(help: "Where the result goes.") var to: String?
        @Option(help: "Columns that are groups, with commas between them.") var groups: String?
        @Option(help: "Where the table of groups goes.") var review: String?
        @Option(help: "Points of percent by which a group may differ from everybody.") var mostApart = 30
        @Option(help: "Who looked at the groups and answers for it.") var reviewed: String?
        @Flag(help: "Of the demonstration.") var demo = false
        @Option(help: "The result of the run before.") var last: String?
        @Option(help: "Percent of those who qualify that may change.") var mostChange = 20
        @Option(help: "The day for which it is reckoned, like 2026-11-28.") var on: String?
        @Option(help: "The folder.") var folder = "Services"
        @Option(help: "The folder of the catalogue.") var catalogue = "Catalogue"

        func run() async throws {
            guard let population else { return try await tell() }
            guard let to else { throw Stopped("Say where the result goes, with --to.") }
            let service = try ServiceFiles.service(id, in: folder)
            let day = try on.map { text in
                guard let day = Day(iso: text) else { throw Stopped("'\(text)' is no day like 2026-11-28.") }
                return day
            }
            let today = (day ?? Clock.system.today).number
            // What columns cannot follow (a list of children) is reckoned one by one.
            let batch = try? ServiceBatch(service, on: today)
            let columns = groups?.split(separator: ",").map(String.init) ?? []
            let looked = batch?.columns ?? service.facts.map(\.id) + service.questions.map(\.id)
            let file = try PopulationFile(try read(population), service, looked: looked, groups: columns)
            let before = try last.map { Set(try qualified(try read($0))) }
            let report = ProactiveReport(service, batch, file, on: today, try ServiceFiles.parameters(catalogue), before: before)
            if let before, report.change(since: before) > Double(mostChange) {
                throw Stopped(
                    "\(report.qualifying) qualify and \(before.count) did: more than \(mostChange) % changed. Look at why, then give --most-change."
                )
            }
            if !columns.isEmpty {
                let review = GroupReview(file.groups, report.qualifies)
                if let path = self.review { try Data(review.csv.utf8).write(to: URL(filePath: path), options: .atomic) }
                let apart = review.apart(by: Double(mostApart))
                if !apart.isEmpty, reviewed == nil {
                    let named = apart.map { "\($0.column) \($0.group)" }.joined(separator: ", ")
                    throw Stopped(
                        "These groups differ from everybody by more than \(mostApart) points: \(named). Look at why, then say who did with --reviewed."
                    )
                }
                if let reviewed { print("reviewed by \(reviewed)") }
            }
            try Data(report.csv.utf8).write(to: URL(filePath: to), options: .atomic)
            print(report.summary)
        }

        /// Those who said yes, by their registers.
        private func tell() async throws {
            let house = try Opening.withSecrets(isDemonstration: demo)
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let (id, isDemonstration, mostChange, isReleased) = (id, demo, mostChange, reviewed != nil)
            let tally: OfferDesk.Tally
            do {
                tally = try await house.whileAlive {
                    let desk = house.offers(isDemonstration: isDemonstration)
                    return isReleased ? try await desk.release(id, mostChange: mostChange) : try await desk.look(id)
                }
            } catch is NotFound {
                throw Stopped("There is no service '\(id)' here.")
            } catch let retired as ServiceRetired {
                throw Stopped("Nobody is told of '\(id)', which is \(retired.retirement.line)")
            } catch is OfferDesk.NotSeen {
                throw Stopped(
                    "Nobody looked at it in the last seven days. Run it without --reviewed, look at the groups, and then say who did.")
            } catch let change as OfferDesk.ChangedSince {
                throw Stopped(
                    "It would have told \(change.seen) when it was looked at, and \(change.now) today: more than \(mostChange) % changed. Look again without --reviewed, or give --most-change."
                )
            }
            await house.database.close()
            if let reviewed { return print("reviewed by \(reviewed)\n" + said(tally, "told")) }
            let review = GroupReview(tally.groups, tally.qualifies)
            if let path = self.review { try Data(review.csv.utf8).write(to: URL(filePath: path), options: .atomic) }
            let apart = review.apart(by: Double(mostApart)).map { "\($0.column) \($0.group)" }.joined(separator: ", ")
            print(said(tally, "would be told"))
            throw Stopped(
                (apart.isEmpty ? "" : "These groups differ from everybody by more than \(mostApart) points: \(apart). ")
                    + "Nobody was told. Look at the table of groups (--review), then say who did with --reviewed.")
        }

        private func said(_ tally: OfferDesk.Tally, _ word: String) -> String {
            "\(word): \(tally.told), nearly: \(tally.nearly), open: \(tally.open), no: \(tally.no), known: \(tally.known)"
        }

        private func read(_ path: String) throws -> String {
            guard let data = FileManager.default.contents(atPath: path), let text = String(validating: data, as: UTF8.self) else {
                throw Stopped("\(path) can't be read as UTF-8.")
            }
            return text
        }

        /// The ids that qualified in a result.
        private func qualified(_ text: String) throws -> [String] {
            CommaSeparated.records(text).dropFirst().compactMap { record in
                record.values.count > 1 && ["new", "qualifies"].contains(record.values[1]) ? record.values[0] : nil
            }
        }
    }
}
