import Civic

/// The program of a browser in words that its owner knows it by: name and machine, never a version.
enum Browser {
    /// nil is a program that did not name itself.
    static func words(_ program: String?, _ texts: Texts) -> String {
        guard let program else { return texts["sessions.unnamed"] }
        let name = names.first { program.contains($0.sign) }?.name
        let machine = machines.first { program.contains($0.sign) }?.name
        return switch (name, machine) {
        case (let name?, let machine?): texts("sessions.program", ["browser": name, "machine": machine])
        case (let name?, nil): name
        case (nil, let machine?): texts("sessions.program", ["browser": texts["sessions.browser"], "machine": machine])
        case (nil, nil): texts["sessions.unknown"]
        }
    }

    /// In the order in which they must be looked for: most say that they are Chrome or Safari as well.
    private static let names: [(sign: String, name: String)] = [
        ("SamsungBrowser/", "Samsung Internet"), ("EdgA/", "Edge"), ("Edg/", "Edge"), ("OPR/", "Opera"), ("Firefox/", "Firefox"),
        ("FxiOS/", "Firefox"), ("CriOS/", "Chrome"), ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ]
    private static let machines: [(sign: String, name: String)] = [
        ("Android", "Android"), ("iPhone", "iPhone"), ("iPad", "iPad"), ("CrOS", "Chromebook"), ("Windows", "Windows"),
        ("Macintosh", "Mac"), ("Linux", "Linux"),
    ]
}
