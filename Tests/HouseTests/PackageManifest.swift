import Foundation
import TestSupport

/// The targets of `Package.swift`, as far as the manner in which this package writes them goes.
struct PackageManifest {
  /// A target of Swift, or a library of the system.
  struct Target {
    let name: String
    /// The targets of this package, and the products of others, that it says it imports.
    let dependencies: [String]
    /// Where its files are.
    let folder: String
  }

  /// All targets in the order in which they stand, those of tests among them.
  let all: [Target]

  /// The targets below `Sources`.
  var targets: [Target] { all.filter { $0.folder.hasPrefix("Sources/") } }

  /// Reads the manifest of the repository.
  init() throws {
    let text = String(decoding: try Fixture("Package.swift").bytes(), as: UTF8.self)
    let list = text.range(of: "targets: [\n").map { text[$0.upperBound...] } ?? ""
    let opening =
      /(library|target|executableTarget|systemLibrary|testTarget|tests)\(\s*(?:name: )?"([\w-]+)"/
    let matches = list.matches(of: opening)
    all = zip(matches, matches.dropFirst().map(\.range.lowerBound) + [list.endIndex])
      .map { match, end in
        let words = list[match.range.upperBound..<end]
        let name = String(match.2) + (match.1 == "tests" ? "Tests" : "")
        let isOfTests = match.1 == "tests" || match.1 == "testTarget"
        let path = words.firstMatch(of: /path: "([^"]*)"/).map { String($0.1) }
        return Target(
          name: name, dependencies: match.1 == "systemLibrary" ? [] : Self.dependencies(in: words),
          folder: path ?? (isOfTests ? "Tests/" : "Sources/") + name)
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
