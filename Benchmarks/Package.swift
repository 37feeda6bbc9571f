// swift-tools-version:6.2
// Measurements, apart from the product, so that what they need never becomes something that the product needs.
import PackageDescription

let package = Package(
    name: "benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        .package(name: "ventanilla", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .executableTarget(
            name: "Counter",
            dependencies: [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
                .product(name: "Civic", package: "ventanilla"),
                .product(name: "Storage", package: "ventanilla"),
                .product(name: "StorageSQLite", package: "ventanilla"),
                .product(name: "StoragePostgres", package: "ventanilla"),
                .product(name: "Web", package: "ventanilla"),
            ]),
        .executableTarget(
            name: "Decider",
            dependencies: [
                .product(name: "Catalog", package: "ventanilla"), .product(name: "Civic", package: "ventanilla"),
                .product(name: "Expressions", package: "ventanilla"), .product(name: "Flows", package: "ventanilla"),
            ]),
        .executableTarget(name: "Seeker", dependencies: [.product(name: "Searches", package: "ventanilla")]),
    ],
    swiftLanguageModes: [.v6]
)
