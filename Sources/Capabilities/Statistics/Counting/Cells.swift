import Civic

/// A cell of a roll-up: what is counted together. Each table of the roll-ups has its own kind.
protocol Cell: Hashable, Sendable {
    /// The key of the row, in the order of the table's columns.
    var key: [Int64] { get }
    init(key: [Int64])
}

/// Contacts by day: what all totals over time are made of.
struct ContactCell: Cell {
    var day: Int32
    var channel: Int32
    var modality: Int32
    var deed: Int32
    var outcome: Int32
    /// 0 when this house wrote them down as they happened.
    var origin: Int32

    var key: [Int64] { [day, channel, modality, deed, outcome, origin].map(Int64.init) }
}

/// Contacts by month, channel, deed and product.
struct ProductCell: Cell {
    var month: Int32
    var channel: Int32
    var deed: Int32
    /// 0 when none was named.
    var product: Int64

    var key: [Int64] { [Int64(month), Int64(channel), Int64(deed), product] }
}

/// Contacts by month and point of service.
struct PointCell: Cell {
    var month: Int32
    var channel: Int32
    var outcome: Int32
    var point: Int64

    var key: [Int64] { [Int64(month), Int64(channel), Int64(outcome), point] }
}

/// Contacts by half-hour of the week.
struct HourCell: Cell {
    var month: Int32
    var channel: Int32
    var weekday: Int32
    /// 0 from midnight to half past, 47 the last of the day.
    var half: Int32

    var key: [Int64] { [month, channel, weekday, half].map(Int64.init) }
}

/// Attended contacts by half-hour of a day at a point: what staff is planned from.
struct DemandCell: Cell {
    /// 0 for whoever was attended at no point.
    var point: Int64
    var channel: Int32
    var day: Int32
    var half: Int32

    var key: [Int64] { [point, Int64(channel), Int64(day), Int64(half)] }
}

/// Attended contacts by half-hour and product: what people come for when.
struct ProductHourCell: Cell {
    var month: Int32
    var channel: Int32
    var half: Int32
    /// 0 when none was named.
    var product: Int64

    var key: [Int64] { [Int64(month), Int64(channel), Int64(half), product] }
}

/// How long people waited and were attended, in the declared bins.
struct TimeCell: Cell {
    var month: Int32
    var channel: Int32
    /// 0 for all points together.
    var point: Int64
    /// 1 waiting, 2 attending.
    var kind: Int32
    var bin: Int32

    var key: [Int64] { [Int64(month), Int64(channel), point, Int64(kind), Int64(bin)] }
}

extension ContactCell {
    init(key: [Int64]) {
        let key = key.map(Int32.init(truncatingIfNeeded:))
        self.init(day: key[0], channel: key[1], modality: key[2], deed: key[3], outcome: key[4], origin: key[5])
    }
}

extension ProductCell {
    init(key: [Int64]) { self.init(month: Int32(key[0]), channel: Int32(key[1]), deed: Int32(key[2]), product: key[3]) }
}

extension PointCell {
    init(key: [Int64]) { self.init(month: Int32(key[0]), channel: Int32(key[1]), outcome: Int32(key[2]), point: key[3]) }
}

extension HourCell {
    init(key: [Int64]) { self.init(month: Int32(key[0]), channel: Int32(key[1]), weekday: Int32(key[2]), half: Int32(key[3])) }
}

extension DemandCell {
    init(key: [Int64]) { self.init(point: key[0], channel: Int32(key[1]), day: Int32(key[2]), half: Int32(key[3])) }
}

extension ProductHourCell {
    init(key: [Int64]) { self.init(month: Int32(key[0]), channel: Int32(key[1]), half: Int32(key[2]), product: key[3]) }
}

extension TimeCell {
    init(key: [Int64]) {
        self.init(month: Int32(key[0]), channel: Int32(key[1]), point: key[2], kind: Int32(key[3]), bin: Int32(key[4]))
    }
}
