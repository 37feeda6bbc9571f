import ArgumentParser

@main
struct Ventanilla: AsyncParsableCommand {
    static let configuration = CommandConfiguration(commandName: "ventanilla")
}
