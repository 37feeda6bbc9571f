import Web

/// The words of the search from whose page a sheet was opened, as the browser's Referer says it (RFC 9110 section 10.1.3).
enum SearchReferer {
    /// nil unless the address is that of a search. Whether it is a page of this site is asked before.
    static func words(_ address: String) -> String? {
        guard let host = host(address), let slash = address[host.endIndex...].firstIndex(of: "/") else { return nil }
        let parts = address[slash...].split(separator: "?", maxSplits: 1)
        guard parts.count == 2 else { return nil }
        let steps = parts[0].split(separator: "/")
        guard steps.last == "buscar", steps.count == 1 || (steps.count == 2 && steps[0].count == 2) else { return nil }
        return AskedQuery.value(of: "q", in: String(parts[1].prefix { $0 != "#" }))
    }

    /// The host and port of an address.
    static func host(_ address: String) -> Substring? {
        address.firstRange(of: "://").map { address[$0.upperBound...].prefix { $0 != "/" && $0 != "?" && $0 != "#" } }
    }
}
