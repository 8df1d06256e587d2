// swift-tools-version: 6.2
import PackageDescription

/// The entry points are the fuzzer's, which calls them on one thread; nothing of ours is a main program.
let ours: [SwiftSetting] = [
    .swiftLanguageMode(.v5), .unsafeFlags(["-parse-as-library"]),
]

/// A program that the fuzzer drives.
func fuzzer(_ name: String, _ modules: [String], _ others: [Target.Dependency] = []) -> Target {
    let products = modules.map { Target.Dependency.product(name: $0, package: "cogov") }
    return .executableTarget(name: name, dependencies: ["Fuzzing"] + products + others, swiftSettings: ours)
}

let package = Package(
    name: "CogovFuzzing",
    dependencies: [
        .package(name: "cogov", path: ".."),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
        .package(url: "https://github.com/apple/swift-nio", from: "2.80.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibFuzzer"),
        // What all of them share: words to put in, the places where seeds and scratch files stand, changes line by line.
        .target(
            name: "Fuzzing", dependencies: ["CLibFuzzer", .product(name: "Scenarios", package: "cogov")],
            swiftSettings: ours),
        fuzzer("FuzzScenarios", ["Scenarios"]),
        fuzzer("FuzzDesigns", ["Scenarios"]),
        fuzzer("FuzzElections", ["Allocation"]),
        fuzzer(
            "FuzzArchives", ["Analysis", "Archive"], [.product(name: "GRDBSQLite", package: "GRDB.swift")]),
        fuzzer(
            "FuzzStudio", ["Studio"],
            [
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
            ]),
    ]
)
