import Foundation

/// Opens a page in a browser as a person with a small telephone would, with scripts and without, and reads what is there.
public struct Inspector: Sendable {
    private let browser: String
    private let script: String
    /// Seconds that a page may take to be ready.
    private let patience: Int

    /// `browser` is the path of a Chromium, `script` what is run in the page to read it (`Public/inspect.js`).
    public init(browser: String, script: String, patience: Int = 30) {
        self.browser = browser
        self.script = script
        self.patience = patience
    }

    /// The first Chromium on a search path; nil when there is none.
    public static func browser(on path: String) -> String? {
        let folders = path.split(separator: ":")
        for name in ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"] {
            for folder in folders where FileManager.default.isExecutableFile(atPath: "\(folder)/\(name)") { return "\(folder)/\(name)" }
        }
        return nil
    }

    /// What a browser makes of the page at an address. Throws `BrowserFault` when the browser can't be started or ends.
    public func read(_ address: String) async throws -> PageReading {
        do {
            return try await reading(of: address)
        } catch let fault as BrowserFault where fault == .ended {
            throw BrowserFault("the browser ended; is \(browser) a Chromium that can start here?")
        }
    }

    private func reading(of address: String) async throws -> PageReading {
        let process = try BrowserProcess(browser)
        defer { process.end() }
        let talk = BrowserTalk(process)
        return try await withThrowingTaskGroup(of: PageReading?.self) { group in
            group.addTask {
                await talk.listen()
                return nil
            }
            group.addTask {
                let (requests, scripted) = try await visit(address, talk, runsScripts: true)
                let (_, plain) = try await visit(address, talk, runsScripts: false)
                return PageReading(address: address, requests: requests, scripted: scripted, plain: plain)
            }
            while let reading = try await group.next() {
                guard let reading else { throw BrowserFault.ended }
                group.cancelAll()
                process.end()
                return reading
            }
            throw BrowserFault.ended
        }
    }

    private func visit(_ address: String, _ talk: BrowserTalk, runsScripts: Bool) async throws -> ([PageReading.Request], Outline) {
        let log = RequestLog()
        await talk.onEvent { log.hear($0, $1) }
        let target = try await talk.ask("Target.createTarget", ["url": .text("about:blank")])["targetId"]
        let session = try await talk.ask("Target.attachToTarget", ["targetId": target, "flatten": .bool(true)])["sessionId"].text
        func ask(_ method: String, _ parameters: [String: JSONValue] = [:]) async throws -> JSONValue {
            try await talk.ask(method, parameters, session: session)
        }
        _ = try await ask("Page.enable")
        _ = try await ask("Network.enable")
        _ = try await ask("Network.setCacheDisabled", ["cacheDisabled": .bool(true)])
        _ = try await ask("Emulation.setScriptExecutionDisabled", ["value": .bool(!runsScripts)])
        _ = try await ask(
            "Emulation.setDeviceMetricsOverride",
            ["width": .number(360), "height": .number(740), "deviceScaleFactor": .number(2), "mobile": .bool(true)])
        _ = try await ask("Page.navigate", ["url": .text(address)])
        try await settle(log)
        let answer = try await ask("Runtime.evaluate", ["expression": .text(script), "returnByValue": .bool(true)])
        guard let text = answer["result"]["value"].text, let outline = try? JSONDecoder().decode(Outline.self, from: Data(text.utf8)) else {
            throw BrowserFault("the page could not be read: \(answer["exceptionDetails"]["exception"]["description"].text ?? "no answer")")
        }
        _ = try await talk.ask("Target.closeTarget", ["targetId": target])
        return (log.requests, outline)
    }

    /// Until the page is ready and has fetched nothing more for a second, or its time is over.
    private func settle(_ log: RequestLog) async throws {
        var quiet = 0
        for _ in 0..<patience * 10 where quiet < 10 {
            try await Task.sleep(for: .milliseconds(100))
            quiet = log.isReady && log.isQuiet ? quiet + 1 : 0
        }
    }
}
