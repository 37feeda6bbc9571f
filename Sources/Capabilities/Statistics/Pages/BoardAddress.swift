import Civic

/// Where boards stand: `/estadisticas/canales/2022`, against another period or of a region one step further, and the same as a file.
struct BoardAddress: Sendable {
    let root: String

    func index() -> String { root }

    func board(_ question: BoardDesk.Question, isFile: Bool = false) -> String {
        var path = "\(root)/\(question.kind.rawValue)/\(question.period.code)"
        if let other = question.other { path += "/\(other.code)" }
        if let region = question.region { path += "/\(region)" }
        return isFile ? path + ".csv" : path
    }

    /// What an address asks for; nil when it asks for nothing that there is.
    func question(board: String?, period written: String?, detail: String?) -> (question: BoardDesk.Question, isFile: Bool)? {
        guard let kind = board.flatMap(BoardKind.init(rawValue:)), var last = detail ?? written else { return nil }
        let isFile = last.hasSuffix(".csv")
        if isFile { last = String(last.dropLast(4)) }
        let detail = detail == nil ? nil : last
        guard let period = Period(detail == nil ? last : written ?? "") else { return nil }
        var question = BoardDesk.Question(kind: kind, period: period)
        if let detail {
            switch kind {
            case .comparison:
                guard let other = Period(detail), other != period else { return nil }
                question.other = other
            case .territory:
                guard let region = RegionCode(detail) else { return nil }
                question.region = region
            default: return nil
            }
        } else if kind == .comparison {
            question.other = period.yearBefore
        }
        return (question, isFile)
    }
}
