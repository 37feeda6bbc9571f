import Civic
import Markup

/// A point of service in the vocabulary of schema.org. Only one that somebody saw: what is merely likely is left out.
struct OfficeData {
    let words: OpenWords
    let territory: Territory

    /// nil when nobody saw it, or it is in no place.
    func json(_ point: PointOfService) -> JSON? {
        guard let commune = point.commune.flatMap(territory.commune), point.evidence == .seen else { return nil }
        return [
            "@context": "https://schema.org", "@type": "GovernmentOffice", "@id": .string(words.address(point.path) + "#lugar"),
            "url": .string(words.address(point.path)),
            "name": .string(point.name), "telephone": .text(point.phone),
            "address": [
                "@type": "PostalAddress", "streetAddress": .text(point.address), "addressLocality": .string(commune.name),
                "addressRegion": .text(territory.region(commune.region)?.name), "addressCountry": "CL",
            ],
            "geo": point.position.map {
                ["@type": "GeoCoordinates", "latitude": .number($0.latitude), "longitude": .number($0.longitude)]
            },
            "openingHoursSpecification": .list(week(point)), "specialOpeningHoursSpecification": .list(special(point)),
        ]
    }

    private func week(_ point: PointOfService) -> [JSON] {
        (point.week?.stretches ?? []).flatMap { stretch in
            stretch.intervals.map { interval in
                [
                    "@type": "OpeningHoursSpecification", "dayOfWeek": .array(stretch.days.map { .string(Self.days[$0 - 1]) }),
                    "opens": .string(interval.opens), "closes": .string(Self.end(interval)),
                ]
            }
        }
    }

    /// Days on which other hours hold than those of the week. One on which nobody attends opens when it closes, as the vocabulary has it.
    private func special(_ point: PointOfService) -> [JSON] {
        let exceptions = point.exceptions.filter { words.today <= $0.days.upperBound }.flatMap { exception -> [JSON] in
            let hours = exception.hours.intervals.map { ($0.opens, Self.end($0)) }
            return (hours.isEmpty ? [("00:00", "00:00")] : hours).map { opens, closes in
                [
                    "@type": "OpeningHoursSpecification", "validFrom": .string(exception.days.lowerBound.iso),
                    "validThrough": .string(exception.days.upperBound.iso), "opens": .string(opens), "closes": .string(closes),
                ]
            }
        }
        let holidays: JSON = [
            "@type": "OpeningHoursSpecification", "dayOfWeek": "https://schema.org/PublicHolidays", "opens": "00:00", "closes": "00:00",
        ]
        return point.week == nil ? exceptions : exceptions + [holidays]
    }

    /// A time of day has no 24:00.
    private static func end(_ interval: OpeningHours.Interval) -> String { interval.to == 1440 ? "23:59" : interval.closes }

    private static let days = [
        "https://schema.org/Monday", "https://schema.org/Tuesday", "https://schema.org/Wednesday", "https://schema.org/Thursday",
        "https://schema.org/Friday", "https://schema.org/Saturday", "https://schema.org/Sunday",
    ]
}
