import Civic
import Markup
import Ports
import Web

extension DiversionDesk {
    /// For every door that shows a point.
    public var notices: PointNotices {
        PointNotices { asked, texts in
            let open = try await open().filter { asked.contains($0.point) }
            guard !open.isEmpty else { return [:] }
            let names = try await points.names()
            let words = DiversionWords(texts: texts, points: names)
            return Dictionary(uniqueKeysWithValues: open.map { ($0.point, words.notice($0)) })
        }
    }

    /// What goes on where an agent attends: it stands first until it ends.
    public var news: DeskNews {
        DeskNews { _, actor, texts in
            guard actor.maySomewhere(.offerDiversions) || actor.maySomewhere(.manageDiversions) else { return [] }
            let names = try await points.names()
            return try await open(for: actor).map { reading in
                let point = names[reading.diversion.point] ?? "\(reading.diversion.point)"
                return DeskNews.Item(
                    texts("diversions.news", ["place": point, "hour": texts.hour(reading.diversion.began)]), path: "/mesa/rebalse",
                    at: reading.diversion.began)
            }
        }
    }
}

/// What diversions are called.
struct DiversionWords {
    let texts: Texts
    let points: [Int64: String]

    func notice(_ diversion: Diversion) -> HTML {
        Alert.box(
            .attention,
            """
            <p>\(texts(Self.said(diversion.cause), ["hour": texts.hour(diversion.began)])) \(texts["diversions.instead"])</p>
            <ul>
            \(each: diversion.ways.offers, { "<li>\(way($0, diversion.ways))</li>\n" })</ul>

            """, texts: texts)
    }

    private func way(_ offer: Diversion.Offer, _ ways: Ways) -> HTML {
        switch offer {
        case .otherPoint:
            guard let other = ways.otherPoint else { return HTML() }
            let name = points[other] ?? "\(other)"
            return "\(texts["diversions.way.otherPoint"]) <a href=\"\(texts.address("/lugares/puntos/\(other)"))\">\(name)</a>"
        case .phone: return "\(texts["diversions.way.phone"])"
        case .video: return "\(texts["diversions.way.video"])"
        case .callBack: return "\(texts["diversions.way.callBack"])"
        case .web: return "<a href=\"\(texts.address("/"))\">\(texts["diversions.way.web"])</a>"
        }
    }

    private static func said(_ cause: Diversion.Cause) -> TextKey {
        cause == .closed ? "diversions.closed" : "diversions.busy"
    }

    static func word(_ offer: Diversion.Offer) -> TextKey {
        switch offer {
        case .callBack: "diversions.offer.callBack"
        case .otherPoint: "diversions.offer.otherPoint"
        case .video: "diversions.offer.video"
        case .phone: "diversions.offer.phone"
        case .web: "diversions.offer.web"
        }
    }

    static func word(_ cause: Diversion.Cause) -> TextKey {
        switch cause {
        case .hand: "diversions.cause.hand"
        case .wait: "diversions.cause.wait"
        case .closed: "diversions.cause.closed"
        }
    }
}
