import Definitions
import Flows
import Testing

@Suite("The registers and queues of an installation")
struct RegisterFileTests {
    private static let file = """
        registers:
          - id: vehiculos
            name: {es: Registro de vehículos, en: Vehicle register}
            fields: [{field: patente, kind: text}]
        queues:
          - {id: muni.transito, name: {es: "Municipalidad, tránsito"}}

        """

    @Test("are told with what people call them, in their language or in Spanish")
    func named() throws {
        let read = try RegisterReader.registers(Self.file, file: "registers.yaml")
        #expect(read.shapes["vehiculos"]?.fields["patente"]?.kind == .text)
        #expect(read.names.registers["vehiculos"]?.said(in: "en").text == "Vehicle register")
        #expect(read.names.queues["muni.transito"]?.said(in: "en").text == "Municipalidad, tránsito")
    }

    @Test(
        "are refused with file and line where something is missing or said twice",
        arguments: [
            ("    name: {es: Registro de vehículos, en: Vehicle register}\n", "", "registers.yaml:2:5: registers[1].name: is missing"),
            ("name: {es: \"Municipalidad, tránsito\"}}", "names: x}", "queues[1].name: is missing"),
            (
                "queues:\n", "queues:\n  - {id: muni.transito, name: Otra}\n",
                "queues[2].id: 'muni.transito' is a queue before it"
            ),
        ])
    func wrong(_ from: String, _ to: String, _ told: String) {
        let defects: [String]
        do throws(FileDefects) {
            _ = try RegisterReader.registers(Self.file.replacing(from, with: to), file: "registers.yaml")
            defects = []
        } catch {
            defects = error.defects.map(\.description)
        }
        #expect(defects.contains { $0.contains(told) }, "\(defects)")
    }
}
