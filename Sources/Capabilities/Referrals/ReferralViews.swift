import Civic
import Markup
import Ports
import Web

/// Trays, and one referral.
struct ReferralViews {
    let texts: Texts
    let now: Instant
    let products: [Int64: String]
    let points: [Int64: String]
    let institutions: [String: String]

    private var trail: [Link] { [Link(texts.address("/mesa"), texts["desk.title"])] }

    func tray(_ mine: [ReferralDesk.Reading], _ others: [ReferralDesk.Reading], staff: Int64) -> Page {
        Page(
            title: texts["referrals.title"], path: "/mesa/derivaciones", trail: trail,
            main: """
                <div class="wide"><h1>\(texts["referrals.title"])</h1>
                <p class="lead">\(texts["referrals.lead"])</p>
                \(mine.isEmpty ? EmptyState.box(texts["referrals.none"], "<p>\(texts["referrals.none.next"])</p>") : table("bandeja", "referrals.tray", mine, staff))\
                \(when: !others.isEmpty, "<h2>\(texts["referrals.others"])</h2>\n\(table("otras", "referrals.others", others, staff))")</div>
                """)
    }

    func send(_ own: OwnContact, _ form: HTML) -> Page {
        Page(
            title: texts["referrals.send"], trail: trail + [Link(texts.address("/mesa/atenciones"), texts["persons.attentions.title"])],
            main: """
                <div class="wide"><h1>\(texts["referrals.send"])</h1>
                <p class="lead">\(texts[own.person == nil ? "referrals.send.nobody" : "referrals.send.lead"])</p>
                \(form)</div>
                """)
    }

    func page(_ reading: ReferralDesk.Reading, sender: StaffPosts.Post?, taking: HTML, moving: HTML?, staff: Int64) -> Page {
        let referral = reading.referral
        return Page(
            title: texts["referrals.one"], path: "/mesa/derivaciones/\(referral.id)",
            trail: trail + [Link(texts.address("/mesa/derivaciones"), texts["referrals.title"])],
            main: """
                <div class="wide"><h1>\(texts["referrals.one"])</h1>
                <p class="lead">\(texts[reading.hasPerson ? "referrals.one.lead" : "referrals.one.nobody"])</p>
                \(AnswerList.list([
                    .init(texts["referrals.since"], HTML(text: age(referral.made))),
                    .init(texts["referrals.product"], product(reading.contact)),
                    .init(texts["referrals.from"], HTML(text: [sender?.title, sender?.institution, reading.contact.point.flatMap { points[$0] }].compactMap(\.self).joined(separator: " · "))),
                    .init(texts["referrals.to"], HTML(text: address(referral.address, staff))),
                ], texts: texts))
                \(taking)\
                \(with: goesOn(referral, staff), { "<p><a class=\"button\" href=\"\($0)\">\(texts["referrals.goOn"])</a></p>\n" })\
                \(with: moving, { "<section aria-labelledby=\"mover\"><h2 id=\"mover\">\(texts["referrals.move"])</h2>\n\($0)</section>\n" })</div>
                """)
    }

    private func goesOn(_ referral: Referral, _ staff: Int64) -> String? {
        guard referral.holder == staff, let next = referral.next else { return nil }
        return texts.address("/mesa/atenciones/\(next.number)")
    }

    private func table(_ id: String, _ caption: TextKey, _ readings: [ReferralDesk.Reading], _ staff: Int64) -> HTML {
        DataTable.framed(
            id: id, caption: texts[caption],
            columns: [
                .init(texts["referrals.since"]), .init(texts["referrals.product"]), .init(texts["referrals.to"]),
                .init(texts["referrals.state"]),
            ],
            rows: readings.map { reading in
                [
                    "<a href=\"\(texts.address("/mesa/derivaciones/\(reading.referral.id)"))\">\(age(reading.referral.made))</a>",
                    product(reading.contact), HTML(text: address(reading.referral.address, staff)),
                    reading.referral.holder == staff
                        ? Tag.label(texts["referrals.state.yours"], .info) : Tag.label(texts["referrals.state.waiting"], .attention),
                ]
            }, stacked: true, isTitled: true)
    }

    private func product(_ contact: PastContact) -> HTML {
        "<span\(texts.lang())>\(contact.product.map { products[$0] ?? "\($0)" } ?? texts["referrals.product.none"])</span>"
    }

    private func address(_ address: Referral.Address, _ staff: Int64) -> String {
        switch address {
        case .point(let point): points[point] ?? "\(point)"
        case .institution(let key): institutions[key] ?? key
        case .staff(staff): texts["referrals.to.you"]
        case .staff: texts["referrals.to.somebody"]
        }
    }

    private func age(_ since: Instant) -> String {
        let minutes = Int(max(0, now.milliseconds - since.milliseconds) / 60_000)
        if minutes < 60 { return texts("referrals.minutes", count: minutes) }
        return minutes < 1440 ? texts("referrals.hours", count: minutes / 60) : texts("referrals.days", count: minutes / 1440)
    }
}
