// swift-tools-version: 6.2
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A package of its own, so that nothing here is built or shipped with the product. It takes from the product only what
/// is measured inside a process; everything else is measured on the released programs.
let package = Package(
    name: "zhaoshang-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "zhaoshang", path: "..")],
    targets: [
        .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .executableTarget(
            name: "zs-bench",
            dependencies: [
                "CSQLite", .product(name: "WorkCalendar", package: "zhaoshang"),
                .product(name: "Promotion", package: "zhaoshang"),
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
