// swift-tools-version: 6.2
import PackageDescription

let package = Package(
    name: "CogovBenchmarks",
    dependencies: [
        .package(name: "cogov", path: ".."),
        .package(url: "https://github.com/google/swift-benchmark", exact: "0.1.2"),
    ],
    targets: [
        // What a careful C programmer would write for the dearest kernels; -ffp-contract=off as Swift fuses nothing.
        .target(name: "CReference", cSettings: [.unsafeFlags(["-O3", "-ffp-contract=off"])]),
        .executableTarget(
            name: "CogovBenchmarks",
            dependencies: [
                "CReference", .product(name: "Governance", package: "cogov"),
                .product(name: "Benchmark", package: "swift-benchmark"),
            ],
            // The harness predates strict concurrency.
            swiftSettings: [.swiftLanguageMode(.v5), .treatAllWarnings(as: .error)]),
    ]
)
