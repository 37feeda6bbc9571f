import Civic

/// Which of somebody's contacts are shown: through one channel, or those that wait; a page of them at a time.
struct HistoryFilter: Sendable, Hashable {
    var channel: Channel?
    var isOpenAlone = false
    var from = 0

    static let page = 50

    func takes(_ entry: Matters.Entry) -> Bool {
        (channel.map { entry.contact.channel == $0 } ?? true) && (!isOpenAlone || entry.isOpen)
    }

    /// As the end of an address.
    var query: String {
        let parts = [
            channel.map { "canal=\($0.number)" }, isOpenAlone ? "ver=pendientes" : nil, from > 0 ? "desde=\(from)" : nil,
        ].compactMap(\.self)
        return parts.isEmpty ? "" : "?" + parts.joined(separator: "&")
    }
}
