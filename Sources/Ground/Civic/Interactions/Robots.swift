/// The published rule by which programs are not counted as visitors (Docs/record.md): whoever names no browser, or names itself as a
/// robot, a monitor or a library.
public enum Robots {
    /// Parts of names of programs, in small letters.
    static let names = [
        "bot", "crawl", "spider", "slurp", "archiver", "monitor", "uptime", "headless", "preview", "facebookexternalhit", "curl/", "wget/",
        "python", "java/", "go-http", "okhttp", "libwww", "httpclient", "axios", "node-fetch", "scrapy", "lighthouse", "pingdom", "nagios",
    ]

    /// Whether a User-Agent (RFC 9110 section 10.1.5) is one that is not counted.
    public static func includes(_ userAgent: String?) -> Bool {
        guard let name = userAgent?.lowercased(), name.hasPrefix("mozilla/") || name.hasPrefix("opera/") else { return true }
        return names.contains { name.contains($0) }
    }
}
