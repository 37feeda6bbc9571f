// swift-tools-version:6.2
// Parsers of text from outside against libFuzzer, apart from the product: what is built here is built with its instruments.
import PackageDescription

let package = Package(
    name: "fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "ventanilla", path: "..")],
    targets: [
        .executableTarget(
            name: "Fuzz",
            dependencies: [
                .product(name: "Civic", package: "ventanilla"), .product(name: "Storage", package: "ventanilla"),
                .product(name: "Markup", package: "ventanilla"), .product(name: "Web", package: "ventanilla"),
                .product(name: "Catalog", package: "ventanilla"), .product(name: "Searches", package: "ventanilla"),
                .product(name: "Expressions", package: "ventanilla"), .product(name: "Flows", package: "ventanilla"),
            ],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])])
    ],
    swiftLanguageModes: [.v6]
)
