import Foundation
import TestSupport

/// An authority that the script of `Fixtures/signatures` keeps in a folder of its own, with its people.
struct TestAuthority: Sendable {
  private let folder: URL

  /// One for all tests: keys take their time.
  static let shared = Result { try TestAuthority() }

  private init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "pysar-authority-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try run("new")
    try run("person", "kalyna", "Калина Олена Петрівна")
    try run("person", "rsa", "Гай Григорій", "digitalSignature")
    try run("person", "expired", "Верба Віра", "nonRepudiation", "-1")
    try run("person", "server", "Сервер", "keyAgreement")
  }

  /// Where a file of it is.
  func path(_ name: String) -> String { folder.appending(path: name).path }

  /// Makes a folder of trusted certificates with some files.
  func trust(_ name: String, _ files: [String]) throws -> String {
    let path = path(name)
    try? FileManager.default.removeItem(atPath: path)
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    for file in files {
      try FileManager.default.copyItem(atPath: self.path(file), toPath: path + "/" + file)
    }
    return path
  }

  /// Writes a file.
  func write(_ bytes: [UInt8], _ name: String) throws {
    try Data(bytes).write(to: folder.appending(path: name))
  }

  /// Reads a file.
  func read(_ name: String) throws -> [UInt8] {
    Array(try Data(contentsOf: folder.appending(path: name)))
  }

  /// A signature of some bytes.
  func sign(_ bytes: [UInt8], by name: String, _ options: String...) throws -> [UInt8] {
    let stem = UUID().uuidString
    try write(bytes, stem)
    try run(["sign", name, stem, stem + ".p7s"] + options)
    return try read(stem + ".p7s")
  }

  /// A time-stamp token of some bytes.
  func stamp(_ bytes: [UInt8]) throws -> [UInt8] {
    let stem = UUID().uuidString
    try write(bytes, stem)
    try run("stamp", stem, stem + ".tst")
    return try read(stem + ".tst")
  }

  func run(_ arguments: String...) throws { try run(arguments) }

  private func run(_ arguments: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = [Fixture("Fixtures/signatures/authority").absolutePath] + arguments
    process.currentDirectoryURL = folder
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw Failure(arguments: arguments) }
  }

  private struct Failure: Error { let arguments: [String] }
}
