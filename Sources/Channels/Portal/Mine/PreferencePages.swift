import Civic
import Hummingbird
import Markup
import Storage
import Web

/// `/mi/datos/preferencias`: in which language and by which way the person wants to be attended, and what they need so that it works. It
/// is asked once and honoured at all doors.
public struct PreferencePages: Sendable {
    private static let channels: [(channel: Channel, name: String, words: TextKey)] = [
        (.web, "web", "preferences.channel.web"), (.callCentre, "telefono", "preferences.channel.phone"),
        (.branch, "sucursal", "preferences.channel.branch"), (.video, "video", "preferences.channel.video"),
    ]
    private static let needs: [(need: Need, words: TextKey)] = [
        (.signLanguage, "need.signLanguage"), (.easyReading, "need.easyReading"), (.interpreter, "need.interpreter"),
        (.interculturalFacilitator, "need.interculturalFacilitator"), (.homeVisit, "need.homeVisit"), (.wheelchair, "need.wheelchair"),
        (.largePrint, "need.largePrint"), (.companion, "need.companion"),
    ]
    /// The languages of Chile's peoples and of those who came, each by its own name.
    private static let languages = [
        ("es", "Espa\u{F1}ol"), ("arn", "Mapuzugun"), ("ay", "Aymara"), ("quh", "Quechua"), ("rap", "Rapa Nui"),
        ("ht", "Krey\u{F2}l ayisyen"),
        ("en", "English"),
    ]

    private static let language = Field.select(
        "idioma", "preferences.language", empty: "preferences.none", languages.map { FieldOption($0.0, plain: $0.1) }
    ).optional
    private static let channel = Field.select(
        "canal", "preferences.channel", hint: "preferences.channel.hint", empty: "preferences.none",
        channels.map { FieldOption($0.name, $0.words) }
    ).optional
    private static let need = Field.choices(
        "apoyos", "preferences.needs", hint: "preferences.needs.hint", needs.map { FieldOption($0.need.rawValue, $0.words) }
    ).optional
    private static let form = Form("preferences", [language, channel, need])

    private let place: OwnPlace
    private let records: OwnRecords
    private let forms: Forms

    public init(_ place: OwnPlace, records: OwnRecords, forms: Forms) {
        self.place = place
        self.records = records
        self.forms = forms
    }

    public func mount(on router: PageRoutes) {
        router.get("/mi/datos/preferencias") { request, context in
            let caller = try await place.caller(request)
            let isSaved = request.asked("guardado") == "si"
            return try await place.response(page(try await begun(caller), caller, isSaved: isSaved), for: caller, request, context)
        }
        router.post("/mi/datos/preferencias") { request, context in
            let caller = try await place.caller(request)
            switch try await forms.take(Self.form, request, context, session: caller.session) {
            case .refused(let filling): return try await place.response(page(filling, caller), for: caller, request, context)
            case .accepted(let answers, let once):
                let needs = try await save(answers, once, caller)
                let address = place.pages.texts.address("/mi/datos/preferencias") + "?guardado=si"
                var response = Response.redirect(to: address, type: .normal)
                response.headers.append(LargePrint.field(needs.contains(.largePrint), isSecure: place.pages.isSecure))
                return response
            }
        }
    }

    /// The form with what is kept.
    private func begun(_ caller: Caller) async throws -> Filling {
        let disclosure = try await records.open([.needs], of: caller, for: "trace.purpose.ownPreferences")
        let person = try await records.person(caller)
        let kept = try person.needs.map { try disclosure.open($0) }?.split(separator: " ").map(String.init) ?? []
        var values = kept.map { (name: "apoyos", value: $0) }
        if let language = person.language { values.append((name: "idioma", value: language)) }
        if let channel = Self.channels.first(where: { $0.channel.number == person.channel }) {
            values.append((name: "canal", value: channel.name))
        }
        return Self.form.begun(values)
    }

    private func save(_ answers: Answers, _ once: OnceKey, _ caller: Caller) async throws -> Set<Need> {
        let needs = Set((try answers[Self.need] ?? []).compactMap(Need.init(rawValue:)))
        let language = try answers[Self.language]
        let named = try answers[Self.channel]
        let channel = Self.channels.first { $0.name == named }?.channel.number
        let (people, person, actor) = (records.people, caller.person, caller.actor)
        _ = try await records.database.write(once: once) { transaction in
            try people.need(needs, person, by: actor, transaction)
            try people.prefer(language: language, channel: channel, person, by: actor, transaction)
            return true
        }
        return needs
    }

    private func page(_ filling: Filling, _ caller: Caller, isSaved: Bool = false) -> Page {
        let texts = place.pages.texts
        let form = forms.html(
            filling, action: texts.address("/mi/datos/preferencias"), button: "preferences.save", texts: texts, session: caller.session)
        return Page(
            title: texts["preferences.title"], path: "/mi/datos/preferencias", trail: ContactView(texts: texts).trail,
            main: """
                <div class="wide"><h1>\(texts["preferences.title"])</h1>
                \(when: isSaved, Alert.box(.done, "<p>\(texts["preferences.saved"])</p>", texts: texts, isNew: true))
                <p class="lead">\(texts["preferences.lead"])</p>
                \(form)</div>
                """
        ).answering(filling)
    }
}
