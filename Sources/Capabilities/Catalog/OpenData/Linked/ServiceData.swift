import Civic
import Markup

/// A sheet in the vocabulary of schema.org, for search engines and assistants: the page, and the service that it tells of.
struct ServiceData {
    let words: OpenWords
    let reading: SheetReading

    private var sheet: ServiceSheet { reading.sheet }

    var json: JSON {
        [
            "@context": "https://schema.org", "@type": "WebPage", "url": .string(words.address(sheet.path)), "name": .string(sheet.title),
            "inLanguage": .string(Languages.source), "dateModified": .string(sheet.checked.iso),
            "citation": .list(sheet.legalBasis.map { ["@type": "Legislation", "name": .string($0)] }), "mainEntity": service,
        ]
    }

    private var service: JSON {
        [
            "@type": "GovernmentService", "@id": .string(words.address("/datos/fichas/\(sheet.number.value)")),
            "name": .string(sheet.title),
            "alternateName": .texts(sheet.alsoKnownAs), "description": .string(sheet.summary),
            "identifier": .string("\(sheet.number.value)"), "url": .string(words.address(sheet.path)),
            "provider": ["@type": "GovernmentOrganization", "name": .string(reading.institution.name)],
            "areaServed": ["@type": "Country", "name": "Chile"],
            "audience": ["@type": "Audience", "audienceType": .string(sheet.audience)],
            "category": .texts(reading.topics.map(\.title)), "availableChannel": .list(sheet.steps.media.map(channel)), "offers": offer,
        ]
    }

    private func channel(_ medium: Steps.Medium) -> JSON {
        [
            "@type": "ServiceChannel", "name": .string(words.name(medium)), "availableLanguage": .string(Languages.source),
            "serviceUrl": medium == .web ? .text(sheet.online) : nil,
            "servicePhone": medium == .phone ? ["@type": "ContactPoint", "telephone": "101"] : nil,
        ]
    }

    /// Only a price that the sheet states.
    private var offer: JSON? {
        guard sheet.isOpen, let price = sheet.cost.price else { return nil }
        return [
            "@type": "Offer", "price": .integer(Int(price.amount)), "priceCurrency": "CLP", "description": .string(sheet.cost.text),
            "validFrom": .text(sheet.cost.reported?.iso),
        ]
    }
}
