import Markup

/// An application that is registered at the double.
public struct DoubleClient: Sendable, Hashable {
    public let id: String
    public let secret: String
    /// The one address that people are sent back to.
    public let returnAddress: String
    /// Whether it must prove that a code is its own (RFC 7636).
    public let provesCode: Bool
    /// Whether it is an institution's provider for its own staff: it says their e-mail, and how it knew them.
    public let isForStaff: Bool

    public init(id: String, secret: String, returnAddress: String, provesCode: Bool, isForStaff: Bool = false) {
        self.id = id
        self.secret = secret
        self.returnAddress = returnAddress
        self.provesCode = provesCode
        self.isForStaff = isForStaff
    }
}

/// What the double answers to a program.
public struct DoubleAnswer: Sendable {
    public let status: Int
    public let type: String
    public let body: [UInt8]

    init(_ status: Int, _ json: JSON) {
        self.status = status
        type = "application/json"
        body = json.bytes
    }

    init(_ status: Int, page text: String) {
        self.status = status
        type = "text/html; charset=utf-8"
        body = Array(text.utf8)
    }

    static func refused(_ error: String, status: Int = 400) -> DoubleAnswer {
        DoubleAnswer(status, ["error": .string(error)])
    }
}
