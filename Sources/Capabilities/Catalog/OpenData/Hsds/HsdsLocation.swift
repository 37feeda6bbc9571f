import Civic
import Markup

/// A point of service as a location of HSDS 3.0.
struct HsdsLocation {
    let words: OpenWords
    let point: PointOfService
    let territory: Territory

    var id: String { HsdsNames.location(point.number) }

    var short: JSON {
        [
            "id": .string(id), "location_type": "physical", "url": .string(words.address(point.path)),
            "name": .string(point.name), "description": .text(point.note),
            "external_identifier": .string("\(point.number)"), "external_identifier_type": "ventanilla",
            "latitude": point.position.map { .number($0.latitude) }, "longitude": point.position.map { .number($0.longitude) },
        ]
    }

    var full: JSON {
        short.with([
            "addresses": .list(addresses), "phones": .list(phones), "schedules": .list(schedules + exceptions),
            "accessibility": .list(access),
        ])
    }

    /// Postal codes are known of no point: the specification wants the field, and it is empty.
    private var addresses: [JSON] {
        guard let address = point.address, let commune = point.commune.flatMap(territory.commune) else { return [] }
        return [
            [
                "id": .string(HsdsNames.part("address", of: id)), "location_id": .string(id), "address_1": .string(address),
                "city": .string(commune.name), "state_province": .string(territory.region(commune.region)?.name ?? ""), "postal_code": "",
                "country": "CL", "address_type": "physical",
            ]
        ]
    }

    private var phones: [JSON] {
        guard let phone = point.phone else { return [] }
        return [
            ["id": .string(HsdsNames.part("phone", of: id)), "location_id": .string(id), "number": .string(phone), "type": "voice"]
        ]
    }

    /// Days with other hours; one on which nobody attends has its reason and no hours.
    private var exceptions: [JSON] {
        point.exceptions.enumerated().flatMap { index, exception -> [JSON] in
            let hours: [OpeningHours.Interval?] = exception.isClosed ? [nil] : exception.hours.intervals
            return hours.enumerated().map { part, interval in
                [
                    "id": .string(HsdsNames.part("exception", of: id, index * 100 + part)), "location_id": .string(id),
                    "valid_from": .string(exception.days.lowerBound.iso), "valid_to": .string(exception.days.upperBound.iso),
                    "opens_at": .text(interval?.opens), "closes_at": .text(interval?.closes), "description": .string(exception.reason),
                ]
            }
        }
    }

    /// Only what somebody said is there; what is unknown is left out.
    private var access: [JSON] {
        point.access.filter(\.isThere).enumerated().map { index, statement in
            [
                "id": .string(HsdsNames.part("accessibility", of: id, index)), "location_id": .string(id),
                "description": .string([statement.feature.rawValue, statement.note].compactMap(\.self).joined(separator: ": ")),
            ]
        }
    }

    private var schedules: [JSON] {
        let pieces = (point.week?.stretches ?? []).flatMap { stretch in stretch.intervals.map { (stretch.days, $0) } }
        return pieces.enumerated().map { index, piece in
            let (days, interval) = piece
            return [
                "id": .string(HsdsNames.part("schedule", of: id, index)), "location_id": .string(id), "freq": "WEEKLY", "interval": 1,
                "wkst": "MO", "byday": .string(days.map { ICalendarDays.names[$0 - 1] }.joined(separator: ",")),
                "opens_at": .string(interval.opens), "closes_at": .string(interval.closes), "description": .text(words.hours(point)),
            ]
        }
    }
}

/// The days of the week as RFC 5545 writes them, from Monday.
enum ICalendarDays {
    static let names = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]
}
