import Foundation

@testable import Catalog
@testable import Civic
@testable import Web

extension Parser {
    /// Files of the catalogue and of the interface, and files that people hand in.
    static let files: [Parser] = [
        Parser(name: "file") { bytes in
            guard FileKind(sniffing: bytes) != nil else { return }
            must(bytes.count > 3, "a kind needs its first bytes")
        },
        .text("csv") { text in
            let records = CommaSeparated.records(text)
            must(zip(records, records.dropFirst()).allSatisfy { $0.line < $1.line }, "records are in order")
        },
        .text("holidays") { text in
            _ = try? Holidays(csv: "fecha,nombre,ambito,cut_territorio,irrenunciable,fuente\n" + text)
        },
        .text("texts") { text in
            guard let texts = try? Texts(Data(text.utf8), language: "es") else { return }
            for key in texts.keys { must(!key.isEmpty || text.contains("\"\""), "a key is one of the file's") }
        },
        .text("sheet") { text in
            _ = try? CatalogueFiles(texts: ["sheets/x.yaml": text, "parameters/x.yaml": text]).catalogue()
        },
        .text("points") { text in
            _ = try? CatalogueFiles(texts: ["points-of-service.csv": text, "territory/communes.csv": text]).catalogue()
        },
    ]
}
