// swift-tools-version: 6.2
import PackageDescription

/// `make check` sets ZS_STRICT=1: warnings of our own targets are errors there, and only there, so that a newer
/// compiler's new warning never stops somebody from building a release.
let strict = Context.environment["ZS_STRICT"] == "1"

let settings: [SwiftSetting] =
    [
        // Costs of dynamic dispatch stay visible: https://github.com/swiftlang/swift-evolution/blob/main/proposals/0335-existential-any.md
        .enableUpcomingFeature("ExistentialAny"),
        // A file names every module whose members it uses: .../proposals/0444-member-import-visibility.md
        .enableUpcomingFeature("MemberImportVisibility"),
        // Nothing of a dependency leaks through a public interface unsaid: .../proposals/0409-access-level-on-imports.md
        .enableUpcomingFeature("InternalImportsByDefault"),
    ] + (strict ? [.treatAllWarnings(as: .error)] : [])

let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let argumentParser = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let nioCore = Target.Dependency.product(name: "NIOCore", package: "swift-nio")
let nioPosix = Target.Dependency.product(name: "NIOPosix", package: "swift-nio")
let nioHTTP1 = Target.Dependency.product(name: "NIOHTTP1", package: "swift-nio")
let httpTypes = Target.Dependency.product(name: "HTTPTypes", package: "swift-http-types")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let lifecycle = Target.Dependency.product(name: "ServiceLifecycle", package: "swift-service-lifecycle")
let grdb = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let yams = Target.Dependency.product(name: "Yams", package: "Yams")

/// A room of the house: a library target in `Sources/NAME`. Who may import whom is the table in Docs/architecture.md;
/// `scripts/check-imports` holds this list and the sources against it.
func room(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
    name: "zhaoshang",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "zs", targets: ["zs"]),
        .executable(name: "zsd", targets: ["zsd"]),
        // For Benchmarks, which measures them inside a process.
        .library(name: "WorkCalendar", targets: ["WorkCalendar"]),
        .library(name: "Promotion", targets: ["Promotion"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-nio", from: "2.101.0"),
        .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
        .package(url: "https://github.com/apple/swift-log", from: "1.16.0"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.0"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.0"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        room("WorkCalendar"),
        room("Labels"),
        room("Identifiers"),
        room("ReportModel", ["Labels"]),
        room("TextLayout", ["ReportModel", "Labels"]),
        room("Notification", ["WorkCalendar", "Identifiers", "Labels", crypto]),
        room("Promotion", ["WorkCalendar", "Identifiers", "Labels"]),
        room("Cadence", ["WorkCalendar", "Identifiers", "Labels"]),
        room("Reporting", ["Promotion", "Cadence", "WorkCalendar", "Identifiers", "ReportModel", "Labels"]),
        room(
            "Bureau",
            [
                "WorkCalendar", "Identifiers", "ReportModel", "Labels", "Promotion", "Cadence", "Reporting",
                "Notification", logging, lifecycle, crypto,
            ]
        ),
        .target(
            name: "Migrations", path: "Migrations", resources: [.embedInCode("sql")], swiftSettings: settings),
        room(
            "SQLiteStore",
            [
                "Bureau", "Reporting", "Promotion", "Cadence", "Notification", "WorkCalendar", "Identifiers",
                "ReportModel", "Labels", "Migrations", grdb, crypto,
            ]),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        room("Couriers", ["CCurl", "Notification", "Labels"]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        room("Tabular", ["CZip", "CExpat", "Labels"]),
        room("WireAPI", ["ReportModel", "Labels"]),
        room("HostSystem"),
        room(
            "Server",
            [
                "Bureau", "Reporting", "Promotion", "Cadence", "Notification", "WorkCalendar", "Identifiers",
                "ReportModel", "WireAPI",
                "HostSystem", "Labels", hummingbird, nioCore, nioPosix, nioHTTP1, httpTypes, logging, lifecycle,
            ]),
        room("Client", ["WireAPI", "HostSystem", "Labels"]),
        room("Commands", ["Client", "WireAPI", "HostSystem", "ReportModel", "TextLayout", "Labels", argumentParser]),
        .executableTarget(name: "zs", dependencies: ["Commands"], swiftSettings: settings),
        .executableTarget(
            name: "zsd",
            dependencies: [
                "Couriers", "Notification",
                "Bureau", "SQLiteStore", "Server", "HostSystem", "Labels", "WorkCalendar", "Identifiers", "Promotion",
                "Cadence", "Reporting", "ReportModel", "WireAPI", "Tabular", yams, argumentParser, logging, lifecycle,
            ], swiftSettings: settings),
        tests("NotificationTests", ["Notification", "WorkCalendar", "Identifiers", "Labels"]),
        tests("CouriersTests", ["Couriers", "Notification", "Identifiers", "Labels"]),
        tests("WorkCalendarTests", ["WorkCalendar"]),
        tests("PromotionTests", ["Promotion", "Labels", "WorkCalendar", "Identifiers"]),
        tests("TextLayoutTests", ["TextLayout", "ReportModel", "Labels"]),
        tests(
            "ReportingTests",
            ["Reporting", "Promotion", "Cadence", "WorkCalendar", "Identifiers", "ReportModel", "Labels"]),
        tests("CadenceTests", ["Cadence", "WorkCalendar", "Identifiers", "Labels"]),
        tests(
            "BureauTests",
            [
                "Notification", "Bureau", "SQLiteStore", "Reporting", "ReportModel", "Promotion", "Cadence",
                "WorkCalendar",
                "Identifiers", "Labels", logging,
            ]),
        tests(
            "SQLiteStoreTests",
            [
                "Notification", "SQLiteStore", "Bureau", "Reporting", "Promotion", "Cadence", "WorkCalendar",
                "Identifiers", "Labels",
                "Migrations", grdb,
            ]),
        tests("HostSystemTests", ["HostSystem"]),
        tests("TabularTests", ["Tabular", "Labels"]),
        .testTarget(
            name: "WireAPITests", dependencies: ["WireAPI", "ReportModel", "Labels"], exclude: ["Golden"],
            swiftSettings: settings),
        tests(
            "ServerTests",
            [
                "Server", "Bureau", "WireAPI", "HostSystem", "Labels", "Client", nioCore, nioPosix, nioHTTP1, logging,
                lifecycle,
            ]),
        tests("ClientTests", ["Client", "WireAPI", "HostSystem", "Labels", nioCore, nioPosix]),
        tests(
            "CommandsTests",
            ["Commands", "Client", "WireAPI", "HostSystem", "Labels", "TextLayout", "ReportModel", argumentParser]),
        tests(
            "SimulationTests",
            [
                "Bureau", "SQLiteStore", "Promotion", "Cadence", "Notification", "WorkCalendar", "Identifiers",
                "Labels", logging,
            ]),
        // They run the programs that lie beside the test bundle, and import nothing of them.
        tests("EndToEndTests", []),
    ],
    swiftLanguageModes: [.v6]
)

// `make simulate` builds that suite alone, in release: the others want modules built for testing, which a release is not.
if Context.environment["ZS_SIMULATE"] != nil {
    package.targets.removeAll { $0.type == .test && $0.name != "SimulationTests" }
}
