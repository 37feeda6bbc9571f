import Foundation

/// Why a command went no further, in a sentence that says what to do next.
struct Stopped: Error, CustomStringConvertible {
    let description: String

    init(_ description: String) {
        self.description = description
        // What was said before stands before it, wherever both go.
        fflush(nil)
    }
}
