import Civic
import Markup

/// What open formats say of a sheet in sentences: with the values of the day put in, in the language of the content.
struct OpenWords: Sendable {
    /// The words of the language in which sheets are written.
    let texts: Texts
    /// The public beginning of addresses, without a slash at its end.
    let base: String
    let today: Day

    func sentence(_ text: String, _ reading: SheetReading) -> String {
        FilledSentences(texts: texts, parameters: reading.parameters, day: today).dated(text)
    }

    func sentences(_ list: [String], _ reading: SheetReading) -> [String] { list.map { sentence($0, reading) } }

    func address(_ path: String) -> String { base + path }

    func name(_ medium: Steps.Medium) -> String {
        switch medium {
        case .web: texts["sheet.medium.web"]
        case .branch: texts["sheet.medium.branch"]
        case .phone: texts["sheet.medium.phone"]
        case .video: texts["sheet.medium.video"]
        case .kiosk: texts["sheet.medium.kiosk"]
        }
    }

    func status(_ status: ServiceSheet.Status) -> String? {
        switch status {
        case .current: nil
        case .closed: texts["sheet.status.closed"]
        case .ended: texts["sheet.status.ended"]
        case .historical: texts["sheet.status.historical"]
        case .beingReplaced: texts["sheet.status.beingReplaced"]
        }
    }

    func hours(_ point: PointOfService) -> String? {
        point.week.map { HourTexts(texts: texts).week($0) } ?? point.hours
    }
}

extension Day {
    /// The beginning of the day in continental Chile (RFC 3339): `2026-11-23T00:00:00-03:00`.
    var moment: String {
        "\(iso)T00:00:00-0\(-ChileanTime.offsetHours(at: ChileanTime.instant(of: self, hour: 0))):00"
    }
}

extension OpeningHours.Interval {
    /// `08:30`. Midnight at the end of a day is `24:00`.
    var opens: String { Self.clock(from) }
    var closes: String { Self.clock(to) }

    private static func clock(_ minute: Int) -> String {
        "\(minute < 600 ? "0" : "")\(minute / 60):\(minute % 60 < 10 ? "0" : "")\(minute % 60)"
    }
}

extension Term {
    /// ISO 8601: `P3M`. Days that count have no form there: nil.
    var duration: String? {
        switch self {
        case .businessDays: nil
        case .days(let count): "P\(count)D"
        case .months(let count): count % 12 == 0 ? "P\(count / 12)Y" : "P\(count)M"
        }
    }
}
