import Definitions
import Civic
import Foundation
import Searches

/// How people's words become the catalogue's: words that say nothing, other words for the same thing, and words that are no mistakes.
public struct SearchWords: Sendable {
    let lexicon: Lexicon

    /// Reads `search/stopwords.txt` and `search/familiar.txt`, a word a line, and `search/synonyms.csv`.
    init(stopWords: String, synonyms: String, familiar: String = "") throws(FileDefects) {
        let list = DefectList(file: "search/synonyms.csv")
        var pairs: [(said: String, meant: String)] = []
        for row in CommaTable(synonyms, columns: ["termino", "equivalente"], list)?.rows ?? [] {
            let (said, meant) = (row.values["termino"] ?? "", row.values["equivalente"] ?? "")
            if said.foldedWords.isEmpty || meant.foldedWords.isEmpty { list.add("has an empty side", line: row.line, column: 1) }
            pairs.append((said, meant))
        }
        guard list.defects.isEmpty else { throw FileDefects(list.defects) }
        lexicon = Lexicon(stopWords: stopWords.foldedWords, synonyms: pairs, familiar: familiar.foldedWords)
    }

    /// Reads the folder `Catalogue/search`. Throws when a file is not there or can't be read.
    public init(folder: String) throws(FileDefects) {
        func text(_ name: String) throws(FileDefects) -> String {
            guard let text = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8) else {
                let defect = FileDefect(
                    file: "search/" + name, line: 0, column: 0, field: "", message: "is not there, or is not UTF-8")
                throw FileDefects([defect])
            }
            return text
        }
        try self.init(stopWords: text("stopwords.txt"), synonyms: text("synonyms.csv"), familiar: text("familiar.txt"))
    }
}
