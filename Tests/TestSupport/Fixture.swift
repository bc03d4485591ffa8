internal import Foundation

/// A file of the repository that a test reads: a plan of `Fixtures`, a template, an expected file.
package struct Fixture: Sendable, CustomStringConvertible {
  /// The path within the repository: `Fixtures/bad/unknown-key.yaml`.
  package let path: String

  /// Names a file of the repository.
  package init(_ path: String) {
    self.path = path
  }

  /// The repository's root.
  package static let repository = #filePath.split(separator: "/").dropLast(3)
    .reduce(into: "") { $0 += "/" + $1 }

  /// The absolute path of the template folder.
  package static let templates = repository + "/Templates"

  /// The fixtures of a folder of `Fixtures` that are named so, in the order of their names.
  ///
  /// A folder that is missing, or has none, gives one that cannot be read, so that the tests that it
  /// is listed for fail.
  package static func list(_ folder: String, suffix: String = ".yaml") -> [Fixture] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: repository + "/Fixtures/" + folder)
    let found = (names ?? []).filter { $0.hasSuffix(suffix) }.sorted()
    return (found.isEmpty ? ["nothing there ends in \(suffix)"] : found)
      .map { Fixture("Fixtures/\(folder)/\($0)") }
  }

  /// The good plans of all kinds, whose names are those of the folders of `Templates/kinds`.
  package static let plans: [Fixture] = kinds.flatMap { list($0) }

  /// The kinds of the repository.
  package static let kinds: [String] = {
    let folders = try? FileManager.default.contentsOfDirectory(atPath: templates + "/kinds")
    return (folders ?? []).sorted().filter { $0 != "shared" }
  }()

  /// The file's name without its folder.
  package var name: String { String(path.split(separator: "/").last ?? "") }

  /// The path without the ending after the last full stop.
  package var stem: String { String(path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)) }

  /// Where it is.
  package var absolutePath: String { Self.repository + "/" + path }

  /// The bytes of the file.
  ///
  /// - Throws: why the file system does not give them.
  package func bytes() throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: absolutePath)))
  }

  /// How test reports name it.
  package var description: String { path }
}
