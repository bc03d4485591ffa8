// swift-tools-version: 6.2
import PackageDescription

/// Every target is built alike: Swift 6, pointers marked, no warning let through.
let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

func library(
  _ name: String, _ dependencies: [Target.Dependency] = [], path: String? = nil
) -> Target {
  .target(name: name, dependencies: dependencies, path: path, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: ["TestSupport"] + dependencies, swiftSettings: strict)
}

/// The allocator of the programs: a plan takes a good thousand small pieces of memory, and the
/// system's own spends a seventh of a batch's time on them.
let allocator: [LinkerSetting] = [.linkedLibrary("mimalloc")]

let package = Package(
  name: "pysar",
  products: [.executable(name: "pysar", targets: ["pysar"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .systemLibrary(
      name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CLibYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    library("Diagnostics"),
    library("Digests", ["CNettle"]),
    library("XML", ["CLibXML2", "Diagnostics"]),
    library("YAML", ["CLibYAML", "Diagnostics"]),
    library("Patterns", ["Diagnostics", "XML"]),
    library("Deadlines", ["Diagnostics", "XML", "YAML"]),
    library("Plans", ["Diagnostics", "XML", "YAML", "Deadlines"]),
    library("Rules", ["Diagnostics", "XML", "YAML", "Patterns", "Deadlines"]),
    library("Documents", ["Diagnostics"]),
    library("Forms", ["Diagnostics", "XML", "Deadlines", "Plans", "Documents"]),
    library(
      "Batches",
      ["Diagnostics", "Digests", "XML", "Deadlines", "Plans", "Rules", "Documents", "Forms"]),
    library("TestSupport", path: "Tests/TestSupport"),
    library("Corpus", path: "Tests/Corpus"),
    tests("Diagnostics", ["Diagnostics"]),
    tests("XML", ["Diagnostics", "XML"]),
    tests("YAML", ["Diagnostics", "YAML"]),
    tests("Deadlines", ["Deadlines", "Diagnostics", "XML"]),
    tests("Documents", ["Documents"]),
    tests("Forms", ["Deadlines", "Diagnostics", "Documents", "Forms", "Plans", "XML"]),
    .executableTarget(
      name: "pysar",
      dependencies: [
        "Diagnostics", "XML", "Deadlines", "Plans", "Rules", "Documents", "Forms",
        "Batches",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: allocator),
    .executableTarget(
      name: "pysar-bench",
      dependencies: [
        "CLibYAML", "Diagnostics", "XML", "Plans", "Rules", "Documents", "Forms", "Corpus",
      ],
      path: "Tests/Benchmarks", swiftSettings: strict, linkerSettings: allocator),
    tests("Plans", ["Deadlines", "Diagnostics", "Plans", "XML", "YAML"]),
    tests("Command", ["pysar"]),
    tests("Batches", ["Batches", "Diagnostics", "Digests", "Plans"]),
    tests("Corpus", ["Corpus", "Diagnostics", "Plans", "Rules", "XML"]),
    tests("Patterns", ["Patterns", "Diagnostics", "XML"]),
    tests("Rules", ["Deadlines", "Diagnostics", "Patterns", "Plans", "Rules", "XML"]),
  ],
  swiftLanguageModes: [.v6]
)
