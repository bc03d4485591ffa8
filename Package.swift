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
    .systemLibrary(
      name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .systemLibrary(
      name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
    .systemLibrary(name: "CHarfBuzz", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(name: "COpenSSL", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CLinux"),
    .target(name: "CStart"),
    library("Bytes"),
    library("Markup", ["Bytes"]),
    library("Digests", ["CNettle"]),
    library("Diagnostics", ["Bytes", "Markup"]),
    library("Files", ["CLinux", "Diagnostics"]),
    library("Bags", ["Bytes", "Digests", "Diagnostics", "Files"]),
    library("SQLite", ["CSQLite"]),
    library("XPathLanguage", ["Diagnostics"]),
    library("XML", ["CLibXML2", "Bytes", "Diagnostics", "XPathLanguage"]),
    library("YAML", ["CLibYAML", "Bytes", "Diagnostics"]),
    library("Patterns", ["Bytes", "Diagnostics"]),
    library("Calendars", ["Bytes", "Diagnostics", "Files", "YAML"]),
    library("Deadlines", ["Calendars"]),
    library("DeadlineWords", ["Diagnostics", "Calendars", "Deadlines"]),
    library("DeadlineGrammar", ["Calendars", "Deadlines", "DeadlineWords"]),
    library("ICalendar", ["Calendars", "Deadlines"]),
    library("SourceTexts", ["Bytes", "Markup", "Diagnostics", "YAML"]),
    library(
      "Schemas",
      [
        "Bytes", "Diagnostics", "Files", "XPathLanguage", "XML", "YAML", "Calendars", "SourceTexts",
      ]),
    library("Names", ["Bytes", "Patterns"]),
    library(
      "Contents",
      [
        "Bytes", "Diagnostics", "Digests", "XML", "Deadlines", "DeadlineGrammar", "Schemas",
        "Names",
      ]),
    library("Comparisons", ["XML", "Schemas"]),
    library("Tables", ["Diagnostics", "XML", "Schemas"]),
    library(
      "DeadlineAnnotations",
      [
        "Diagnostics", "Files", "XML", "Calendars", "Deadlines", "DeadlineWords",
        "DeadlineGrammar", "Schemas", "Contents", "Tables",
      ]),
    library(
      "Plans",
      [
        "Bytes", "Digests", "Diagnostics", "Files", "XML", "YAML", "Calendars", "Deadlines",
        "DeadlineGrammar", "SourceTexts", "Schemas", "Contents", "Tables", "DeadlineAnnotations",
      ]),
    library("SchemaWriters", ["Markup", "Diagnostics", "Calendars", "SourceTexts", "Schemas"]),
    library("Words", ["Bytes", "Patterns"]),
    library(
      "Functions",
      [
        "Bytes", "Digests", "Diagnostics", "Files", "XPathLanguage", "XML", "Patterns",
        "Calendars", "Deadlines", "DeadlineGrammar", "Names", "Contents", "Tables", "Words",
      ]),
    library(
      "Rules",
      [
        "Bytes", "Diagnostics", "Files", "XPathLanguage", "XML", "YAML", "Patterns", "Calendars",
        "Words", "Functions", "Schemas",
      ]),
    library("Documents", ["Bytes", "Markup", "Digests", "Diagnostics"]),
    library("QRCodes", ["CQREncode"]),
    library("Compression", ["CZlib"]),
    library("ZIP", ["Diagnostics", "Compression"]),
    library("Fonts", ["CHarfBuzz", "Bytes", "Diagnostics", "Files"]),
    library("PDF", ["Markup", "Digests", "Compression", "Fonts"]),
    library("PageLayout", ["Bytes", "Diagnostics", "Documents", "Fonts", "PDF"]),
    library(
      "Word",
      ["Bytes", "Markup", "Digests", "Diagnostics", "Documents", "Compression", "ZIP"]),
    library(
      "Forms",
      [
        "Bytes", "Diagnostics", "Files", "XPathLanguage", "XML", "Schemas", "Tables", "Plans",
        "Functions", "Documents", "QRCodes",
      ]),
    library(
      "Signatures",
      [
        "COpenSSL", "Markup", "Digests", "Diagnostics", "Files", "XML", "Schemas", "Contents",
        "Names", "Tables", "Plans", "ZIP",
      ]),
    library("Discovery", ["Bytes", "Diagnostics", "Files"]),
    library(
      "Renditions",
      [
        "Diagnostics", "Files", "XPathLanguage", "Calendars", "Schemas", "Contents", "Plans",
        "Rules", "Documents", "ZIP", "PageLayout", "Word", "Forms", "Signatures", "Discovery",
      ]),
    library(
      "Lifecycle",
      [
        "Bytes", "Markup", "Digests", "Diagnostics", "XML", "Calendars", "SourceTexts", "Schemas",
        "Contents", "Comparisons", "Plans", "Documents", "ZIP", "Renditions",
      ]),
    library(
      "Reports",
      [
        "Bytes", "Markup", "Digests", "Diagnostics", "Files", "Calendars", "Deadlines", "ICalendar",
        "Schemas", "Plans", "Documents",
      ]),
    library(
      "Summaries",
      [
        "Bytes", "Digests", "Diagnostics", "Files", "XPathLanguage", "XML", "YAML", "Calendars",
        "Deadlines", "SourceTexts", "Schemas", "Contents", "Plans", "Functions", "Discovery",
        "Renditions",
      ]),
    library(
      "RunState",
      [
        "Bytes", "Digests", "Diagnostics", "Files", "SQLite", "Calendars", "Rules", "Discovery",
        "Reports",
      ]),
    library(
      "Batches",
      [
        "Bytes", "Digests", "Diagnostics", "Files", "XML", "Calendars", "Schemas", "Contents",
        "Plans", "Rules", "Documents", "QRCodes", "Compression", "Fonts", "Signatures", "Discovery",
        "Renditions", "Reports", "RunState",
      ]),
    library(
      "PersonnelFiles",
      [
        "Bytes", "Markup", "Digests", "Diagnostics", "Files", "Bags", "XML", "Calendars", "Schemas",
        "Names", "Contents", "Comparisons", "Plans", "SchemaWriters", "Rules", "Documents",
        "Signatures", "Discovery", "Renditions", "Summaries", "Batches",
      ]),
    library("CommandHelp", ["Markup", "Diagnostics"]),
    library("TestSupport", ["CLibXML2", "CZlib"], path: "Tests/TestSupport"),
    library("Corpus", path: "Tests/Corpus"),
    library("NoteTemplates", path: "Tests/NoteTemplates"),
    library(
      "FuzzTargets",
      [
        "Diagnostics", "Files", "XPathLanguage", "XML", "Calendars", "Schemas", "Plans", "Rules",
        "Documents", "Signatures", "Renditions", "Reports", "RunState", "NoteTemplates",
      ],
      path: "Tests/FuzzTargets"),
    .executableTarget(
      name: "pysar",
      dependencies: [
        "Markup", "Diagnostics", "Files", "Calendars", "ICalendar", "Schemas", "Plans",
        "SchemaWriters", "Rules", "Documents", "Forms", "Discovery", "Renditions", "Lifecycle",
        "Reports", "Summaries", "Batches", "Contents", "Signatures", "PersonnelFiles",
        "CommandHelp", "CStart",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict, linkerSettings: allocator),
    .executableTarget(
      name: "pysar-bench",
      dependencies: [
        "CLibYAML", "Digests", "Diagnostics", "Files", "XPathLanguage", "XML", "Calendars",
        "Schemas", "Plans", "Rules", "Documents", "PageLayout", "Word", "Forms", "Reports",
        "Corpus",
      ],
      path: "Tests/Benchmarks", swiftSettings: strict, linkerSettings: allocator),
    tests("Fuzz", ["FuzzTargets"]),
    tests("Bytes", ["XPathLanguage", "XML"]),
    tests("Markup", ["Markup"]),
    tests("CommandHelp", ["CommandHelp"]),
    tests("Diagnostics", ["Markup", "Diagnostics", "Files", "Deadlines"]),
    tests("Bags", ["Digests", "Diagnostics", "Files", "Bags"]),
    tests("XML", ["Diagnostics", "XPathLanguage", "XML"]),
    tests("YAML", ["Bytes", "Diagnostics", "YAML"]),
    tests("Patterns", ["Diagnostics", "Patterns"]),
    tests("Calendars", ["Diagnostics", "Files", "XML", "Calendars", "Deadlines"]),
    tests("Deadlines", ["Diagnostics", "Files", "Calendars", "Deadlines", "DeadlineGrammar"]),
    tests("ICalendar", ["Calendars", "Deadlines", "DeadlineGrammar", "ICalendar"]),
    tests(
      "Plans",
      [
        "Digests", "Diagnostics", "Files", "XML", "YAML", "Calendars", "Schemas", "Contents",
        "Tables", "Plans",
      ]),
    tests("Comparisons", ["Schemas", "Comparisons"]),
    tests(
      "SchemaWriters",
      ["Diagnostics", "Files", "Calendars", "SourceTexts", "Schemas", "Plans", "SchemaWriters"]),
    tests(
      "Functions",
      ["Diagnostics", "Files", "XPathLanguage", "XML", "Calendars", "Names", "Functions"]),
    tests(
      "Rules",
      [
        "Diagnostics", "Files", "XPathLanguage", "XML", "Patterns", "Calendars", "Schemas", "Plans",
        "Rules", "Corpus",
      ]),
    tests("Words", ["Patterns", "Words"]),
    tests("Documents", ["Digests", "Documents"]),
    tests("ZIP", ["Diagnostics", "ZIP"]),
    tests("QRCodes", ["QRCodes"]),
    tests("PageLayout", ["Documents", "Fonts", "PageLayout"]),
    tests("Word", ["Documents", "Word"]),
    tests(
      "Forms",
      [
        "Diagnostics", "Files", "XML", "Calendars", "Schemas", "Plans", "Documents", "PageLayout",
        "Word", "Forms", "Reports", "Batches",
      ]),
    tests(
      "Lifecycle",
      ["Diagnostics", "Files", "Calendars", "Documents", "ZIP", "Renditions", "Lifecycle"]),
    tests("Reports", ["Bytes", "Markup", "Digests", "Diagnostics", "Files", "Reports", "Batches"]),
    tests(
      "Summaries",
      [
        "Diagnostics", "Files", "XML", "Calendars", "Schemas", "Contents", "Plans", "Renditions",
        "Summaries",
      ]),
    tests(
      "Batches",
      [
        "Digests", "Diagnostics", "Files", "Calendars", "Discovery", "Renditions", "Reports",
        "RunState", "Batches", "NoteTemplates",
      ]),
    tests("Signatures", ["Digests", "Diagnostics", "Files", "ZIP", "Signatures"]),
    tests("PersonnelFiles", ["Diagnostics", "Files", "Calendars", "PersonnelFiles"]),
    tests(
      "Corpus",
      ["Diagnostics", "Files", "XPathLanguage", "XML", "Schemas", "Plans", "Rules", "Corpus"]),
    .testTarget(
      name: "CommandTests", dependencies: ["TestSupport", "NoteTemplates", "CommandHelp", "pysar"],
      exclude: ["Robustness/Shim"], swiftSettings: strict),
    .testTarget(
      name: "HouseTests", dependencies: ["TestSupport", "Diagnostics"], exclude: ["exceptions.txt"],
      swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)

// libFuzzer brings the program's `main`, and only where it is asked for: `make fuzz`.
if Context.environment["PYSAR_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "pysar-fuzz", dependencies: ["FuzzTargets"], path: "Tests/Fuzz", swiftSettings: strict))
}
