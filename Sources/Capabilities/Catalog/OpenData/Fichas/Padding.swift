/// The name of a function that a page of another site wants its answer wrapped in (JSONP): an identifier, or several with points between
/// them. Anything else could be a program.
struct Padding {
    let callback: String

    /// nil unless it is such a name of at most 64 characters.
    init?(_ text: String) {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let isName = parts.allSatisfy { part in
            part.utf8.first.map { !(0x30...0x39).contains($0) } == true
                && part.utf8.allSatisfy {
                    (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) || $0 == 0x5F || $0 == 0x24
                }
        }
        guard isName, text.utf8.count <= 64 else { return nil }
        callback = text
    }

    /// The comment before it keeps old players from taking the answer for their own format.
    func wrap(_ json: [UInt8]) -> [UInt8] { Array("/**/\(callback)(".utf8) + json + Array(");".utf8) }
}
