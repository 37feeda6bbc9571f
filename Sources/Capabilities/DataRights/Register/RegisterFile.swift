import Civic
import Foundation
import Ports
import Yams

/// Reads `Catalogue/processing.yaml`. What is missing, unknown or doubled is refused: the page of privacy says what is done, or nothing.
public enum RegisterFile {
    /// Throws `RegisterFault` with the place at fault.
    public static func register(at path: String) throws -> ProcessingRegister {
        guard let data = FileManager.default.contents(atPath: path) else { throw RegisterFault("\(path): can't be read") }
        return try register(String(decoding: data, as: UTF8.self))
    }

    static func register(_ text: String) throws -> ProcessingRegister {
        let register: ProcessingRegister
        do {
            register = try YAMLDecoder().decode(ProcessingRegister.self, from: text)
        } catch {
            throw RegisterFault("processing.yaml: \(error)")
        }
        if let read = try compose(yaml: text), let kept = try compose(yaml: YAMLEncoder().encode(register)) {
            try refuseUnknown(read, kept, at: "processing.yaml")
        }
        try check(register)
        return register
    }

    private static func check(_ register: ProcessingRegister) throws {
        guard !register.activities.isEmpty else { throw RegisterFault("activities: there are none") }
        var seen: Set<String> = []
        for activity in register.activities {
            func must(_ holds: Bool, _ what: String) throws {
                if !holds { throw RegisterFault("\(activity.id): \(what)") }
            }
            try must(seen.insert(activity.id).inserted, "is there twice")
            try must(activity.id.contains(#/^[a-z]+(-[a-z]+)*$/#), "an id has small letters and hyphens")
            let texts = [
                activity.name, activity.purpose, activity.legalBasis, activity.source, activity.transfers, activity.retention.words,
            ]
            let lists = [activity.data, activity.persons, activity.recipients, activity.security]
            try must(!(texts + lists.flatMap(\.self)).contains("") && lists.allSatisfy { !$0.isEmpty }, "something is empty")
            let (months, signs) = (activity.retention.months, activity.retention.signs)
            try must((months == nil) == (signs == nil), "a term needs what it runs from, and the other way round")
            try must(months.map { (1...1200).contains($0) } ?? true, "no such number of months")
            try must(
                signs?.allSatisfy { $0.contains(#/^[a-z]+\.[a-zA-Z]*$/#) } ?? true,
                "a sign is the beginning of a deed's name, like session.")
            try must(activity.obligation != "", "an obligation names its law")
        }
    }

    /// A name that nobody asked for would be lost in silence.
    private static func refuseUnknown(_ read: Node, _ kept: Node, at place: String) throws {
        switch (read, kept) {
        case (.mapping(let left), .mapping(let right)):
            for (key, value) in left {
                let name = key.scalar?.string ?? "?"
                guard let other = right[key] else { throw RegisterFault("\(place).\(name): unknown field") }
                try refuseUnknown(value, other, at: "\(place).\(name)")
            }
        case (.sequence(let left), .sequence(let right)):
            for (index, pair) in zip(left, right).enumerated() { try refuseUnknown(pair.0, pair.1, at: "\(place)[\(index + 1)]") }
        default: break
        }
    }
}

/// A register that can't be used: where, and why.
public struct RegisterFault: Error, CustomStringConvertible {
    public let description: String

    init(_ description: String) { self.description = description }
}
