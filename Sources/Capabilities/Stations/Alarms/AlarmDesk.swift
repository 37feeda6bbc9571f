import Civic
import Storage

/// A silent call for help: whoever calls sees nothing change, and whoever oversees sees where from.
public struct AlarmDesk: Sendable {
    private let database: Database
    private let shifts = ShiftStore()
    private let store = AlarmStore()

    public init(_ database: Database) {
        self.database = database
    }

    /// Calls from the place that is open; whoever opened none calls from `post`, where they usually attend, and has it open from then on: nobody
    /// is left without an answer for a form that was not filled in.
    public func call(by actor: Actor, from post: Int64?, once: OnceKey) async throws {
        let staff = try ShiftDesk.staff(actor)
        let (shifts, store) = (shifts, store)
        _ = try await database.write(once: once) { transaction in
            let place = ShiftPlace(point: post, window: nil, channel: post == nil ? .callCentre : .branch)
            guard let shift = try shifts.open(of: staff, transaction)?.id ?? shifts.open(place, of: staff, transaction) else {
                throw NoStation()
            }
            try store.insert(shift, transaction)
            try ShiftDesk.record("alarm.called", shift, actor, transaction)
            return true
        }
    }

    /// Says that somebody goes there. Answered once.
    public func answer(_ id: Int64, by actor: Actor, once: OnceKey) async throws {
        guard case .staff(let staff) = actor.identity else { throw Forbidden() }
        let (shifts, store) = (shifts, store)
        _ = try await database.write(once: once) { transaction in
            guard let number = try store.shift(of: id, transaction), let shift = try shifts.shift(number, transaction) else {
                throw NotFound()
            }
            try actor.must(.overseeStations, Scope.Target(point: shift.point))
            if try store.answer(id, by: staff, transaction) != nil {
                try ShiftDesk.record("alarm.answered", shift.id, actor, transaction)
            }
            return true
        }
    }
}
