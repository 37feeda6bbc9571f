import Civic

/// Makes contacts of the lines of a file, as fast as they come.
struct ImportLine {
    private let header: ImportHeader
    private let admission: Admission
    private let places: [String: Int]
    private var hours = LocalHours()

    init(_ header: ImportHeader, _ admission: Admission) {
        self.header = header
        self.admission = admission
        places = Dictionary(header.columns.enumerated().map { ($1, $0) }) { first, _ in first }
    }

    /// A contact, or why the line is not one. An empty line is neither.
    mutating func contact(_ bytes: [UInt8]) -> (row: SpineRow?, problem: ContactProblem?) {
        if bytes.isEmpty { return (nil, nil) }
        guard let cells = cells(bytes), cells.count == header.columns.count else { return (nil, .shape) }
        func cell(_ name: String) -> String? {
            guard let place = places[name] else { return nil }
            return cells[place].isEmpty ? nil : cells[place]
        }
        guard let at = cell("at").flatMap({ Instant(rfc3339: $0) }) else { return (nil, .at) }
        if let problem = admission.problem(of: at) { return (nil, problem) }
        let day = hours.day(of: at)
        guard let medium = cell("medium").flatMap({ admission.code($0, in: .medium, on: day) }) else { return (nil, .medium) }
        guard let channel = cell("channel").flatMap({ admission.code($0, in: .channel, on: day) }) else { return (nil, .channel) }
        guard let act = cell("act"), act != "correction", let deed = admission.code(act, in: .deed, on: day) else { return (nil, .act) }
        guard let outcome = admission.code(cell("outcome") ?? "unknown", in: .outcome, on: day) else { return (nil, .outcome) }
        let usual = medium == Medium.desk.rawValue ? Modality.assisted.rawValue : Modality.selfService.rawValue
        guard let modality = cell("modality").map({ admission.code($0, in: .modality, on: day) }) ?? usual else { return (nil, .modality) }
        var row = SpineRow(
            at: at, day: day, medium: medium, channel: channel, modality: modality, deed: deed, outcome: outcome,
            origin: Origin.imported.number)
        if let text = cell("point") {
            guard let point = Int64(text) else { return (nil, .point) }
            if let problem = admission.problem(ofPoint: point, on: day) { return (nil, problem) }
            row.point = point
        }
        if let text = cell("product") {
            guard let product = Int64(text), admission.knows(product: product) else { return (nil, .product) }
            row.product = product
        }
        if let text = cell("wait") {
            guard let wait = Int(text), Admission.isTime(wait) else { return (nil, .wait) }
            row.wait = wait
        }
        if let text = cell("duration") {
            guard let duration = Int(text), Admission.isTime(duration) else { return (nil, .duration) }
            row.duration = duration
        }
        if let text = cell("id"), !Admission.isName(text) { return (nil, .name) }
        if let text = cell("agent") {
            guard let agent = Int64(text), agent > 0 else { return (nil, .shape) }
            row.agent = agent
        }
        return (row, nil)
    }

    /// The values of a line; nil when it is not UTF-8 or a quote stands where none may.
    private func cells(_ bytes: [UInt8]) -> [String]? {
        var cells: [String] = []
        cells.reserveCapacity(header.columns.count)
        var cell: [UInt8] = []
        var (isQuoted, wasQuoted) = (false, false)
        for byte in bytes {
            if isQuoted {
                if byte == 0x22 { (isQuoted, wasQuoted) = (false, true) } else { cell.append(byte) }
            } else if byte == 0x22 {
                if wasQuoted { cell.append(byte) } else if !cell.isEmpty { return nil }
                (isQuoted, wasQuoted) = (true, false)
            } else if byte == header.separator {
                guard let text = String(validating: cell, as: UTF8.self) else { return nil }
                cells.append(text)
                cell.removeAll(keepingCapacity: true)
                wasQuoted = false
            } else {
                if wasQuoted { return nil }
                cell.append(byte)
            }
        }
        guard !isQuoted, let text = String(validating: cell, as: UTF8.self) else { return nil }
        return cells + [text]
    }
}
