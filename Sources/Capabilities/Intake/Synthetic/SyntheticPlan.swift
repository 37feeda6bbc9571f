import Civic
import Foundation

/// How contacts are made up: which channels, products, deeds and hours, from the files of `Catalogue/demonstration`.
public struct SyntheticPlan: Sendable {
    /// A channel of the plan.
    struct Way: Sendable {
        let name: String
        let channel: Int
        let medium: Int
        let modality: Modality
        /// The kinds of points at which it is; empty when it is at none.
        let points: Set<String>
        /// Its share of the contacts of its modality, by year.
        let shares: [Int: Int]
        /// The hours of the day between which it is open.
        let hours: Range<Int>
        /// How many contacts a Saturday, a Sunday and a holiday have, of a hundred of a working day.
        let saturday: Int
        let sunday: Int
        let holidays: Int
        /// Usual seconds; nil when nobody waits.
        let wait: Int?
        let attended: Int
        /// Weights of the codes of deeds and of outcomes.
        var deeds: [(code: Int, weight: Int)] = []
        var outcomes: [(code: Int, weight: Int)] = []
        /// Weights of products by the numbers of their sheets.
        var products: [(sheet: Int64, weight: Int)] = []
    }

    let ways: [Way]
    /// How many contacts of a million are assisted, by year.
    let assisted: [Int: Int]

    /// Reads the four files of a folder. Throws `SyntheticFault` with the file and the line.
    public init(folder: String) throws {
        let deeds = try PlanFile("deeds.csv", in: folder)
        let products = try PlanFile("products.csv", in: folder)
        let years = try PlanFile("years.csv", in: folder)
        let channels = try PlanFile("channels.csv", in: folder)
        assisted = try Dictionary(uniqueKeysWithValues: years.rows.map { (try $0.int("year"), try $0.int("assisted")) })
        let shareYears = channels.columns.filter { $0.hasPrefix("share_") }
        ways = try channels.rows.map { row in
            let name = row["channel"]
            guard let channel = Self.channels[name], let medium = Self.media[row["medium"]] else {
                throw row.fault("a channel or a medium that the record does not know")
            }
            guard let mix = deeds.rows.first(where: { $0["channel"] == name }) else { throw row.fault("a channel without deeds") }
            let modality: Modality = row["modality"] == "assisted" ? .assisted : .selfService
            var way = Way(
                name: name, channel: channel.number, medium: medium.rawValue, modality: modality,
                points: Set(row["points"].split(separator: " ").map(String.init)),
                shares: try Dictionary(uniqueKeysWithValues: shareYears.map { (Int($0.dropFirst(6)) ?? 0, try row.int($0)) }),
                hours: try row.int("first")..<(try row.int("last")), saturday: try row.int("saturday"), sunday: try row.int("sunday"),
                holidays: try row.int("holidays"), wait: row["wait"].isEmpty ? nil : try row.int("wait"), attended: try row.int("attended"))
            way.deeds = try Self.deeds.map { ($0.1.number, try mix.int($0.0)) }
            way.outcomes = try Self.outcomes.map { ($0.1.number, try mix.int($0.0)) }
            let column = products.columns.contains(name) ? name : "selfService"
            way.products = try products.rows.map { (Int64(try $0.int("sheet")), try $0.int(column)) }
            return way
        }
    }

    /// The newest year of the plan that is not after this one; the first one before.
    func planned(_ year: Int) -> Int {
        assisted.keys.filter { $0 <= year }.max() ?? assisted.keys.min() ?? year
    }

    private static let channels: [String: Channel] = [
        "web": .web, "kiosk": .kiosk, "voiceMenu": .voiceMenu, "callCentre": .callCentre, "branch": .branch, "video": .video,
        "socialNetworks": .socialNetworks, "chat": .chat, "mobileOffice": .mobileOffice, "municipalPoint": .municipalPoint,
    ]
    private static let media: [String: Medium] = [
        "page": .page, "touch": .touch, "voice": .voice, "chat": .chat, "desk": .desk, "api": .api,
    ]
    private static let deeds: [(String, Deed)] = [
        ("visit", .visit), ("information", .information), ("reception", .reception), ("delivery", .delivery), ("referral", .referral),
        ("transaction", .transaction), ("automaticTransfer", .automaticTransfer), ("application", .application), ("payment", .payment),
        ("booking", .booking), ("complaint", .complaint),
    ]
    private static let outcomes: [(String, Outcome)] = [
        ("resolved", .resolved), ("referred", .referred), ("pending", .pending), ("abandoned", .abandoned),
    ]
}

/// A file of the plan that can't be used: where, and why.
public struct SyntheticFault: Error, CustomStringConvertible {
    public let description: String
}
