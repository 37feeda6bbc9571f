import Civic
import Foundation
import Outbound
import Ports
import Synchronization

/// Asks the registers of other institutions over the State's network (X-Road Message Protocol for REST, 4.0): one line a register, with
/// limits of time and size, one repeat since it only reads, and a rest for a register that is not well. The RUN goes in the body, never in
/// an address.
public final class RegisterConnector: Sendable {
    private let base: String
    private let client: String
    private let make: @Sendable () -> OutboundCaller
    private let clock: Clock
    private let lines = Mutex<[String: OutboundCaller]>([:])

    /// `base` is the address under which each register stands by its name; `client` is who asks, as the network names them; `make` opens
    /// the line of one register.
    public init(base: String, client: String, clock: Clock, make: @escaping @Sendable () -> OutboundCaller) {
        self.base = base
        self.client = client
        self.clock = clock
        self.make = make
    }

    public var registers: Registers { Registers { await self.ask($0) } }

    private func line(_ register: String) -> OutboundCaller {
        lines.withLock { lines in
            if let line = lines[register] { return line }
            let line = make()
            lines[register] = line
            return line
        }
    }

    private func ask(_ question: Registers.Question) async -> Registers.Reply {
        guard let address = WebAddress("\(base)/\(question.register)"),
            let body = try? JSONEncoder().encode(RegisterQuestion(run: question.run.plain, fields: question.fields))
        else { return .down }
        let headers = [
            "X-Road-Client": client, "X-Road-Id": UUID().uuidString.lowercased(), "X-Road-Issue": question.matter,
            "Purpose": OutboundCall.escaped(question.purpose), "Legal-Basis": OutboundCall.escaped(question.basis),
        ]
        do {
            let answer = try await line(question.register).answer(to: .json(address, [UInt8](body), headers: headers, isRepeatable: true))
            let said = try answer.json(RegisterAnswer.self)
            return .known(said.fields.mapValues(\.datum), at: clock.now)
        } catch .refused(404) {
            return .unknown(at: clock.now)
        } catch {
            return .down
        }
    }
}

/// `{"run": "12345678-5", "fields": ["fechaNacimiento"]}`.
struct RegisterQuestion: Codable {
    let run: String
    let fields: [String]
}

/// `{"fields": {"fechaNacimiento": "1960-05-10"}}`.
struct RegisterAnswer: Decodable {
    let fields: [String: RegisterField]
}

/// A value of a register as JSON: a text that is a day is one.
enum RegisterField: Decodable {
    case flag(Bool)
    case number(Int64)
    case text(String)
    case texts([String])
    case records([[String: RegisterField]])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let flag = try? container.decode(Bool.self) {
            self = .flag(flag)
        } else if let number = try? container.decode(Int64.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let texts = try? container.decode([String].self) {
            self = .texts(texts)
        } else {
            self = .records(try container.decode([[String: RegisterField]].self))
        }
    }

    var datum: Registers.Datum {
        switch self {
        case .flag(let flag): .flag(flag)
        case .number(let number): .number(number)
        case .text(let text): Day(iso: text).map { .day($0) } ?? .text(text)
        case .texts(let texts): .texts(texts)
        case .records(let records): .records(records.map { $0.mapValues(\.datum) })
        }
    }
}
