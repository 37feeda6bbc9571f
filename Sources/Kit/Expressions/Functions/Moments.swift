import Foundation

extension Functions {
    /// Parts of a moment, in UTC or in the zone that is named, and parts of a length of time (langdef, "Timezones").
    static let moments: [String: [Overload]] = [
        "getFullYear": part { $0.year },
        "getMonth": part { $0.month - 1 },
        "getDayOfMonth": part { $0.day - 1 },
        "getDate": part { $0.day },
        "getDayOfYear": part { $0.dayOfYear },
        "getDayOfWeek": fields { (day, _, _) in (day % 7 + 11) % 7 },
        "getHours": fields { (_, second, _) in second / 3_600 } + span { $0 / 3_600_000_000_000 },
        "getMinutes": fields { (_, second, _) in second / 60 % 60 } + span { $0 / 60_000_000_000 },
        "getSeconds": fields { (_, second, _) in second % 60 } + span { $0 / 1_000_000_000 },
        "getMilliseconds": fields { (_, _, nanosecond) in nanosecond / 1_000_000 } + span { $0 / 1_000_000 % 1_000 },
    ]

    private static func part(_ part: @escaping @Sendable (CivilDate) -> Int) -> [Overload] {
        fields { (day, _, _) in part(CivilDate(daysSince1970: day)) }
    }

    /// Of days since 1970, seconds of the day, and nanoseconds.
    private static func fields(_ part: @escaping @Sendable (Int, Int, Int) -> Int) -> [Overload] {
        @Sendable func field(_ moment: Timestamp, _ offset: Int64) -> Value {
            let local = moment.seconds + offset
            return .int(
                Int64(part(Int(local.flooredQuotient(86_400)), Int(local.flooredRemainder(86_400)), Int(moment.nanoseconds))))
        }
        return [
            Overload(
                [.timestamp], .int, isMember: true,
                .one { (moment) throws(EvaluationError) in
                    guard case .timestamp(let moment) = moment else { throw mistake(moment) }
                    return field(moment, 0)
                }),
            Overload(
                [.timestamp, .string], .int, isMember: true,
                .two { (moment, zone) throws(EvaluationError) in
                    guard case (.timestamp(let moment), .string(let zone)) = (moment, zone) else { throw mistake(moment, zone) }
                    return field(moment, try offset(zone, moment))
                }),
        ]
    }

    private static func span(_ part: @escaping @Sendable (Int64) -> Int64) -> [Overload] {
        [
            Overload(
                [.duration], .int, isMember: true,
                .one { (span) throws(EvaluationError) in
                    guard case .duration(let span) = span else { throw mistake(span) }
                    return .int(part(span.nanoseconds))
                })
        ]
    }

    /// An abbreviation is no name of the IANA database, but where it is a zone of its own there.
    private static let abbreviations = Set(TimeZone.abbreviationDictionary.keys)
        .subtracting(["EST", "MST", "HST", "UTC", "GMT", "CET", "EET", "MET", "WET"])

    /// Seconds ahead of UTC: of `-03:00`, or of a name of the IANA database at that moment.
    private static func offset(_ zone: String, _ moment: Timestamp) throws(EvaluationError) -> Int64 {
        var digits = DigitReader(zone)
        if let minutes = digits.offset(isSigned: false), digits.isAtEnd { return Int64(minutes) * 60 }
        guard !abbreviations.contains(zone), let named = TimeZone(identifier: zone) else {
            throw EvaluationError(.invalid, "no time zone '\(zone)'")
        }
        return Int64(named.secondsFromGMT(for: Date(timeIntervalSince1970: Double(moment.seconds))))
    }
}
