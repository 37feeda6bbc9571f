import Civic
import Flows
import Markup
import Procedures
import RegisterSimulator
import Testing

@testable import Server

/// `Catalogue/registers.yaml` against what is there.
@Suite("The list of registers")
struct RegisterListTests {
    private static let registers = try? ServiceFiles.registers(CatalogueJourneyTests.root + "/Catalogue")

    @Test("says what people call each, and the queues of every shipped service")
    func named() throws {
        let file = try #require(Self.registers)
        #expect(Set(file.names.registers.keys) == Set(file.shapes.keys).subtracting(RegisterShape.own.keys))
        #expect(file.names.queues["ips.pensiones"]?.said(in: "en").text == "IPS, pensions")
    }

    @Test("says every field that the doubles answer, with its kind, and none that they never do")
    func answered() throws {
        let registers = try #require(Self.registers).shapes
        let today = try #require(Day(year: 2026, month: 11, day: 28))
        var seen: [String: Set<String>] = [:]
        for number in [12_345_678, 44_444_444, 20_347_878] + Array(stride(from: 9_000_000, to: 9_000_040, by: 1)) {
            guard let run = RUN(number: number) else { continue }
            for event in LifeEvent.allCases {
                let double = RegisterDouble { today }
                double.happen(event, to: run)
                for register in RegisterDouble.registers {
                    guard case .known(let data) = double.answer(register, run) else { continue }
                    for (name, datum) in data {
                        let field = try #require(registers[register]?.fields[name], "\(register) \(name)")
                        #expect(Self.fits(datum, field), "\(register) \(name): \(datum)")
                        seen[register, default: []].insert(name)
                    }
                }
            }
        }
        for (register, shape) in registers where register != "ventanilla" {
            #expect(Set(shape.fields.keys) == seen[register] ?? [], "\(register)")
        }
    }

    private static func fits(_ datum: RegisterDatum, _ field: RegisterShape.Field) -> Bool {
        if case .records(let records) = datum {
            return field.kind == .records
                && records.allSatisfy { record in
                    Set(record.keys) == Set(field.inner.keys) && record.allSatisfy { fits($0.value, field.inner[$0.key]) }
                }
        }
        return field.inner.isEmpty && fits(datum, field.kind)
    }

    private static func fits(_ datum: RegisterDatum, _ kind: FactKind?) -> Bool {
        switch (datum, kind) {
        case (.flag, .yesNo), (.number, .wholeNumber), (.number, .money), (.text, .text), (.text, .commune), (.day, .date),
            (.texts, .texts):
            true
        default: false
        }
    }
}
