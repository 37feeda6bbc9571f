// swift-tools-version:6.2
// The picture of Docs/architecture.md in code. Arrows point down, and the helper of each wing names everything
// that a room of that wing may stand on: an arrow that is not allowed has no way to be written for one room alone.
import PackageDescription

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let jwt = Target.Dependency.product(name: "JWTKit", package: "jwt-kit")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let hummingbirdCore = Target.Dependency.product(name: "HummingbirdCore", package: "hummingbird")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let signals = Target.Dependency.product(name: "UnixSignals", package: "swift-service-lifecycle")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let sqlite = Target.Dependency.product(name: "GRDBSQLite", package: "GRDB.swift")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioSSL = Target.Dependency.product(name: "NIOSSL", package: "swift-nio-ssl")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let httpClient = Target.Dependency.product(name: "AsyncHTTPClient", package: "async-http-client")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")

/// A C library of the system: headers and a link line, no code.
func systemLibrary(_ name: String, pkgConfig: String, apt: String) -> Target {
    .systemLibrary(name: name, path: "Sources/Kit/\(name)", pkgConfig: pkgConfig, providers: [.apt([apt])])
}

/// A tool without a domain. Kit rooms stand on libraries and on what they name here.
func kit(_ name: String, on dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/Kit/\(name)")
}

/// What every capability and channel uses.
func ground(_ name: String, on dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, path: "Sources/Ground/\(name)")
}

/// A capability stands on the ground and never on a neighbour or a channel.
func capability(_ name: String, with extra: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: ["Storage", "Markup", "Civic", "Ports", "Web", hummingbird, httpTypes, logging] + extra,
        path: "Sources/Capabilities/\(name)")
}

/// A channel stands on the ground and never on a capability or another channel.
func channel(_ name: String, with extra: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: ["Storage", "Markup", "Civic", "Ports", "Web", hummingbird, logging] + extra,
        path: "Sources/Channels/\(name)")
}

/// A double of an institution outside, for the demonstration and the tests alone. It stands on the ground.
func simulator(_ name: String, with extra: [Target.Dependency] = []) -> Target {
    .target(
        name: name, dependencies: ["Storage", "Markup", "Civic", "Web", hummingbird, httpTypes, logging] + extra,
        path: "Sources/Simulators/\(name)")
}

let rooms: [Target] = [
    systemLibrary("CPostgres", pkgConfig: "libpq", apt: "libpq-dev"),
    systemLibrary("CBrotli", pkgConfig: "libbrotlienc", apt: "libbrotli-dev"),
    systemLibrary("CZlib", pkgConfig: "zlib", apt: "zlib1g-dev"),
    .systemLibrary(name: "CStemmer", path: "Sources/Kit/CStemmer", providers: [.apt(["libstemmer-dev"])]),
    systemLibrary("CPapers", pkgConfig: "pangocairo", apt: "libpango1.0-dev"),
    kit("Typography"),
    kit("Papers", on: ["CPapers", "Typography"]),
    // RE2 is written in C++: a shim of one function, in the place of a system library.
    .target(name: "CRe2", path: "Sources/Kit/CRe2", linkerSettings: [.linkedLibrary("re2")]),
    kit("Definitions", on: [yams]),
    kit("Expressions", on: ["CRe2"]),
    kit("Flows", on: ["Definitions", "Expressions", "Typography", crypto]),
    kit("Storage", on: [crypto, metrics, logging]),
    kit("StorageSQLite", on: ["Storage", grdb, sqlite, metrics, logging]),
    kit("StoragePostgres", on: ["Storage", "CPostgres", metrics, logging]),
    kit("Markup"),
    kit("Searches", on: ["CStemmer"]),
    kit("Outbound", on: [httpClient, nioCore, nioHTTP1, nioPosix, nioSSL]),
    ground("Civic", on: ["Storage", crypto, logging, metrics]),
    ground(
        "Web",
        on: [
            "Civic", "Storage", "Markup", "Typography", "CBrotli", "CZlib", hummingbird, hummingbirdCore, httpTypes, nioCore, logging,
            metrics, lifecycle,
            crypto,
            nioHTTP1,
        ]),
    ground("Ports", on: ["Civic", "Storage", "Markup"]),
    capability("Catalog", with: ["Definitions", "Searches", yams]),
    capability("DataRights", with: [crypto, yams]),
    capability("Diversions"),
    capability("Handoff", with: ["Outbound"]),
    capability("Identity", with: ["Outbound", crypto, cryptoExtras, jwt]),
    capability("Inspections"),
    capability("Intake", with: [crypto]),
    capability("Mandates"),
    capability("Notices"),
    capability("Persons"),
    capability("Petitions"),
    capability("Procedures", with: ["Definitions", "Expressions", "Flows", "Outbound", "Papers", crypto]),
    capability("Referrals"),
    capability("Staffing"),
    capability("Stations"),
    capability("Statistics", with: [crypto]),
    capability("Surveys"),
    channel("Desk"),
    channel("Portal"),
    simulator("ClaveUnicaSimulator", with: [crypto]),
    simulator("MessageSimulator"),
    simulator("RegisterSimulator"),
    .executableTarget(
        name: "Server",
        dependencies: [
            "Storage", "StorageSQLite", "StoragePostgres", "Markup", "Civic", "Ports", "Web", "Outbound", "Definitions", "Expressions",
            "Flows", "Catalog", "DataRights",
            "Diversions", "Handoff",
            "Identity", "Inspections", "Intake", "Mandates", "Notices", "Persons", "Petitions", "Procedures", "Referrals", "Staffing",
            "Stations",
            "Statistics",
            "Surveys", "Desk",
            "Portal",
            "ClaveUnicaSimulator", "MessageSimulator", "RegisterSimulator", hummingbird, arguments, lifecycle, signals, logging, metrics,
            nioCore,
        ],
        path: "Sources/Server"),
]

let testing: [Target.Dependency] = [
    "TestKit", "Storage", "StorageSQLite", "StoragePostgres", "Markup", "Civic", "Web", hummingbird, hummingbirdCore, logging, metrics,
    crypto,
    httpTypes, nioCore,
    .product(name: "HummingbirdTesting", package: "hummingbird"),
]

func tests(of name: String, with extra: [Target.Dependency] = []) -> Target {
    .testTarget(name: "\(name)Tests", dependencies: testing + extra, path: "Tests/\(name)Tests")
}

let testRooms: [Target] = [
    .target(
        name: "TestKit",
        dependencies: ["Storage", "StorageSQLite", "StoragePostgres", "Civic", "CPostgres", logging], path: "Tests/TestKit"),
    .executableTarget(name: "StorageProbe", dependencies: ["Storage", "StorageSQLite", "StoragePostgres"], path: "Tests/StorageProbe"),
    tests(of: "Storage", with: ["CPostgres", "StorageProbe"]),
    tests(of: "Markup"),
    tests(of: "Expressions", with: ["Expressions"]),
    tests(of: "Typography", with: ["Typography"]),
    tests(of: "Papers", with: ["Papers"]),
    tests(of: "Procedures", with: ["Definitions", "Flows", "Outbound", "Ports", "Procedures"]),
    tests(of: "Flows", with: ["Definitions", "Expressions", "Flows"]),
    tests(of: "Searches", with: ["Searches"]),
    tests(of: "Civic"),
    tests(of: "Web", with: ["Typography"]),
    tests(of: "Catalog", with: ["Catalog", "Definitions", "Ports", "Searches"]),
    tests(of: "Handoff", with: ["Handoff", "Outbound", "Ports", nioPosix, nioSSL]),
    tests(of: "Outbound", with: ["Outbound", nioPosix]),
    tests(of: "Inspections", with: ["Inspections"]),
    tests(of: "DataRights", with: ["DataRights", "Ports"]),
    tests(of: "Identity", with: ["Identity", "Outbound", "Ports", "ClaveUnicaSimulator", nioPosix, jwt]),
    tests(of: "Intake", with: ["Intake", "Ports"]),
    tests(of: "Mandates", with: ["Mandates", "Ports"]),
    tests(of: "Notices", with: ["Notices", "Ports"]),
    tests(of: "Persons", with: ["Persons", "Ports"]),
    tests(of: "Petitions", with: ["Petitions"]),
    tests(of: "Diversions", with: ["Diversions", "Ports"]),
    tests(of: "Referrals", with: ["Referrals", "Ports"]),
    tests(of: "Staffing", with: ["Staffing", "Ports"]),
    tests(of: "Stations", with: ["Stations", "Ports"]),
    tests(of: "Surveys", with: ["Surveys", "Ports"]),
    tests(of: "Statistics", with: ["Statistics", "Ports"]),
    tests(of: "Portal", with: ["Portal", "Ports"]),
    tests(
        of: "Journey",
        with: [
            "Server", "Ports", "Typography", "Catalog", "DataRights", "Diversions", "Handoff", "Identity", "Intake", "Mandates", "Notices",
            "Persons",
            "Petitions", "Procedures", "Flows", "Referrals", "Stations",
            "Statistics", "Desk", "Portal",
            "ClaveUnicaSimulator", "MessageSimulator", "RegisterSimulator",
        ]),
]

let package = Package(
    name: "ventanilla",
    platforms: [.macOS(.v15)],
    // The libraries are for Benchmarks/ and Fuzzing/, which look at them from outside.
    products: [.executable(name: "ventanilla", targets: ["Server"])]
        + ["Storage", "StorageSQLite", "StoragePostgres", "Markup", "Searches", "Expressions", "Flows", "Civic", "Web", "Catalog"].map {
            .library(name: $0, targets: [$0])
        },
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/vapor/jwt-kit", exact: "5.7.1"),
    ],
    targets: rooms + testRooms,
    swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
    target.swiftSettings =
        (target.swiftSettings ?? []) + [
            .enableUpcomingFeature("ExistentialAny"),
            .enableUpcomingFeature("MemberImportVisibility"),
            .treatAllWarnings(as: .error, .when(configuration: .debug)),
        ]
}
