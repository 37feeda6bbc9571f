import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// The files of `Public/`, in memory since the start: compressed once, and under an address that carries a digest of the content, so
/// that browsers may keep them for a year. There is no path to climb: only what was read at the start has an address.
public struct Assets: Sendable {
    private struct Asset: Sendable {
        let address: String
        let representation: Representation
    }

    private let assets: [String: Asset]
    private let byAddress: [String: Representation]

    /// Reads the folder. Throws `AssetsFault` when it can't be read or a file is of a kind that is not served.
    public init(folder: String) throws {
        guard let names = (try? FileManager.default.subpathsOfDirectory(atPath: folder))?.sorted() else {
            throw AssetsFault(description: "\(folder): there is no such folder, or it can't be read")
        }
        var assets: [String: Asset] = [:]
        for name in names {
            var isFolder: ObjCBool = false
            let file = folder + "/" + name
            guard FileManager.default.fileExists(atPath: file, isDirectory: &isFolder), !isFolder.boolValue else { continue }
            guard let bytes = FileManager.default.contents(atPath: file) else { throw AssetsFault(description: "\(file): can't be read") }
            let ending = name.split(separator: ".").last.map(String.init) ?? ""
            guard let type = Self.types[ending] else { throw AssetsFault(description: "\(file): files of this kind are not served") }
            let digest = SHA256.hash(data: bytes).prefix(5).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            assets[name] = Asset(
                address: "/assets/\(digest)/\(name)",
                representation: Representation([UInt8](bytes), type: type, cacheControl: "public, max-age=31536000, immutable"))
        }
        self.assets = assets
        byAddress = Dictionary(uniqueKeysWithValues: assets.values.map { ($0.address, $0.representation) })
    }

    /// The address of a file of `Public/`. A name that is not there gets an address that answers 404.
    public func address(of name: String) -> String { assets[name]?.address ?? "/assets/0/\(name)" }

    /// Mounts the files.
    public func mount(on router: WebRouter) {
        router.get("/assets/:digest/**") { request, _ in
            guard let found = byAddress[request.uri.path] else { throw Failure.notFound }
            return found.response(to: request)
        }
        router.get("/favicon.svg") { request, _ in
            guard let icon = assets["favicon.svg"] else { throw Failure.notFound }
            return icon.representation.response(to: request)
        }
    }

    private static let types = [
        "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8", "svg": "image/svg+xml", "png": "image/png",
        "webp": "image/webp",
        "txt": "text/plain; charset=utf-8", "webmanifest": "application/manifest+json",
    ]
}

/// What of `Public/` can't be served, and why.
public struct AssetsFault: Error, CustomStringConvertible {
    public let description: String
}
