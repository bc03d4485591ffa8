import Foundation
import TestSupport

/// A Swift file of the repository.
struct SourceCode: Sendable {
  /// The path within the repository: `Sources/XML/XMLNode.swift`.
  let path: String
  /// What stands in it.
  let lines: [Substring]
  /// The modules that it imports.
  let imports: Set<String>

  /// The folder below `Sources` or `Tests`, which is the target.
  var target: String { String(path.split(separator: "/")[1]) }

  /// The name of the file, wherever it moves within its target.
  var name: String { String(path.split(separator: "/").last ?? "") }

  private init(_ path: String) throws {
    self.path = path
    lines = String(decoding: try Fixture(path).bytes(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    imports = Set(
      lines.compactMap { line in
        let words = line.split(separator: " ")
        guard let place = words.firstIndex(of: "import"), place <= 2, line.first != " " else {
          return nil
        }
        return words.last.map(String.init)
      })
  }

  /// The program's files, by path.
  static let sources = Result { try all(below: "Sources") }

  /// The files below a folder of the repository, by path.
  static func all(below folder: String) throws -> [SourceCode] {
    try FileManager.default.subpathsOfDirectory(atPath: Fixture.repository + "/" + folder)
      .filter { $0.hasSuffix(".swift") }.sorted().map { try SourceCode("\(folder)/\($0)") }
  }
}
