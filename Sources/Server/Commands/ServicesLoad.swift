import ArgumentParser
import Civic
import Definitions
import Procedures
import Storage

extension ServicesCommand {
    struct Load: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Takes the services of a folder that are new, all or none.",
            discussion: "Cases that are under way keep the version that they began with.")
        @Argument(help: "The folder.") var folder = "Services"
        @Option(help: "The folder of the catalogue, whose registers are named.") var catalogue = "Catalogue"

        func run() async throws {
            let (texts, registers) = try Told.wrong("nothing was loaded") { () throws(FileDefects) in
                (try ServiceFiles.texts(folder), try ServiceFiles.registers(catalogue))
            }
            let house = try Opening.withoutSecrets()
            try await house.database.mustBeMigrated(House.schemas)
            try await house.database.join()
            let loaded: [String]
            do {
                loaded = try await house.whileAlive {
                    try await house.definitions.load(texts, registers: registers, by: Actor(.system(1), assurance: .verified))
                }
            } catch let error as FileDefects {
                throw Told.stop(error.defects, "nothing was loaded")
            }
            let left = try await house.definitions.withoutFile(texts)
            let retired = try await house.definitions.retired()
            await house.database.close()
            for id in left {
                print("'\(id)' has no file in \(folder), and stays open as it was loaded. 'ventanilla services retire \(id)' closes it.")
            }
            for retirement in retired { print("'\(retirement.service)' stays \(retirement.line)") }
            print(
                loaded.isEmpty
                    ? "The services are as in the files: nothing to load." : loaded.map { "loaded \($0)" }.joined(separator: "\n"))
        }
    }

    struct Verify: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check", abstract: "Says what is wrong in the definitions of a folder, without loading.",
            discussion: """
                With --in-flight it also looks at the database: that the files can be loaded over what was loaded before, that the parameters they \
                name are there, and that nothing under way is stranded.
                """)
        @Argument(help: "The folder.") var folder = "Services"
        @Option(help: "The folder of the catalogue, whose sheets, parameters, institutions and registers are named.") var catalogue =
            "Catalogue"
        @Flag(help: "Look at the database and what is under way in it too.") var inFlight = false

        func run() async throws {
            let (surroundings, found) = try Told.wrong("nothing more was looked at") { () throws(FileDefects) in
                let surroundings = try ServiceFiles.surroundings(catalogue)
                return (surroundings, try ServiceFiles.check(folder, in: surroundings))
            }
            var defects = Set(found.defects)
            if inFlight {
                let house = try Opening.withoutSecrets()
                try await house.database.mustBeMigrated(House.schemas)
                let stranded = try await house.definitions.stranded(ServiceFiles.texts(folder), in: surroundings)
                await house.database.close()
                for line in stranded.underWay { print(line) }
                defects.formUnion(stranded.defects)
            }
            guard defects.isEmpty else {
                throw Told.stop(
                    Array(defects),
                    found.unread == 0 ? nil : "a file that can't be read is not looked at further, so more may follow when it is mended")
            }
            print(found.services == 1 ? "1 service can go live." : "\(found.services) services can go live.")
        }
    }
}
