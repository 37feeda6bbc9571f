import Definitions

/// The services of a folder, each with its file. Reading the files is the caller's: this room touches no disk.
public struct ServiceFolder: Sendable {
    public let services: [String: Service]
    /// Which file a service is from.
    public let files: [String: String]

    /// Reads all of them. Throws everything that is wrong with any.
    public init(_ texts: [String: String]) throws(FileDefects) {
        let (folder, defects) = Self.reading(texts)
        guard defects.isEmpty else { throw FileDefects(defects) }
        self = folder
    }

    /// Those that can be read, and what is wrong with the others.
    public static func reading(_ texts: [String: String]) -> (folder: ServiceFolder, defects: [FileDefect]) {
        var (services, files, defects) = ([String: Service](), [String: String](), [FileDefect]())
        for (file, text) in texts.sorted(by: { $0.key < $1.key }) {
            do throws(FileDefects) {
                let service = try ServiceReader.service(text, file: file)
                if let other = files[service.id] {
                    let place = service.places["id"]
                    defects.append(
                        FileDefect(
                            file: file, line: place?.line ?? 0, column: place?.column ?? 0, field: "id",
                            message: "'\(service.id)' is already the service of \(other)"))
                    continue
                }
                services[service.id] = service
                files[service.id] = file
            } catch {
                defects += error.defects
            }
        }
        return (ServiceFolder(services, files), defects)
    }

    private init(_ services: [String: Service], _ files: [String: String]) {
        self.services = services
        self.files = files
    }
}
