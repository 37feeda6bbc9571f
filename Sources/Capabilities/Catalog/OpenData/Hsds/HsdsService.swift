import Civic
import Markup

/// A sheet as a service of HSDS 3.0. Source: Open Referral, Human Services Data Specification 3.0.
struct HsdsService {
    let words: OpenWords
    let reading: SheetReading

    private var sheet: ServiceSheet { reading.sheet }
    var id: String { HsdsNames.service(sheet.number.value) }

    /// What lists show of it.
    var short: JSON { own.with(["organization": HsdsOrganization(reading.institution).short]) }

    /// With all that hangs on it.
    func full(_ points: [HsdsLocation]) -> JSON {
        short.with([
            "phones": [phone], "service_areas": [area], "languages": [language], "cost_options": .list(costs),
            "required_documents": .list(documents),
            "service_at_locations": .list(points.map { place(at: $0) }),
        ])
    }

    var minimal: JSON { ["id": .string(id), "last_modified": .string(sheet.checked.moment)] }

    private var own: JSON {
        [
            "id": .string(id), "organization_id": .string(HsdsNames.organization(reading.institution.key)), "name": .string(sheet.title),
            "alternate_name": .text(sheet.alsoKnownAs.first), "description": .string(sheet.summary),
            "url": .string(words.address(sheet.path)), "status": .string(status), "application_process": .text(process),
            "fees_description": .string(sheet.cost.text), "wait_time": .text(sheet.answer?.text),
            "eligibility_description": .string(eligibility), "assured_date": .string(sheet.checked.iso),
            "alert": .text(words.status(sheet.status)), "last_modified": .string(sheet.checked.moment),
        ]
    }

    private var status: String {
        switch sheet.status {
        case .current, .beingReplaced: "active"
        case .closed: "inactive"
        case .ended, .historical: "defunct"
        }
    }

    private var process: String? {
        let media = sheet.steps.media.map { medium in
            "\(words.name(medium)): \(words.sentences(sheet.steps[medium], reading).joined(separator: " "))"
        }
        return media.isEmpty ? nil : media.joined(separator: "\n")
    }

    private var eligibility: String {
        ([sheet.audience, sheet.eligibility].compactMap(\.self) + words.sentences(sheet.requirements, reading)).joined(separator: " ")
    }

    private var phone: JSON {
        ["id": .string(HsdsNames.part("phone", of: id)), "service_id": .string(id), "number": "101", "type": "voice"]
    }

    private var area: JSON {
        [
            "id": .string(HsdsNames.part("service_area", of: id)), "service_id": .string(id), "name": "Chile",
            "uri": .string(Vocabularies.chile.text),
        ]
    }

    private var language: JSON {
        [
            "id": .string(HsdsNames.part("language", of: id)), "service_id": .string(id), "name": .string(words.texts.languageName),
            "code": .string(Languages.source),
        ]
    }

    private var costs: [JSON] {
        guard let price = sheet.cost.price else { return [] }
        return [
            [
                "id": .string(HsdsNames.part("cost_option", of: id)), "service_id": .string(id),
                "valid_from": .text(sheet.cost.reported?.iso),
                "currency": "CLP", "amount": .integer(Int(price.amount)), "amount_description": .string(sheet.cost.text),
            ]
        ]
    }

    private var documents: [JSON] {
        words.sentences(sheet.documents, reading).enumerated().map { index, document in
            [
                "id": .string(HsdsNames.part("required_document", of: id, index)), "service_id": .string(id), "document": .string(document),
            ]
        }
    }

    // MARK: where it is done

    func placeID(_ location: HsdsLocation) -> String { HsdsNames.serviceAtLocation(sheet.number.value, location.point.number) }

    /// The service at one place, as it stands inside of the service.
    func place(at location: HsdsLocation) -> JSON { bare(location).with(["location": location.full]) }

    /// As it stands by itself, in lists and alone.
    func placeAlone(at location: HsdsLocation, isFull: Bool) -> JSON {
        bare(location).with(["location": isFull ? location.full : location.short, "service": isFull ? full([]) : short])
    }

    private func bare(_ location: HsdsLocation) -> JSON {
        ["id": .string(placeID(location)), "service_id": .string(id), "location_id": .string(location.id)]
    }
}
