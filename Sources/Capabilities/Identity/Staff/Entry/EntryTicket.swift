import Crypto
import Foundation

/// What a browser holds between the steps of signing in: whose password was right, and what is still to be done. It ends when the password
/// changes.
struct EntryTicket: Sendable, Hashable {
    enum Step: UInt8, Sendable {
        /// The code of the moment, or a recovery code.
        case code = 1
        /// A password of their own, after the one-time one.
        case renewal = 2
        /// A second factor, for whoever has none.
        case enrolment = 3
    }

    let staff: Int64
    let step: Step
    /// Of the password that was right.
    let mark: [UInt8]

    init(_ staff: Int64, _ step: Step, after password: PasswordHash) {
        self.staff = staff
        self.step = step
        mark = Self.mark(of: password)
    }

    /// As the note in the browser's cookie says. nil when it says nothing of the kind.
    init?(note: [UInt8]) {
        guard note.count == 17, let step = Step(rawValue: note[8]) else { return nil }
        staff = note[..<8].reduce(Int64(0)) { $0 << 8 | Int64($1) }
        self.step = step
        mark = Array(note[9...])
    }

    var note: [UInt8] { withUnsafeBytes(of: staff.bigEndian, Array.init) + [step.rawValue] + mark }

    func isOf(_ password: PasswordHash) -> Bool { mark == Self.mark(of: password) }

    private static func mark(of password: PasswordHash) -> [UInt8] { Array(SHA256.hash(data: Array(password.text.utf8)).prefix(8)) }
}
