import ArgumentParser
import Civic
import Foundation
import Inspections

struct SiteCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "site", abstract: "Pages of any site, as a person meets them.", subcommands: [Check.self])

    struct Check: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract:
                "Tests a page against the standard of weight, of working without JavaScript and of being read, and says what to mend.",
            discussion: """
                It needs Chromium (CHROMIUM, or one on the search path). It ends with 0 when the page passes, 1 when something must be \
                mended, 2 when the page could not be tested.
                """)
        @Argument(help: "The address of the page, http:// or https://.") var address: String
        @Flag(help: "As JSON.") var json = false
        @Option(help: "The language in which it speaks: a file of Texts/.") var language = Languages.source

        func run() async throws {
            let settings = try Opening.settings()
            guard ["http://", "https://"].contains(where: { address.lowercased().hasPrefix($0) }) else {
                throw fail("An address begins with http:// or https://.")
            }
            guard let texts = try Languages(folder: settings.path("Texts")).all.first(where: { $0.language == language }) else {
                throw fail("There is no file Texts/\(language).json.")
            }
            let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
            guard let browser = settings.chromium ?? Inspector.browser(on: path) else {
                throw fail("There is no Chromium. Install it (Debian: apt install chromium), or name its path in CHROMIUM.")
            }
            let reading: PageReading
            do {
                let script = try String(contentsOfFile: settings.path("Public/inspect.js"), encoding: .utf8)
                reading = try await Inspector(browser: browser, script: script).read(address)
            } catch {
                throw fail("The page could not be tested: \(error)")
            }
            let report = InspectionReport(reading, texts: texts)
            if json {
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
                print(String(decoding: try encoder.encode(report.written), as: UTF8.self))
            } else {
                print(report.lines.joined(separator: "\n"))
            }
            if !report.judgement.isOpen { throw ExitCode(2) }
            if !report.judgement.passes { throw ExitCode(1) }
        }

        private func fail(_ sentence: String) -> ExitCode {
            FileHandle.standardError.write(Data((sentence + "\n").utf8))
            return ExitCode(2)
        }
    }
}
