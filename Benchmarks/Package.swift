// swift-tools-version: 6.2
import PackageDescription

/// The harness predates strict concurrency.
let ours: [SwiftSetting] = [.swiftLanguageMode(.v5), .treatAllWarnings(as: .error)]

let package = Package(
    name: "CogovBenchmarks",
    dependencies: [
        .package(name: "cogov", path: ".."),
        .package(url: "https://github.com/google/swift-benchmark", exact: "0.1.2"),
    ],
    targets: [
        // What a careful C programmer would write for the dearest kernels; -ffp-contract=off as Swift fuses nothing.
        .target(name: "CReference", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),
        // Made-up towns, and the kernels of their months.
        .target(
            name: "Towns", dependencies: ["CReference", .product(name: "Governance", package: "cogov")],
            swiftSettings: ours),
        .executableTarget(
            name: "CogovBenchmarks", dependencies: ["Towns", .product(name: "Benchmark", package: "swift-benchmark")],
            swiftSettings: ours),
        .executableTarget(name: "CogovCounts", dependencies: ["Towns"], swiftSettings: ours),
        .executableTarget(name: "CogovCity", dependencies: ["Towns"], swiftSettings: ours),
        .executableTarget(name: "CogovGrowth", dependencies: ["Towns"], swiftSettings: ours),
    ]
)
