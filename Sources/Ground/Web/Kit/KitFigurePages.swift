import Civic
import Hummingbird
import Markup

/// The page of the kit that shows its figures: `/kit/figuras`.
public struct KitFigurePages: Sendable {
    static let path = "/kit/figuras"

    private let pages: Pages
    private let stylesheet: String
    private let samples: @Sendable () throws -> FigureSamples

    /// `stylesheet` is the address of `specimens.css`; `samples` is asked once, when the page is first rendered: the outlines of the comunas take a while to read.
    public init(_ pages: Pages, stylesheet: String, samples: @escaping @Sendable () throws -> FigureSamples) {
        self.pages = pages
        self.stylesheet = stylesheet
        self.samples = samples
    }

    public func mount(on router: PageRoutes) {
        router.get(RouterPath(Self.path)) { request, context in
            try await pages.show(request, context, topics: []) {
                KitFigureView(texts: pages.texts, stylesheet: stylesheet).page(try samples())
            }
        }
    }
}

/// The page: each figure live, with when to use it and when not, and what it does for those who don't see it.
struct KitFigureView {
    let texts: Texts
    let stylesheet: String

    /// What is said about a kind of figure.
    private struct Kind {
        let title: TextKey
        let use: TextKey
        let avoid: TextKey
        let figures: [HTML]
    }

    func page(_ samples: FigureSamples) -> Page {
        let kinds = [
            Kind(
                title: "kit.figures.bars.title", use: "kit.figures.bars.use", avoid: "kit.figures.bars.avoid",
                figures: [samples.growth, samples.bars]),
            Kind(
                title: "kit.figures.columns.title", use: "kit.figures.columns.use", avoid: "kit.figures.columns.avoid",
                figures: [samples.columns]),
            Kind(
                title: "kit.figures.lines.title", use: "kit.figures.lines.use", avoid: "kit.figures.lines.avoid", figures: [samples.lines]
            ),
            Kind(
                title: "kit.figures.multiples.title", use: "kit.figures.multiples.use", avoid: "kit.figures.multiples.avoid",
                figures: [samples.multiples]),
            Kind(
                title: "kit.figures.regions.title", use: "kit.figures.regions.use", avoid: "kit.figures.regions.avoid",
                figures: [samples.regions]),
            Kind(
                title: "kit.figures.communes.title", use: "kit.figures.communes.use", avoid: "kit.figures.communes.avoid",
                figures: [samples.communes]),
            Kind(
                title: "kit.figures.nothing.title", use: "kit.figures.nothing.use", avoid: "kit.figures.nothing.avoid",
                figures: [samples.nothing]),
        ]
        return Page(
            title: texts["kit.figures.title"], summary: texts["kit.figures.lead"], path: KitFigurePages.path,
            trail: [Link(texts.address("/kit"), texts["kit.title"])],
            stylesheets: [stylesheet],
            main: """
                <div class="wide">
                <h1>\(texts["kit.figures.title"])</h1>
                <p class="lead">\(texts["kit.figures.lead"])</p>
                <h2>\(texts["kit.figures.access.title"])</h2>
                <ul>
                <li>\(texts["kit.figures.access.table"])</li>
                <li>\(texts["kit.figures.access.reader"])</li>
                <li>\(texts["kit.figures.access.colour"])</li>
                <li>\(texts["kit.figures.access.size"])</li>
                <li>\(texts["kit.figures.access.gaps"])</li>
                </ul>
                \(each: kinds, section)</div>
                """)
    }

    private func section(_ kind: Kind) -> HTML {
        """
        <section>
        <h2>\(texts[kind.title])</h2>
        <dl class="advice">
        <div><dt>\(texts["kit.use"])</dt><dd>\(texts[kind.use])</dd></div>
        <div><dt>\(texts["kit.avoid"])</dt><dd>\(texts[kind.avoid])</dd></div>
        </dl>
        \(kind.figures)</section>

        """
    }
}
