import Civic
import Ports
import Web

/// What is asked of whoever opens, pauses or closes a place.
struct StationForms {
    static let afar = "lejos"
    static let window = Field.text("modulo", "stations.window", hint: "stations.window.hint", most: 12, width: .narrow).optional
    static let channel = Field.choice(
        "canal", "stations.channel",
        [
            FieldOption("presencial", "stations.channel.presence"), FieldOption("telefono", "spine.channel.callCentre"),
            FieldOption("video", "spine.channel.video"), FieldOption("chat", "spine.channel.chat"),
            FieldOption("redes", "spine.channel.socialNetworks"),
        ])
    static let resume = Form("station-resume", [])
    static let close = Form("station-close", [])
    static let alarm = Form("station-alarm", [])

    let place: Field<String>
    let opening: Form
    let reason: Field<String>
    let pausing: Form
    private let kinds: [String: String]

    /// `points` are those where they may attend, the one of their post first.
    init(_ points: [ServicePoints.Point], reasons: [(code: String, word: String)]) {
        let place = Field.select(
            "lugar", "stations.place", empty: "stations.place.choose",
            points.map { FieldOption("\($0.number)", plain: $0.name) } + [FieldOption(Self.afar, "stations.place.afar")])
        self.place = place
        kinds = Dictionary(points.map { ("\($0.number)", $0.kind) }) { first, _ in first }
        opening = Form("station-open", [place, Self.window, Self.channel]) { answers in
            let isAfar = try answers[place] == Self.afar
            if isAfar, try answers[Self.channel] == "presencial" {
                return ("canal", FieldProblem("stations.channel.needsPlace"))
            }
            let hasWindow = try answers[Self.window] != nil
            return isAfar && hasWindow ? ("modulo", FieldProblem("stations.window.afar")) : nil
        }
        reason = Field.choice("motivo", "stations.pause.reason", reasons.map { FieldOption($0.code, plain: $0.word) })
        pausing = Form("station-pause", [reason])
    }

    func place(_ answers: Answers) throws -> ShiftPlace {
        let chosen = try answers[place]
        return ShiftPlace(
            point: Int64(chosen), window: try answers[Self.window], channel: Self.channel(try answers[Self.channel], kinds[chosen]))
    }

    /// Filled in for a window, to be opened in one step.
    func begun(at point: Int64, window: String?) -> Filling {
        opening.begun([("lugar", "\(point)"), ("modulo", window ?? ""), ("canal", "presencial")])
    }

    /// What was typed, to be shown again.
    func values(_ answers: Answers) throws -> [(name: String, value: String)] {
        [("lugar", try answers[place]), ("modulo", try answers[Self.window] ?? ""), ("canal", try answers[Self.channel])]
    }

    /// Face to face is counted by what the point is.
    private static func channel(_ chosen: String, _ kind: String?) -> Channel {
        switch chosen {
        case "telefono": .callCentre
        case "video": .video
        case "chat": .chat
        case "redes": .socialNetworks
        default: kind == "mobile" ? .mobileOffice : kind == "municipal-point" || kind == "neighbour-point" ? .municipalPoint : .branch
        }
    }
}
