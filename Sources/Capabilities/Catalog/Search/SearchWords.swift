import Civic
import Foundation

/// How people's words become the catalogue's: words that say nothing, and other words for the same thing.
public struct SearchWords: Sendable {
    /// Folded words that are left out of a query.
    let stop: Set<String>
    /// What people say, in folded words, with the catalogue's words for it.
    let equivalents: [[String]: [[String]]]
    /// The most words that people's names for a thing have.
    let longest: Int

    /// Reads `search/stopwords.txt`, a word a line, and `search/synonyms.csv`.
    init(stopWords: String, synonyms: String) throws(CatalogueDefects) {
        let list = DefectList(file: "search/synonyms.csv")
        stop = Set(stopWords.foldedWords)
        var equivalents: [[String]: [[String]]] = [:]
        for row in CommaTable(synonyms, columns: ["termino", "equivalente"], list)?.rows ?? [] {
            let (said, meant) = ((row.values["termino"] ?? "").foldedWords, (row.values["equivalente"] ?? "").foldedWords)
            if said.isEmpty || meant.isEmpty { list.add("has an empty side", line: row.line, column: 1) }
            equivalents[said, default: []].append(meant)
        }
        guard list.defects.isEmpty else { throw CatalogueDefects(defects: list.defects) }
        self.equivalents = equivalents
        longest = equivalents.keys.map(\.count).max() ?? 0
    }

    /// Reads the folder `Catalogue/search`. Throws when a file is not there or can't be read.
    public init(folder: String) throws(CatalogueDefects) {
        func text(_ name: String) throws(CatalogueDefects) -> String {
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else {
                let defect = CatalogueDefect(
                    file: "search/" + name, line: 0, column: 0, field: "", message: "is not there, or is not UTF-8")
                throw CatalogueDefects(defects: [defect])
            }
            return text
        }
        try self.init(stopWords: text("stopwords.txt"), synonyms: text("synonyms.csv"))
    }
}
