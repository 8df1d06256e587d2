// swift-tools-version: 6.2
import Foundation
import PackageDescription

/// Every target of ours: Swift 6 mode, warnings are errors, imports internal unless said otherwise.
let ours: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .treatAllWarnings(as: .error),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: ours)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], resources: [Resource] = []) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
        swiftSettings: ours)
}

/// Whether one run can be spread over processes: where Open MPI's development files are, unless COGOV_WITHOUT_MPI is set.
let hasMPI: Bool = {
    let environment = ProcessInfo.processInfo.environment
    guard environment["COGOV_WITHOUT_MPI"] == nil else { return false }
    var folders = (environment["PKG_CONFIG_PATH"] ?? "").split(separator: ":").map(String.init)
    for prefix in ["/usr", "/usr/local", "/opt/homebrew"] {
        folders += ["lib", "lib64", "share"].map { "\(prefix)/\($0)/pkgconfig" }
        let families = (try? FileManager.default.contentsOfDirectory(atPath: prefix + "/lib")) ?? []
        folders += families.map { "\(prefix)/lib/\($0)/pkgconfig" }
    }
    return folders.contains { FileManager.default.fileExists(atPath: $0 + "/ompi-c.pc") }
}()

/// Hummingbird's packages bring Apple's module Numerics along, though nothing of ours uses it; by another name it does not get
/// into the way of our own.
let numericsOfApple = Target.Dependency.product(
    name: "Numerics", package: "swift-numerics", moduleAliases: ["Numerics": "AppleNumerics"])

let package = Package(
    name: "cogov",
    products: [
        .executable(name: "cogov", targets: ["cogov"]),
        .library(name: "Governance", targets: ["Governance"]),
        .library(name: "Allocation", targets: ["Allocation"]),
        .library(name: "Scenarios", targets: ["Scenarios"]),
        .library(name: "Archive", targets: ["Archive"]),
        .library(name: "Analysis", targets: ["Analysis"]),
        .library(name: "Studio", targets: ["Studio"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/attaswift/BigInt", from: "6.0.1"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-nio-extras", from: "1.35.0"),
        .package(url: "https://github.com/apple/swift-numerics", from: "1.1.1"),
    ],
    targets: [
        .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
        .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .target(name: "CMemory"),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(name: "CNetCDF", pkgConfig: "netcdf", providers: [.apt(["libnetcdf-dev"])]),
        module("Numerics", ["CGSL"]),
        module("Allocation", [.product(name: "BigInt", package: "BigInt")]),
        module("Governance", ["Numerics", "Allocation", "CMemory"]),
        module("Scenarios", ["Allocation", "Governance", .product(name: "Yams", package: "Yams")]),
        module(
            "Archive",
            [
                "Governance", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"), "CCrypto", "CNetCDF",
            ]),
        module("Experiments", ["Numerics", "Scenarios", "Archive", .product(name: "Logging", package: "swift-log")]),
        module("Analysis", ["Archive", "Governance", "Numerics"]),
        module("Claims", ["Experiments", "Analysis", "Archive", "Scenarios", "Governance", "Allocation", "Numerics"]),
        module("Reporting", ["Allocation", "Analysis", "Archive", "Claims", "Governance", "Numerics", "Scenarios"]),
        module(
            "Studio",
            [
                "Archive", "CZlib", "Experiments", "Governance", "Reporting", "Scenarios",
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HummingbirdCore", package: "hummingbird"), numericsOfApple,
                .product(name: "Logging", package: "swift-log"), .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTPTypes", package: "swift-nio-extras"),
            ]),
        .executableTarget(
            name: "cogov",
            dependencies: [
                "Allocation", "Experiments", "Analysis", "Claims", "Reporting", "Studio",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
            ] + (hasMPI ? ["MessagePassing"] : []), swiftSettings: ours + (hasMPI ? [.define("MPI")] : [])),
        tests("Numerics", ["CGSL"]),
        .target(
            name: "SpreadSupport", dependencies: ["Governance"], path: "Tests/SpreadSupport", swiftSettings: ours),
        .target(
            name: "RandomScenarios", dependencies: ["Allocation", "Governance", "Numerics"],
            path: "Tests/RandomScenarios", swiftSettings: ours),
        .testTarget(
            name: "PropertyTests",
            dependencies: [
                "Archive", "Experiments", "Governance", "Numerics", "RandomScenarios", "Scenarios", "SpreadSupport",
            ], swiftSettings: ours),
        tests("Governance", ["Allocation", "Numerics", "SpreadSupport"]),
        tests("Allocation", [.product(name: "BigInt", package: "BigInt")], resources: [.copy("Fixtures")]),
        tests("Scenarios", ["Allocation", "Governance"], resources: [.copy("Fixtures")]),
        tests(
            "Archive", ["CNetCDF", .product(name: "GRDB", package: "GRDB.swift")], resources: [.copy("Resources")]),
        tests("Experiments", ["Governance", "Archive", "Scenarios", "Numerics", "SpreadSupport"]),
        .testTarget(
            name: "CommandTests", dependencies: ["cogov"], exclude: ["Fixtures"], swiftSettings: ours),
        tests("Analysis", ["Archive", "Governance", "Numerics"]),
        tests("Claims", ["Experiments", "Analysis", "Archive", "Scenarios", "Governance", "Allocation", "Numerics"]),
        tests(
            "Reporting", ["Allocation", "Analysis", "Archive", "Claims", "Governance"], resources: [.copy("Golden")]),
        tests("Studio", ["Experiments", "Governance", "Scenarios"]),
    ]
        + (hasMPI
            ? [
                .systemLibrary(name: "CMPI", pkgConfig: "ompi-c", providers: [.apt(["libopenmpi-dev"])]),
                module("MessagePassing", ["CMPI", "Governance"]),
            ] : [])
)
