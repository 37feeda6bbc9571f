/// The rows of the record's lists as programs name them.
public struct CodeNames: Sendable {
    private let names: [CodeList: [Int: String]]

    /// `codes` are the rows of all lists, those that ended too.
    public init(_ codes: [DatedCode]) {
        names = Dictionary(grouping: codes, by: \.list).mapValues { rows in
            Dictionary(rows.map { ($0.number, $0.name) }) { first, _ in first }
        }
    }

    public func name(_ number: Int, of list: CodeList) -> String { names[list]?[number] ?? "\(number)" }
}

/// The rows of the record's lists in words. What an installation added is called as its list does.
public struct RecordNames: Sendable {
    private let texts: Texts
    private let names: CodeNames

    /// `codes` are the rows of all lists, those that ended too.
    public init(_ codes: [DatedCode], _ texts: Texts) {
        self.texts = texts
        names = CodeNames(codes)
    }

    public func channel(_ number: Int) -> String { word(number, .channel, Self.channels) }
    public func deed(_ number: Int) -> String { word(number, .deed, Self.deeds) }
    public func outcome(_ number: Int) -> String { word(number, .outcome, Self.outcomes) }
    public func modality(_ number: Int) -> String { word(number, .modality, Self.modalities) }

    /// The name in the list: what programs read.
    public func name(_ number: Int, of list: CodeList) -> String { names.name(number, of: list) }

    private func word(_ number: Int, _ list: CodeList, _ keys: [String: TextKey]) -> String {
        let name = name(number, of: list)
        return keys[name].map { texts[$0] } ?? name
    }

    private static let channels: [String: TextKey] = [
        "api": "spine.channel.api",
        "branch": "spine.channel.branch",
        "callCentre": "spine.channel.callCentre",
        "chat": "spine.channel.chat",
        "kiosk": "spine.channel.kiosk",
        "mobileOffice": "spine.channel.mobileOffice",
        "municipalPoint": "spine.channel.municipalPoint",
        "socialNetworks": "spine.channel.socialNetworks",
        "video": "spine.channel.video",
        "voiceMenu": "spine.channel.voiceMenu",
        "web": "spine.channel.web",
    ]
    private static let deeds: [String: TextKey] = [
        "application": "spine.deed.application",
        "automaticTransfer": "spine.deed.automaticTransfer",
        "booking": "spine.deed.booking",
        "complaint": "spine.deed.complaint",
        "correction": "spine.deed.correction",
        "delivery": "spine.deed.delivery",
        "information": "spine.deed.information",
        "payment": "spine.deed.payment",
        "reception": "spine.deed.reception",
        "referral": "spine.deed.referral",
        "transaction": "spine.deed.transaction",
        "visit": "spine.deed.visit",
    ]
    private static let outcomes: [String: TextKey] = [
        "abandoned": "spine.outcome.abandoned",
        "pending": "spine.outcome.pending",
        "referred": "spine.outcome.referred",
        "resolved": "spine.outcome.resolved",
        "unknown": "spine.outcome.unknown",
    ]
    private static let modalities: [String: TextKey] = [
        "assisted": "spine.modality.assisted",
        "selfService": "spine.modality.selfService",
    ]
}
