/// What people call the registers that an installation asks and the queues in which its cases wait, by their ids. An installation says it
/// beside what its registers know, so a service may name others without a line of code.
public struct OwnNames: Sendable, Hashable {
    public var registers: [String: Words]
    public var queues: [String: Words]

    public init(registers: [String: Words] = [:], queues: [String: Words] = [:]) {
        self.registers = registers
        self.queues = queues
    }
}

/// What `registers.yaml` says: what each register knows, and what people call them and the queues.
public struct RegisterFile: Sendable {
    public var shapes: [String: RegisterShape]
    public let names: OwnNames

    public init(shapes: [String: RegisterShape], names: OwnNames) {
        self.shapes = shapes
        self.names = names
    }
}
