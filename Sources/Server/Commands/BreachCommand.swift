import ArgumentParser
import Civic
import DataRights
import Foundation
import Storage

struct BreachCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "breach",
        abstract: "Lists whose data was opened by an account, a session or an institution, and drafts what must be told.",
        discussion: """
            Without --keep it only reads the audit, and shows ids and counts. With --keep it goes into the register of breaches, and the hours \
            of the law run from --known. With --letters FOLDER it also writes the drafts for the CSIRT and the Agency, and a letter to \
            each person: names are opened for that, and each opening leaves its trace. Moments are of continental Chile: 2026-11-23 or \
            2026-11-23T14:30.
            """)
    @Option(help: "An account of the staff, by its id.") var account: Int64?
    @Option(help: "A session, and so the device that it was on, by its id.") var session: Int64?
    @Option(help: "Another institution's system, by its id.") var institution: Int64?
    @Option(help: "From this moment.") var from: String
    @Option(help: "Up to this moment; a day alone is up to its end. Now, when it is left out.") var to: String?
    @Option(help: "Since when it is known; now, when it is left out.") var known: String?
    @Flag(help: "Write it into the register of breaches.") var keep = false
    @Flag(help: "Show the id of each person.") var list = false
    @Option(help: "A new folder for the drafts and letters; implies --keep.") var letters: String?
    @Flag(help: "Of the demonstration.") var demo = false

    func run() async throws {
        let questions: [BreachDesk.Question] =
            [account.map { .account($0) }, session.map { .session($0) }, institution.map { .institution($0) }].compactMap(\.self)
        guard questions.count == 1 else { throw Stopped("Say one of --account, --session or --institution.") }
        guard let start = LocalTime.moment(from),
            let end = to.map({ LocalTime.moment($0, isEnd: true) }) ?? Instant(milliseconds: Database.systemNow()),
            let since = known.map({ LocalTime.moment($0) }) ?? Instant(milliseconds: Database.systemNow())
        else { throw Stopped("A moment is written 2026-11-23 or 2026-11-23T14:30.") }
        let house = try Opening.withSecrets(isDemonstration: demo)
        try await house.database.mustBeMigrated(House.schemas)
        try await house.database.join()
        do {
            try await work(house, questions[0], start, end, since)
        } catch {
            await house.database.close()
            throw error
        }
        await house.database.close()
    }

    private func work(_ house: House, _ question: BreachDesk.Question, _ from: Instant, _ to: Instant, _ known: Instant) async throws {
        guard let found = try await house.breachDesk.find(question, from: from, to: to) else {
            throw Stopped("There never was a session of that id.")
        }
        print("\(found.reads) reads of \(found.reach.count) persons.")
        for (fields, count) in found.reach.reduce(into: [String: Int](), { $0[$1.fields.sorted().joined(separator: " "), default: 0] += 1 })
            .sorted(by: { $0.key < $1.key })
        {
            print("  \(fields): \(count) persons")
        }
        if list { for each in found.reach { print("  person \(each.subject.number): \(each.reads) reads") } }
        guard keep || letters != nil else { return print("Nothing was written down. With --keep it goes into the register of breaches.") }
        let breach = try await house.breachDesk.keep(found, known: known, by: BreachLetters.actor)
        print("It is in the register of breaches as \(breach.code).")
        guard let letters else { return }
        try await write(breach, house, URL(fileURLWithPath: letters))
    }

    private func write(_ breach: Breach, _ house: House, _ folder: URL) async throws {
        let files = FileManager.default
        guard !files.fileExists(atPath: folder.path) else { throw Stopped("\(folder.path) is there already: name a new folder.") }
        try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let languages = try Languages(folder: house.settings.path("Texts"))
        let desk = house.breachLetters
        func put(_ name: String, _ text: String) throws {
            let path = folder.appendingPathComponent(name).path
            guard files.createFile(atPath: path, contents: Data(text.utf8), attributes: [.posixPermissions: 0o600]) else {
                throw Stopped("\(path) could not be written.")
            }
        }
        for draft in try await desk.drafts(of: breach, languages.all[0]) { try put(draft.file, draft.text) }
        let count = try await desk.letters(of: breach, languages) { try put("letter-\($0).txt", $1) }
        print(
            "\(count) letters and 3 drafts are in \(folder.path). They hold names: keep them as what they are, and delete them when sent.")
    }
}

/// Moments as somebody types them at a console.
enum LocalTime {
    /// nil for anything but `2026-11-23` or `2026-11-23T14:30`. `isEnd`: a day alone is up to its last millisecond.
    static func moment(_ text: String, isEnd: Bool = false) -> Instant? {
        let parts = text.split(separator: "T", omittingEmptySubsequences: false)
        guard let day = parts.first.flatMap({ Day(iso: $0) }), parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            let start = instant(isEnd ? day.adding(days: 1) : day, minutes: 0)
            return isEnd ? Instant(milliseconds: start.milliseconds - 1) : start
        }
        let clock = parts[1].split(separator: ":", omittingEmptySubsequences: false).map { Int($0) }
        guard clock.count == 2, let hour = clock[0], let minute = clock[1], (0...23).contains(hour), (0...59).contains(minute) else {
            return nil
        }
        return instant(day, minutes: hour * 60 + minute)
    }

    private static func instant(_ day: Day, minutes: Int) -> Instant {
        let local = Int64(day.number) * 86_400_000 + Int64(minutes) * 60_000
        let guess = Instant(milliseconds: local + 4 * 3_600_000)
        return Instant(milliseconds: local - Int64(ChileanTime.offsetHours(at: guess)) * 3_600_000)
    }
}
