import Civic
import Foundation
import Logging
import Outbound
import Procedures
import RegisterSimulator

/// The lines to the registers of other institutions: made once, since each remembers how its register is.
extension RegisterConnector {
    /// nil without an address.
    static func connected(_ settings: Settings, clock: Clock, log: Logger) -> RegisterConnector? {
        settings.registers.map { registers in
            RegisterConnector(base: registers.address, client: registers.client, clock: clock) {
                OutboundCaller(failed: { address, failure in
                    log.warning("unanswered", metadata: ["host": "\(address.host)", "reason": "\(failure)"])
                }) { clock.now.milliseconds }
            }
        }
    }

    /// To the doubles, in memory.
    static func demonstration(_ double: RegisterDouble, clock: Clock) -> RegisterConnector {
        RegisterConnector(base: "https://localhost", client: "CL/DEMO/VENTANILLA", clock: clock) {
            OutboundCaller(
                breaker: CircuitBreaker(most: 1_000_000, pause: 1),
                transport: { call, _ throws(CallFailure) in
                    // Longer than anybody waits.
                    if double.mode(String(call.address.path.drop { $0 == "/" })) == .slow { try? await Task.sleep(for: .seconds(10)) }
                    guard let answer = double.answer(to: call.address.path, call.body) else { throw .slow }
                    return CallAnswer(status: answer.status, type: answer.type, body: answer.body)
                }, now: { clock.now.milliseconds })
        }
    }
}
