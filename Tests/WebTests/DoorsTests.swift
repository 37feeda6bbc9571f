import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Testing

@testable import Web

@Suite("The doors for machines, and the files")
struct DoorsTests {
    struct Down: Error {}

    @Test("a process whose database does not answer lives and is not ready")
    func health() async throws {
        let sample = try SampleSite(isReady: { throw Down() })
        #expect(try await sample.ask("/health/live").status == .ok)
        #expect(try await sample.ask("/health/ready").status == .serviceUnavailable)
        #expect(try await SampleSite().ask("/health/ready").status == .ok)
    }

    @Test("measures are plain text, and robots stay out of a demonstration")
    func texts() async throws {
        let sample = try SampleSite()
        let measures = try await sample.ask("/metrics")
        #expect(measures.field("Content-Type")?.hasPrefix("text/plain; version=0.0.4") == true)
        #expect(try await sample.ask("/robots.txt").text.contains("Disallow: /\n"))
    }

    @Test("a file has an address by its content, is kept for a year, and comes compressed")
    func assets() async throws {
        let assets = try Assets(folder: SampleSite.root + "/Public")
        let address = assets.address(of: "ventanilla.css")
        let sample = try SampleSite()
        let answer = try await sample.ask(address, .get, ["Accept-Encoding": "gzip, br"])
        #expect(answer.status == .ok && answer.field("Content-Type") == "text/css; charset=utf-8")
        #expect(answer.field("Cache-Control")?.contains("immutable") == true)
        #expect(answer.field("Content-Encoding") == "br")
        #expect(try await sample.ask("/favicon.svg").field("Content-Type") == "image/svg+xml")
        for path in [
            "/assets/0/ventanilla.css", "/assets/0/../../Package.swift", "/assets/%2e%2e/%2e%2e/Package.swift", "/assets/0//etc/passwd",
        ] {
            let answer = try await sample.ask(path)
            #expect(answer.status == .notFound || answer.status == .badRequest, "\(path)")
        }
    }

    @Test("another content has another address, and a kind that is not served stops the start")
    func folder() throws {
        let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let file = folder.appending(path: "a.css")
        try Data("p{}".utf8).write(to: file)
        let first = try Assets(folder: folder.path).address(of: "a.css")
        try Data("p{color:red}".utf8).write(to: file)
        #expect(try Assets(folder: folder.path).address(of: "a.css") != first)
        try Data("x".utf8).write(to: folder.appending(path: "secrets.pem"))
        #expect(throws: AssetsFault.self) { try Assets(folder: folder.path) }
        #expect(throws: AssetsFault.self) { try Assets(folder: folder.path + "/none") }
    }

    @Test("a first view with its style sheet stays under 14 kB, headers included")
    func budget() async throws {
        let sample = try SampleSite()
        let fields = ["Accept-Encoding": "gzip, br"]
        var bytes = 0
        let assets = try Assets(folder: SampleSite.root + "/Public")
        for path in ["/page", assets.address(of: "ventanilla.css"), "/favicon.svg"] {
            let answer = try await sample.ask(path, .get, fields)
            bytes += answer.body.readableBytes + answer.headers.reduce(20) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
        }
        #expect(bytes < 14_000)
    }
}
