import Foundation
import Testing

@testable import Civic

@Suite("Settings come from the environment, and a wrong one is refused")
struct SettingsTests {
    static let key = "1:" + String(repeating: "a7", count: 32)

    @Test("an empty environment gives the defaults of the table")
    func defaults() throws {
        let settings = try Settings(environment: [:])
        #expect(settings.port == 8080 && settings.host == "127.0.0.1")
        #expect(settings.database == .sqlite(path: "var/ventanilla.db"))
        #expect(settings.baseURL == nil && settings.keys == nil && settings.trustedProxies.isEmpty)
        #expect(settings.path("Texts/es.json") == "./Texts/es.json")
        #expect(settings.limits.connections == 12_000)
        #expect(settings.theme == nil && settings.operatorName == nil)
        #expect(try Settings(environment: ["PORT": ""]).port == 8080)
    }

    @Test("right values are taken")
    func values() throws {
        let settings = try Settings(environment: [
            "PORT": "0", "BASE_URL": "https://ventanilla.example/", "TRUSTED_PROXIES": "10.0.0.1, ::1",
            "DATABASE_URL": "postgres://u:p@h/d?sslmode=require",
            "LOG_LEVEL": "error", "VENTANILLA_HOME": "/srv/", "THEME": "estado", "OPERATOR": "Municipalidad de Prueba",
            "VENTANILLA_KEYS": Self.key,
        ])
        #expect(settings.port == 0 && settings.baseURL == "https://ventanilla.example")
        #expect(settings.trustedProxies == ["10.0.0.1", "::1"])
        #expect(settings.database == .postgres(url: "postgres://u:p@h/d?sslmode=require"))
        #expect(settings.path("Texts") == "/srv/Texts")
        #expect(settings.theme == "estado" && settings.operatorName == "Municipalidad de Prueba")
        #expect(settings.keys?.description == "1 keys")
    }

    @Test(
        "a wrong value is refused by its key, with what to write instead and without any secret",
        arguments: [
            ("PORT", "80a"), ("PORT", "65536"), ("PORT", "-1"), ("BASE_URL", "ventanilla.example"), ("BASE_URL", "ftp://x"),
            ("BASE_URL", "https://x/a"),
            ("TRUSTED_PROXIES", "everyone"), ("TRUSTED_PROXIES", "10.0.0.0/8"), ("DATABASE_URL", "mysql://u:hunter2@h"),
            ("DATABASE_URL", "sqlite:"),
            ("DATABASE_URL", "sqlite://x"), ("LOG_LEVEL", "loud"), ("THEME", "../estado"), ("THEME", "Estado"), ("MAX_BODY_BYTES", "1"),
            ("IDLE_SECONDS", "0"), ("MAX_CONNECTIONS", "∞"), ("MAIL_COMMAND", "sendmail -t"), ("MAIL_FROM", "nobody"),
            ("PHONE_COMMAND", "send"), ("QUICK_EXIT", "http://a.example"), ("QUICK_EXIT", "javascript:alert(1)"),
            ("VENTANILLA_KEYS", "1:hunter2"), ("VENTANILLA_KEYS", key + "," + key), ("VENTANILLA_KEYS_FILE", "/none"),
            ("VENTANILLA_KEYS", ","),
        ])
    func wrong(key: String, value: String) {
        let fault = #expect(throws: SettingsFault.self) { try Settings(environment: [key: value]) }
        #expect(fault?.key == key)
        #expect(fault?.description.hasPrefix("\(key): ") == true)
        #expect(fault?.description.contains(" Write ") == true)
        #expect(fault?.description.contains("hunter2") == false)
    }

    @Test("keys come from the environment or from a file, never from both")
    func keys() throws {
        let file = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
        try Data((Self.key + "\n2:" + String(repeating: "0B", count: 32) + "\n").utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        #expect(try Settings(environment: ["VENTANILLA_KEYS_FILE": file.path]).keys?.keys.map(\.number) == [1, 2])
        #expect(throws: SettingsFault.self) { try Settings(environment: ["VENTANILLA_KEYS_FILE": file.path, "VENTANILLA_KEYS": Self.key]) }
    }

    @Test("without the demonstration it wants keys that are secret, and the demonstration brings its own")
    func secrets() throws {
        let bare = try Settings(environment: [:])
        #expect(throws: SettingsFault.self) { try bare.keyring(isDemonstration: false) }
        #expect(throws: Never.self) { try bare.keyring(isDemonstration: true) }
        let known = "7:" + MasterKeys.demonstration.keys[0].bytes.map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
        let fault = #expect(throws: SettingsFault.self) {
            try Settings(environment: ["VENTANILLA_KEYS": known]).keyring(isDemonstration: false)
        }
        #expect(fault?.description.contains("openssl rand") == true)
        #expect(throws: Never.self) { try Settings(environment: ["VENTANILLA_KEYS": Self.key]).keyring(isDemonstration: false) }
    }

    @Test("links are watched unless it is the demonstration, and whoever runs it may say otherwise")
    func watching() throws {
        let bare = try Settings(environment: ["BASE_URL": "https://v.cl"])
        #expect(bare.watchesLinks(isDemonstration: false) && !bare.watchesLinks(isDemonstration: true))
        #expect(bare.watchContact == "https://v.cl" && bare.handoff.codeDays == 30)
        let chosen = try Settings(environment: ["WATCH_LINKS": "on", "WATCH_CONTACT": "mailto:web@v.cl"])
        #expect(chosen.watchesLinks(isDemonstration: true) && chosen.watchContact == "mailto:web@v.cl")
        #expect(try !Settings(environment: ["WATCH_LINKS": "off"]).watchesLinks(isDemonstration: false))
        for (key, value) in [("WATCH_LINKS", "yes"), ("WATCH_CONTACT", "a\r\nHost: b"), ("RETURN_CODE_DAYS", "0")] {
            #expect(throws: SettingsFault.self) { try Settings(environment: [key: value]) }
        }
    }

    @Test("settings don't print their keys")
    func printing() throws {
        let settings = try Settings(environment: ["VENTANILLA_KEYS": Self.key])
        var dumped = ""
        dump(settings, to: &dumped)
        #expect(!dumped.contains("167") && !"\(settings)".contains("a7a7"))
    }

    @Test("the table of Docs/operations.md is the table of the code")
    func table() throws {
        let document = try String(contentsOfFile: Sources.root + "/Docs/operations.md", encoding: .utf8)
        #expect(document.contains(Setting.markdown), "put this into Docs/operations.md:\n\(Setting.markdown)")
        for setting in Setting.all { #expect(Setting.plain.contains("  \(setting.key)=")) }
        #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
    }
}
