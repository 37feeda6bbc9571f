import Civic
import Markup
import Web

/// The files that the pages of places need besides the site's.
public struct PlaceFiles: Sendable {
    public let stylesheet: String
    public let script: String

    /// Addresses of `places.css` and `near.js`.
    public init(stylesheet: String, script: String) {
        self.stylesheet = stylesheet
        self.script = script
    }
}

/// The way to the nearest comuna by the browser's position. It is there for a script alone: without one there is nothing that it could do.
struct NearButton {
    static let file = "/lugares/comunas.json"

    let texts: Texts
    let files: PlaceFiles
    let filter: PointFilter

    var html: HTML {
        """
        <div class="near by-script" hidden data-comunas="\(Self.file)" data-lugares="\(texts.address("/lugares"))" \
        data-filtro="\(filter.address(""))" data-busca="\(texts["points.position.asking"])" data-niega="\(texts["points.position.denied"])" \
        data-falla="\(texts["points.position.unknown"])" data-lejos="\(texts["points.position.far"])">
        <p>\(texts["points.position.or"])</p>
        <button type="button" class="button second">\(texts["points.position.action"])</button>
        <p class="quiet">\(texts["points.position.private"])</p>
        <p role="status"></p></div>

        """
    }
}
