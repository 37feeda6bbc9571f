import Civic

/// What a person takes along to another site and brings back. It stands for an exit (a sheet, a day), never for a person.
public typealias ReturnCode = CheckedCode
