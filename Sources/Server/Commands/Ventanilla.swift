import ArgumentParser
import Storage

@main
struct Ventanilla: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ventanilla", abstract: "Citizen services at every door.",
        subcommands: [
            Serve.self, Migrate.self, CatalogueCommand.self, Backup.self, RestoreCommand.self, KeysCommand.self, Check.self,
            JobsCommand.self, StaffCommand.self, SiteCommand.self, BreachCommand.self, ErasuresCommand.self, FamilyCommand.self,
            SessionsCommand.self, StatisticsCommand.self, CodesCommand.self, DemoCommand.self, ProgramsCommand.self,
            InteractionsCommand.self, ExpressionCommand.self, ServicesCommand.self, ProactiveCommand.self,
        ])

    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waiting = command as? any AsyncParsableCommand {
                try await waiting.run()
            } else {
                try command.run()
            }
        } catch let fault as StorageFault {
            exit(withError: Advised(fault: fault))
        } catch {
            exit(withError: error)
        }
    }
}
