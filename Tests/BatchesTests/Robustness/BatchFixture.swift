import NoteTemplates
import Diagnostics
import Files
import Foundation
import Glibc
import Reports
import RunState
import TestSupport

@testable import Batches

/// A folder of a test's own with plans, templates and what is built of them.
final class BatchFixture {
  /// The folder itself, without symbolic links.
  let path: String

  /// Makes the folder, with the templates of a small kind.
  init() throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "pysar-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path(percentEncoded: false)
    for (name, text) in SmallTemplates.files { try write(text, "templates/" + name) }
    try link("templates/index", to: Fixture.templates + "/index")
    try makeFolder("plans")
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// The path of something in the folder.
  func at(_ inner: String) -> String { path + "/" + inner }

  func makeFolder(_ inner: String) throws {
    try FileManager.default.createDirectory(atPath: at(inner), withIntermediateDirectories: true)
  }

  /// Writes a file as an editor does: a new one in the place of the old one.
  func write(_ text: String, _ inner: String) throws {
    try write(Array(text.utf8), inner)
  }

  func write(_ bytes: [UInt8], _ inner: String) throws {
    try makeFolder(
      String(inner[..<(inner.utf8.lastIndex(of: UInt8(ascii: "/")) ?? inner.startIndex)]))
    try Data(bytes).write(to: URL(filePath: at("new")))
    guard unsafe rename(at("new"), at(inner)) == 0 else { throw SystemError(code: errno) }
  }

  func link(_ inner: String, to target: String) throws {
    guard unsafe symlink(target, at(inner)) == 0 else { throw SystemError(code: errno) }
  }

  func remove(_ inner: String) throws { try FileManager.default.removeItem(atPath: at(inner)) }

  func bytes(_ inner: String) throws -> [UInt8] {
    Array(try Data(contentsOf: URL(filePath: at(inner))))
  }

  /// A batch of the plans, to be built into `out`.
  func batch(_ output: String = "out", plans: [String] = ["plans"]) -> Batch {
    var batch = Batch(
      plans: plans.map(at), output: at(output), templates: TemplateFolders([at("templates")]))
    batch.language = .en
    batch.isSynchronizing = false
    return batch
  }

  /// Builds a batch.
  @discardableResult func build(_ batch: Batch) async throws -> BatchResult {
    try await BatchRunner(batch, progress: { _, _ in }, isStopped: { false }).run()
  }

  /// Builds the plans into `out`.
  @discardableResult func build(_ change: (inout Batch) -> Void = { _ in }) async throws
    -> BatchResult
  {
    var batch = batch()
    change(&batch)
    return try await build(batch)
  }

  /// All that is in a folder but the batch's own files.
  func snapshot(_ inner: String = "out") throws -> Snapshot {
    try Snapshot(of: at(inner))
  }

  /// The lines of the manifest, behind what it says of itself.
  func manifest(_ output: String = "out") throws -> [ManifestLine] {
    try bytes(output + "/manifest.jsonl").split(separator: 0x0A).dropFirst().map {
      try ManifestLine(reading: $0)
    }
  }
}

/// What stands in a folder, and in which files.
struct Snapshot: Equatable {
  /// A file: its bytes, and what would show that it was written anew.
  struct Entry: Equatable {
    let bytes: [UInt8]
    let inode: UInt64
    let modified: Int
  }

  /// The files, links and pipes by their paths.
  private(set) var files: [String: Entry] = [:]

  init(of folder: String) throws {
    try add(folder, within: "")
  }

  /// A path as a key. Texts in Swift are the same where only their spelling in Unicode differs, and
  /// paths are not: the breve by itself is given by its number.
  static func key(_ path: String) -> String {
    path.unicodeScalars.reduce(into: "") { $0 += $1 == "\u{306}" ? "<306>" : String($1) }
  }

  /// The path of a key.
  static func path(_ key: String) -> String {
    key.replacingOccurrences(of: "<306>", with: "\u{306}")
  }

  /// The bytes alone.
  var bytes: [String: [UInt8]] { files.mapValues(\.bytes) }

  private mutating func add(_ folder: String, within path: String) throws {
    for name in try FileManager.default.contentsOfDirectory(atPath: folder)
    where name != OutputFolder.own {
      let full = folder + "/" + name
      var status = stat()
      guard unsafe lstat(full, &status) == 0 else { throw SystemError(code: errno) }
      if status.st_mode & S_IFMT == S_IFDIR {
        try add(full, within: path + name + "/")
      } else {
        let isFile = status.st_mode & S_IFMT == S_IFREG
        files[Self.key(path + name)] = Entry(
          bytes: isFile ? Array(try Data(contentsOf: URL(filePath: full))) : [],
          inode: UInt64(status.st_ino),
          modified: status.st_mtim.tv_sec * 1_000_000_000 + status.st_mtim.tv_nsec)
      }
    }
  }
}

extension BatchFixture {
  /// What a run has left that it should not have: files aside, and words in the lock.
  func leftovers(_ output: String = "out") throws -> [String] {
    let names = try FileManager.default.subpathsOfDirectory(atPath: at(output))
    let asides = names.filter { $0.split(separator: "/").last?.hasPrefix(".pysar-") ?? false }
    let locks = try names.filter { $0.hasPrefix(".pysar/lock") }
      .filter { try !bytes(output + "/" + $0).isEmpty }
    return asides + names.filter { $0.hasSuffix("-journal") } + locks
  }
}
