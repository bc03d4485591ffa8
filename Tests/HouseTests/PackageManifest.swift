import Foundation
import TestSupport

/// The targets of `Package.swift`, as far as the manner in which this package writes them goes.
struct PackageManifest {
  /// A target below `Sources`.
  struct Target {
    let name: String
    /// The targets of this package, and the products of others, that it says it imports.
    let dependencies: [String]
  }

  /// The targets in the order in which they stand.
  let targets: [Target]

  /// Reads the manifest of the repository.
  init() throws {
    let text = String(decoding: try Fixture("Package.swift").bytes(), as: UTF8.self)
    let list = text.range(of: "targets: [\n").map { text[$0.upperBound...] } ?? ""
    let opening = /(?:library\(|executableTarget\(|systemLibrary\()\s*(?:name: )?"([\w-]+)"/
    let matches = list.matches(of: opening)
    targets = zip(matches, matches.dropFirst().map(\.range.lowerBound) + [list.endIndex])
      .compactMap { match, end in
        var words = list[match.range.upperBound..<end]
        if let tests = words.range(of: "\n    tests(") { words = words[..<tests.lowerBound] }
        let isElsewhere = words.contains("path:")
        if isElsewhere { return nil }
        let isSystem = match.0.hasPrefix("systemLibrary")
        return Target(
          name: String(match.1), dependencies: isSystem ? [] : Self.dependencies(in: words))
      }
  }

  private static func dependencies(in words: Substring) -> [String] {
    let list = words.firstIndex(of: "[").map { words[$0...] } ?? ""
    // A product names its package after itself.
    let own = list.replacing(/, package: "[^"]*"/, with: "")
    let end = own.range(of: "swiftSettings")?.lowerBound ?? own.endIndex
    return own[..<end].matches(of: /"([\w-]+)"/).map { String($0.1) }
  }
}
