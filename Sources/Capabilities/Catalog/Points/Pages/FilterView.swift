import Civic
import Markup
import Web

/// What a person may ask for among the points, as a form that is a plain address, and what was asked for, each with a way to drop it.
struct FilterView {
    let texts: Texts
    let path: String
    let filter: PointFilter
    let places: [Place]

    var form: HTML {
        """
        \(when: !filter.isEmpty, chosen)<details class="filters"><summary>\(texts["points.filter"])</summary>
        <form action="\(texts.address(path))">
        <div class="field"><label for="clase">\(texts["points.filter.kind"])</label>
        <select id="clase" name="clase"><option value="">\(texts["points.filter.any"])</option>
        \(each: PointOfService.Kind.allCases.filter { !$0.isNational }, { kind in
            "<option value=\"\(kind.rawValue)\"\(Attribute("selected", if: kind == filter.kind))>\(texts.name(of: kind))</option>\n"
        })</select></div>
        <div class="field"><label for="lugar">\(texts["points.filter.place"])</label>
        <select id="lugar" name="lugar"><option value="">\(texts["points.filter.any"])</option>
        \(each: places, { place in
            "<option value=\"\(place.key)\"\(texts.lang())\(Attribute("selected", if: place.key == filter.place))>\(place.name)</option>\n"
        })</select></div>
        \(tick("abierto", texts["points.filter.open"], filter.isOpenNow))\
        \(tick("acceso", texts["points.filter.access"], filter.isStepFree))\
        <p>\(Buttons.submit(texts["points.filter.action"]))</p>
        </form></details>

        """
    }

    private func tick(_ name: String, _ words: String, _ isOn: Bool) -> HTML {
        """
        <label class="choice"><input type="checkbox" id="\(name)" name="\(name)" value="si"\(Attribute("checked", if: isOn))> \
        <span>\(words)</span></label>

        """
    }

    /// Each with a link to the same page without it.
    private var chosen: HTML {
        let parts: [(words: String, without: PointFilter)] = [
            filter.kind.map { kind in (texts.name(of: kind), without { $0.kind = nil }) },
            filter.place.map { key in (places.first { $0.key == key }?.name ?? key, without { $0.place = nil }) },
            filter.isOpenNow ? (texts["points.filter.open"], without { $0.isOpenNow = false }) : nil,
            filter.isStepFree ? (texts["points.filter.access"], without { $0.isStepFree = false }) : nil,
        ].compactMap(\.self)
        return """
            <p class="sr" id="filtros">\(texts["points.filter.chosen"])</p>
            <ul class="chosen" aria-labelledby="filtros">
            \(each: parts, { part in
                """
                <li><a href="\(part.without.address(texts.address(path)))"><span class="sr">\(texts["points.filter.drop"]) </span>\(part.words) \
                <span aria-hidden="true">×</span></a></li>

                """
            })</ul>

            """
    }

    private func without(_ change: (inout PointFilter) -> Void) -> PointFilter {
        var less = filter
        change(&less)
        return less
    }
}

extension Texts {
    func name(of kind: PointOfService.Kind) -> String {
        switch kind {
        case .branch: self["points.kind.branch"]
        case .video: self["points.kind.video"]
        case .mobile: self["points.kind.mobile"]
        case .kiosk: self["points.kind.kiosk"]
        case .callCentre: self["points.kind.callCentre"]
        case .civilRegistry: self["points.kind.civilRegistry"]
        case .municipal: self["points.kind.municipal"]
        case .neighbours: self["points.kind.neighbours"]
        }
    }
}
