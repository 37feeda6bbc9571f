import Civic
import HTTPTypes
import Hummingbird
import Markup
import Web

/// `/estadisticas/datos`: the files of each month for whoever reckons with them, with the package that describes them (Frictionless Data Package).
public struct OpenFigurePages: Sendable {
    private let pages: Pages
    private let desk: OpenFigureDesk
    private let base: String
    private static let path = "/estadisticas/datos"

    /// `base` is the public beginning of addresses.
    public init(_ pages: Pages, desk: OpenFigureDesk, base: String) {
        self.pages = pages
        self.desk = desk
        self.base = base
    }

    public func mount(on router: PageRoutes) {
        router.get("/estadisticas/datos") { request, context in
            try await pages.show(request, context, topics: [OpenFigureDesk.topic]) {
                let files = try await desk.files()
                return page(files, try await desk.synthetic(files))
            }
        }
        router.get("/estadisticas/datos/:file") { request, context in
            let name = try context.parameters.require("file")
            if name == "datapackage.json" {
                let files = try await desk.files()
                return Representation(
                    package(files, try await desk.synthetic(files)).bytes, type: "application/json", cacheControl: "no-cache",
                    isOpen: true
                ).response(to: request)
            }
            guard let body = try await desk.body(named: name) else { throw Failure.notFound }
            // A published file never changes.
            return Representation(
                body, type: "text/csv; charset=utf-8; header=present", cacheControl: "public, max-age=31536000, immutable", isOpen: true
            ).response(to: request)
        }
    }

    private func page(_ files: [OpenFile], _ synthetic: Set<Month>) -> Page {
        let texts = pages.texts
        return Page(
            title: texts["openFigures.title"], summary: texts["openFigures.lead"], path: Self.path,
            trail: [Link(texts.address("/estadisticas"), texts["boards.title"])],
            main: """
                <div class="wide"><h1>\(texts["openFigures.title"])</h1>
                <p class="lead">\(texts["openFigures.lead"])</p>
                \(when: !synthetic.isEmpty, Alert.box(.attention, "<p>\(texts["boards.synthetic"])</p>", texts: texts))\
                <p><a href="\(texts.address("\(Self.path)/datapackage.json"))">\(texts["openFigures.package"])</a></p>
                \(files.isEmpty ? EmptyState.box(texts["boards.empty.title"], "<p>\(texts["boards.empty"])</p>") : table(files))
                <h2>\(texts["openFigures.dictionary"])</h2>
                \(each: OpenFile.Kind.allCases, dictionary)
                <p>\(texts("openFigures.hidden", ["least": "\(Hiding.least)"]))</p></div>
                """)
    }

    private func table(_ files: [OpenFile]) -> HTML {
        let texts = pages.texts
        return DataTable.framed(
            id: "archivos", caption: texts["openFigures.caption"],
            columns: [
                .init(texts["openFigures.file"]), .init(texts["openFigures.size"], isNumeric: true), .init(texts["openFigures.published"]),
                .init(texts["openFigures.digest"]),
            ],
            rows: files.map { file in
                [
                    "<a href=\"\(texts.address("\(Self.path)/\(file.name)"))\">\(file.name)</a>", HTML(text: texts.number(file.bytes)),
                    HTML(text: texts.short(Day(of: file.published))), "<code>\(String(file.digest.prefix(16)))</code>",
                ]
            }, stacked: true)
    }

    private func dictionary(_ kind: OpenFile.Kind) -> HTML {
        """
        <h3>\(kind.rawValue)</h3>
        <dl class="answers">\(each: OpenContent.columns(kind), { "<div><dt><code>\($0.name)</code></dt><dd>\(pages.texts[$0.about])</dd></div>" })</dl>

        """
    }

    /// Source: the Data Package and Table Schema specifications of Frictionless Data, version 1.
    private func package(_ files: [OpenFile], _ synthetic: Set<Month>) -> JSON {
        let texts = pages.texts
        return [
            "profile": "tabular-data-package", "name": "interacciones", "title": .string(texts["openFigures.title"]),
            "description": .string(texts["openFigures.lead"] + (synthetic.isEmpty ? "" : " " + texts["boards.synthetic"])),
            "homepage": .string(base + Self.path),
            "resources": .array(
                files.map { file in
                    [
                        "profile": "tabular-data-resource", "name": .string(String(file.name.dropLast(4))),
                        "path": .string("\(base)\(Self.path)/\(file.name)"), "format": "csv", "mediatype": "text/csv", "encoding": "utf-8",
                        "bytes": .integer(file.bytes), "hash": .string("sha256:\(file.digest)"),
                        "schema": [
                            "fields": .array(
                                OpenContent.columns(file.kind).map { column in
                                    [
                                        "name": .string(column.name), "type": .string(column.type),
                                        "description": .string(texts[column.about]),
                                    ]
                                })
                        ],
                    ]
                }),
        ]
    }
}
