/// A statement whose interpolation binds: `"SELECT id FROM sheet WHERE slug = \(slug)"` sends `slug` as a parameter, so that
/// a value can never become SQL text. The text itself can only come from a literal of the source.
public struct SQL: Sendable, Hashable, ExpressibleByStringInterpolation {
    enum Piece: Sendable, Hashable {
        case text(String)
        case value(Value)
    }

    var pieces: [Piece]

    public init(stringLiteral text: String) {
        pieces = [.text(text)]
    }

    public init(stringInterpolation: StringInterpolation) {
        pieces = stringInterpolation.pieces
    }

    init(pieces: [Piece]) {
        self.pieces = pieces
    }

    public struct StringInterpolation: StringInterpolationProtocol {
        var pieces: [Piece] = []

        public init(literalCapacity: Int, interpolationCount: Int) {
            pieces.reserveCapacity(2 * interpolationCount + 1)
        }

        public mutating func appendLiteral(_ text: String) {
            if !text.isEmpty { pieces.append(.text(text)) }
        }

        /// Binds a value as a parameter.
        public mutating func appendInterpolation(_ value: some Storable) {
            pieces.append(.value(value.value))
        }

        /// Binds a value that may be missing.
        public mutating func appendInterpolation<Wrapped: Storable>(_ value: Wrapped?) {
            pieces.append(.value(value.value))
        }

        /// Splices another statement, with its own bound values.
        public mutating func appendInterpolation(_ part: SQL) {
            pieces.append(contentsOf: part.pieces)
        }

        /// Binds each value, separated by commas: `IN (\(list: ids))`. An empty list becomes NULL, which is in nothing.
        public mutating func appendInterpolation(list values: [some Storable]) {
            if values.isEmpty { pieces.append(.text("NULL")) }
            for (index, value) in values.enumerated() {
                if index > 0 { pieces.append(.text(", ")) }
                pieces.append(.value(value.value))
            }
        }
    }

    /// Text that this module itself composed from declared names.
    static func composed(_ text: String) -> SQL {
        SQL(pieces: [.text(text)])
    }

    /// The statement as an engine takes it: its text with `?` or `$1` and the values in order.
    public func rendered(for dialect: Dialect) -> (text: String, values: [Value]) {
        var text = ""
        var values: [Value] = []
        for piece in pieces {
            switch piece {
            case .text(let part): text += part
            case .value(let value):
                values.append(value)
                switch dialect {
                case .sqlite: text += "?"
                case .postgres: text += "$\(values.count)"
                }
            }
        }
        return (text, values)
    }
}
