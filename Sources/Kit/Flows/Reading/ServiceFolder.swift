import Definitions

/// The services of a folder, each with its file. Reading the files is the caller's: this room touches no disk.
public struct ServiceFolder: Sendable {
    public let services: [String: Service]
    /// Which file a service is from.
    public let files: [String: String]

    /// Reads all of them. Throws everything that is wrong with any.
    public init(_ texts: [String: String]) throws(FileDefects) {
        var (services, files, defects) = ([String: Service](), [String: String](), [FileDefect]())
        for (file, text) in texts.sorted(by: { $0.key < $1.key }) {
            do throws(FileDefects) {
                let service = try ServiceReader.service(text, file: file)
                if let other = files[service.id] {
                    defects.append(FileDefect(file: file, field: "id", message: "'\(service.id)' is already the service of \(other)"))
                }
                services[service.id] = service
                files[service.id] = file
            } catch {
                defects += error.defects
            }
        }
        guard defects.isEmpty else { throw FileDefects(defects) }
        self.services = services
        self.files = files
    }
}
