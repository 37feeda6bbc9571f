import Civic

/// `/lugares/comunas.json`: each comuna with its point of reference and its reach, so that a browser finds the nearest by itself and tells
/// nobody where it is.
enum CommuneFile {
    /// An array of `[code, name, latitude, longitude, kilometres]` (RFC 8259), by code. Names hold letters, blanks and apostrophes alone.
    static func text(_ territory: Territory, reaches: [CommuneCode: Int]) -> String {
        let rows = territory.communes.sorted { $0.code < $1.code }.compactMap { commune in
            reaches[commune.code].map { "[\"\(commune.code)\",\"\(commune.name)\",\(commune.latitude),\(commune.longitude),\($0)]" }
        }
        return "[" + rows.joined(separator: ",\n") + "]\n"
    }
}
