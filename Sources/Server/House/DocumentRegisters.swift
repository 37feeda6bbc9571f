import Civic
import ClaveUnicaSimulator
import Ports

/// Whom the house asks about identity cards and products.
extension House {
    /// The identity register: the double in a demonstration; otherwise nobody, until a connector stands here, and persons approve in their
    /// own session.
    func documentRegister(isDemonstration: Bool) -> DocumentRegister {
        guard isDemonstration else { return DocumentRegister(name: "none") { _, _ in throw RegisterSilent() } }
        return DocumentRegister(name: "simulator") { _, number in
            switch DemoCard(number) {
            case .inForce: .inForce
            case .lost: .lost
            case nil: .unknown
            }
        }
    }
}

/// A register does not answer. There are other ways to show that one is there.
struct RegisterSilent: Refusal {
    var kind: RefusalKind { .unavailable }
    var title: TextKey { "error.registerSilent.title" }
    var advice: TextKey { "error.registerSilent.advice" }
}
