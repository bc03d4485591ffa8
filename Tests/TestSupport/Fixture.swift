internal import Foundation

/// A file of the repository that a test reads: a plan of `Fixtures`, a template, an expected file.
public struct Fixture: Sendable, CustomStringConvertible {
  /// The path within the repository: `Fixtures/bad/unknown-key.yaml`.
  public let path: String

  /// Names a file of the repository.
  public init(_ path: String) {
    self.path = path
  }

  /// The repository's root.
  public static let repository = #filePath.split(separator: "/").dropLast(3)
    .reduce(into: "") { $0 += "/" + $1 }

  /// The absolute path of the template folder.
  public static let templates = repository + "/Templates"

  /// The fixtures of a folder of `Fixtures` that are named so, in the order of their names.
  public static func list(_ folder: String, suffix: String = ".yaml") -> [Fixture] {
    let names = try? FileManager.default.contentsOfDirectory(
      atPath: repository + "/Fixtures/" + folder)
    return (names ?? []).filter { $0.hasSuffix(suffix) }.sorted()
      .map { Fixture("Fixtures/\(folder)/\($0)") }
  }

  /// The good plans of all kinds.
  public static let plans: [Fixture] = {
    let folders = try? FileManager.default.contentsOfDirectory(
      atPath: repository + "/Fixtures")
    return (folders ?? []).sorted().filter { $0 != "bad" }.flatMap { list($0) }
  }()

  /// The file's name without its folder.
  public var name: String { String(path.split(separator: "/").last ?? "") }

  /// The path without the ending after the last full stop.
  public var stem: String { String(path.prefix(upTo: path.lastIndex(of: ".") ?? path.endIndex)) }

  /// Where it is.
  public var absolutePath: String { Self.repository + "/" + path }

  /// The bytes of the file.
  ///
  /// - Throws: why the file system does not give them.
  public func bytes() throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: absolutePath))) }

  /// How test reports name it.
  public var description: String { path }
}
