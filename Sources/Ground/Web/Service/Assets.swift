import Crypto
import Foundation
import HTTPTypes
import Hummingbird

/// The files of `Public/`, in memory since the start: compressed once, and under an address that carries a digest of the content, so
/// that browsers may keep them for a year. There is no path to climb: only what was read at the start has an address.
public struct Assets: Sendable {
    private struct Asset: Sendable {
        let bytes: [UInt8]
        let type: String
        let address: String
        let representation: Representation

        init(_ bytes: [UInt8], type: String, name: String) {
            let digest = SHA256.hash(data: bytes).prefix(5).map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
            self.bytes = bytes
            self.type = type
            address = "/assets/\(digest)/\(name)"
            representation = Representation(bytes, type: type, cacheControl: "public, max-age=31536000, immutable", effort: 10)
        }
    }

    private var assets: [String: Asset]
    private var byAddress: [String: Representation]

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
            assets[name] = Asset([UInt8](bytes), type: type, name: name)
        }
        self.assets = assets
        byAddress = Dictionary(uniqueKeysWithValues: assets.values.map { ($0.address, $0.representation) })
    }

    /// Puts files of one kind together, in this order, as one more under a name of its own: a page then asks once instead of several times.
    /// Throws `AssetsFault` when one is missing.
    public mutating func bundle(_ names: [String], as name: String) throws {
        let parts = try names.map { try part($0) }
        guard let type = parts.first?.type, parts.allSatisfy({ $0.type == type }) else {
            throw AssetsFault(description: "\(name): made of no files, or of files of different kinds")
        }
        let bundle = Asset(Array(parts.map(\.bytes).joined(separator: [UInt8(ascii: "\n")])), type: type, name: name)
        assets[name] = bundle
        byAddress[bundle.address] = bundle.representation
    }

    /// A file as it is sent to other sites from a stable address: they keep it for an hour and then ask whether it changed.
    /// Throws `AssetsFault` when it is missing.
    func open(_ name: String) throws -> Representation {
        let asset = try part(name)
        return Representation(asset.bytes, type: asset.type, cacheControl: "public, max-age=3600", isOpen: true, effort: 10)
    }

    /// A file's text. Throws `AssetsFault` when it is missing.
    func text(of name: String) throws -> String { String(decoding: try part(name).bytes, as: UTF8.self) }

    /// The names of the themes, each a file of `Public/themes/`.
    public var themes: [String] {
        assets.keys.filter { $0.hasPrefix("themes/") && $0.hasSuffix(".css") }.map { String($0.dropFirst(7).dropLast(4)) }.sorted()
    }

    /// The address of a theme; nil for none. Throws `AssetsFault` when there is no such theme.
    public func theme(_ name: String?) throws -> String? { try name.map { try part("themes/\($0).css").address } }

    private func part(_ name: String) throws -> Asset {
        guard let asset = assets[name] else { throw AssetsFault(description: "\(name): there is no such file among those that are served") }
        return asset
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
