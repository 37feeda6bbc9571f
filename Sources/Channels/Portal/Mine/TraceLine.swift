import Civic
import Ports

/// A line of the trace in words: who, what and what for. The staff is named by post and institution, never by name.
struct TraceLine: Sendable {
    let id: Int64
    let at: Instant
    let isOwn: Bool
    let who: String
    /// The institution of whoever of the staff it was, and the code by which registers know it.
    let institution: String?
    let institutionCode: String?
    let what: String
    let fields: [String]
    let why: String?
    let place: String?
    /// The contact in which it was, and what it is about.
    let interaction: InteractionID?
    let matter: TraceMatters.Matter?
    /// The registers that were asked, by what people call them.
    let registers: [String]
    /// Whether data were only looked at.
    let isRead: Bool
}

/// Whoever turns rows of the trace into words.
public struct TraceReader: Sendable {
    private let posts: StaffPosts
    private let words: TraceWords
    private let matters: TraceMatters
    private let point: @Sendable (Int64) async throws -> String?

    /// `point` is the name of a point of service; nil when it is not known any more.
    public init(
        posts: StaffPosts, words: TraceWords, matters: TraceMatters = .none, point: @escaping @Sendable (Int64) async throws -> String?
    ) {
        self.posts = posts
        self.words = words
        self.matters = matters
        self.point = point
    }

    /// Each post and point is asked for once.
    func lines(_ traces: [Trace], of person: PersonID, _ texts: Texts) async throws -> [TraceLine] {
        var (posts, points): ([Int64: StaffPosts.Post], [Int64: String]) = ([:], [:])
        for staff in Set(traces.filter { $0.actorKind == 2 }.compactMap(\.actor)) { posts[staff] = try await self.posts.post(staff) }
        for point in Set(traces.compactMap(\.point)) { points[point] = try await self.point(point) }
        var matters: [String: TraceMatters.Matter] = [:]
        for trace in traces {
            guard let kind = trace.objectKind, let id = trace.object, matters["\(kind) \(id)"] == nil else { continue }
            matters["\(kind) \(id)"] = try await self.matters.matter(kind, id, texts)
        }
        return traces.map { trace in
            line(trace, of: person, posts, points, matters["\(trace.objectKind ?? "") \(trace.object ?? 0)"], texts)
        }
    }

    private func line(
        _ trace: Trace, of person: PersonID, _ posts: [Int64: StaffPosts.Post], _ points: [Int64: String],
        _ matter: TraceMatters.Matter?, _ texts: Texts
    ) -> TraceLine {
        let registers = trace.fields.compactMap(PersonalField.register(in:)).map { id in
            matter.map { $0.register(id) } ?? id.replacing("_", with: " ").replacing("-", with: " ")
        }
        let post = trace.actorKind == 2 ? trace.actor.flatMap { posts[$0] } : nil
        let isOwn = trace.actorKind == 1 && trace.actor == person.number
        let bearer = trace.actorKind == 4 ? trace.actor.flatMap { words.bearers[$0] } : nil
        let channel = (trace.channel ?? bearer?.channel).map { texts[Self.words(of: $0)] }
        return TraceLine(
            id: trace.id, at: trace.at, isOwn: isOwn,
            who: isOwn ? texts["trace.who.self"] : bearer.map { texts[$0.who] } ?? who(trace, post, texts),
            institution: post?.institution, institutionCode: post.flatMap { $0.code.nilIfEmpty },
            what: registers.isEmpty
                ? texts[words.verbs[trace.verb] ?? "trace.verb.other"]
                : texts("trace.what.register", ["register": registers.joined(separator: ", ")]),
            fields: trace.fields.filter { PersonalField.register(in: $0) == nil }.compactMap {
                words.fields[$0].map { texts[$0] } ?? texts["trace.field.other"]
            },
            why: trace.purpose.map { texts.filled(stored: $0) ?? texts["trace.purpose.unsaid"] }
                ?? matter.map { texts("trace.why.matter", ["what": $0.title]) },
            place: [channel, trace.point.flatMap { points[$0] }].compactMap(\.self).joined(separator: ", ").nilIfEmpty,
            interaction: trace.interaction, matter: matter, registers: registers,
            isRead: trace.verb == AuditEntry.Verb.read.description)
    }

    private func who(_ trace: Trace, _ post: StaffPosts.Post?, _ texts: Texts) -> String {
        switch trace.actorKind {
        case 1: texts["trace.who.person"]
        case 2: post.map { texts("trace.who.staff", ["post": $0.title, "institution": $0.institution]) } ?? texts["trace.who.formerStaff"]
        case 3: texts["trace.who.institution"]
        case 4: texts["trace.who.system"]
        default: texts["trace.who.anonymous"]
        }
    }

    private static func words(of channel: Channel) -> TextKey {
        switch channel {
        case .web: "trace.channel.web"
        case .kiosk: "trace.channel.kiosk"
        case .voiceMenu, .callCentre: "trace.channel.phone"
        case .branch: "trace.channel.branch"
        case .video: "trace.channel.video"
        case .socialNetworks, .chat: "trace.channel.chat"
        case .mobileOffice: "trace.channel.mobile"
        case .municipalPoint: "trace.channel.municipal"
        default: "trace.channel.other"
        }
    }
}

extension String {
    fileprivate var nilIfEmpty: String? { isEmpty ? nil : self }
}
