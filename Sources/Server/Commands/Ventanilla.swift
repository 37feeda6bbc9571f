import ArgumentParser

@main
struct Ventanilla: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ventanilla", abstract: "Citizen services at every door.",
        subcommands: [Serve.self, Migrate.self, CatalogueCommand.self, Backup.self, RestoreCommand.self, Rotate.self, Check.self])
}
