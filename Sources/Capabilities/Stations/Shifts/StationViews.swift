import Civic
import Markup
import Web

/// One's own place, open or not.
struct StationViews {
    let texts: Texts
    let pauses: DatedWords
    let now: Instant

    struct Forms {
        let pause: HTML
        let resume: HTML
        let close: HTML
        let alarm: HTML
    }

    func closed(_ form: HTML, alarm: HTML) -> Page {
        page("stations.title", "stations.lead", "\(form)\n\(calling(alarm))")
    }

    private func calling(_ alarm: HTML) -> HTML {
        """
        <section aria-labelledby="ayuda"><h2 id="ayuda">\(texts["stations.alarm"])</h2>
        <p>\(texts["stations.alarm.lead"])</p>
        \(alarm)</section>
        """
    }

    func open(_ reading: ShiftReading, point: String?, looks: Int, forms: Forms) -> Page {
        let shift = reading.shift
        let isPaused = reading.present?.state == .paused
        return page(
            "stations.title", isPaused ? "stations.paused.lead" : "stations.open.lead",
            """
            \(AnswerList.list([
                .init(texts["stations.state"], state(reading.present)),
                .init(texts["stations.where"], HTML(text: [point ?? texts["stations.place.afar"], shift.window.map { texts("stations.atWindow", ["window": $0]) }].compactMap(\.self).joined(separator: " · "))),
                .init(texts["stations.channel"], HTML(text: StationWords.channel(shift.channel, texts))),
                .init(texts["stations.since"], HTML(text: texts.hour(shift.began))),
                .init(texts["stations.attended"], HTML(text: texts.number(Double(reading.attentions)))),
                .init(texts["stations.attended.time"], HTML(text: StationWords.time(reading.seconds(.attending, now), texts))),
                .init(texts["stations.paused.time"], HTML(text: StationWords.time(reading.seconds(.paused, now), texts))),
            ], texts: texts))
            \(isPaused ? forms.resume : HTML())
            <p><a class="button\(isPaused ? " second" : "")" href="\(texts.address("/mesa/atenciones"))">\(texts["persons.attentions.title"])</a></p>
            \(when: !isPaused, "<section aria-labelledby=\"pausa\"><h2 id=\"pausa\">\(texts["stations.pause"])</h2>\n\(forms.pause)</section>\n")\
            <section aria-labelledby="propias"><h2 id="propias">\(texts["stations.own"])</h2>
            <p>\(texts("stations.own.looks", count: looks)) <a href="\(texts.address("/mesa/puesto/revisiones"))">\(texts["quality.own"])</a></p>
            <p><a href="\(texts.address("/mesa/puesto/cifras"))">\(texts["ownFigures.title"])</a></p>
            <p><a href="\(texts.address("/mesa/dotacion/mia"))">\(texts["stations.roster"])</a></p></section>
            \(calling(forms.alarm))
            <section aria-labelledby="cerrar"><h2 id="cerrar">\(texts["stations.close"])</h2>
            <p>\(texts["stations.close.lead"])</p>
            \(forms.close)</section>
            """)
    }

    private func state(_ spell: Spell?) -> HTML {
        guard let spell else { return HTML() }
        let word = StationWords.state(spell, pauses, texts)
        return
            "\(Tag.label(word, StationWords.tone(spell.state))) \(texts("stations.for", ["time": StationWords.time(spell.seconds(now), texts)]))"
    }

    private func page(_ title: TextKey, _ lead: TextKey, _ main: HTML) -> Page {
        Page(
            title: texts[title], path: "/mesa/puesto", trail: [Link(texts.address("/mesa"), texts["desk.title"])],
            main: """
                <div class="wide"><h1>\(texts[title])</h1>
                <p class="lead">\(texts[lead])</p>
                \(main)</div>
                """)
    }
}

/// What shifts are called.
enum StationWords {
    static func state(_ spell: Spell, _ pauses: DatedWords, _ texts: Texts) -> String {
        switch spell.state {
        case .available: texts["stations.state.available"]
        case .attending: texts["stations.state.attending"]
        case .paused: spell.pause.map { pauses.word($0, texts) } ?? texts["stations.state.paused"]
        }
    }

    static func tone(_ state: Spell.State) -> Tone? {
        switch state {
        case .available: .done
        case .attending: .info
        case .paused: nil
        }
    }

    /// Under a minute is said so: nobody is timed by the second.
    static func time(_ seconds: Int, _ texts: Texts) -> String {
        let minutes = seconds / 60
        if minutes < 1 { return texts["stations.time.less"] }
        return minutes < 60
            ? texts("stations.time.minutes", count: minutes)
            : texts("stations.time.hours", ["h": "\(minutes / 60)", "m": "\(minutes % 60)"])
    }

    static func channel(_ channel: Channel, _ texts: Texts) -> String {
        switch channel {
        case .callCentre: texts["spine.channel.callCentre"]
        case .video: texts["spine.channel.video"]
        case .chat: texts["spine.channel.chat"]
        case .socialNetworks: texts["spine.channel.socialNetworks"]
        case .mobileOffice: texts["spine.channel.mobileOffice"]
        case .municipalPoint: texts["spine.channel.municipalPoint"]
        default: texts["spine.channel.branch"]
        }
    }
}
