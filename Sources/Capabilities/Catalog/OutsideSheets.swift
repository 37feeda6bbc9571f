import Civic
import Ports
import Storage

extension SheetDesk {
    /// The addresses of sheets at other sites, with what to have at hand filled in for a day, in the words of the catalogue's language.
    public func outsideLinks(of sheet: Int? = nil, on day: Day, source: Texts) async throws -> [OutsideLinks.Link] {
        try await reading { snapshot in
            let institutions = Dictionary(uniqueKeysWithValues: try ListStore().institutions(snapshot).map { ($0.key, $0.name) })
            let sheets = try sheet.map { [try SheetStore().sheet($0, snapshot)].compactMap(\.self) } ?? SheetStore().all(snapshot)
            return try sheets.compactMap { sheet in
                guard let address = sheet.online else { return nil }
                let parameters = try ParameterDesk().parameters(sheet.parameters, snapshot)
                let sentences = FilledSentences(texts: source, parameters: parameters, day: day)
                return OutsideLinks.Link(
                    sheet: sheet.number.value, title: sheet.title, path: sheet.path, address: address, institution: sheet.institution,
                    institutionName: institutions[sheet.institution] ?? sheet.institution, isDoneThere: sheet.isDoneOnline,
                    atHand: sheet.documents.map(sentences.dated), hasOtherWays: sheet.steps.media.contains { $0 != .web })
            }
        }
    }
}
