import NoteTemplates
import Foundation
import TestSupport

/// A folder with the built program, templates of a small kind, plans, and what is built of them.
final class Workplace {
  /// The folder, without symbolic links.
  let path: String

  /// What the program came to.
  struct Outcome {
    let status: Int32
    let output: String
    let error: String
  }

  /// Makes the folder with some plans.
  init(plans count: Int = 3) throws {
    let url = FileManager.default.temporaryDirectory.appending(path: "pysar-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
    path = url.resolvingSymlinksInPath().path(percentEncoded: false)
    try makeFolder("bin")
    try FileManager.default.copyItem(
      atPath: Scenario.tools + "/pysar", toPath: at("bin/pysar"))
    for (name, text) in SmallTemplates.files { try write(text, "Templates/" + name) }
    try FileManager.default.createSymbolicLink(
      atPath: at("Templates/index"), withDestinationPath: Fixture.templates + "/index")
    try makeFolder("out")
    try writePlans(1...count)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  func at(_ inner: String) -> String { path + "/" + inner }

  /// Writes plans of an edition, every other one into a folder of its own.
  func writePlans(_ numbers: ClosedRange<Int>, edition: String = "перша") throws {
    for number in numbers {
      let folder = number % 2 == 0 ? "plans/\(number)/" : "plans/"
      try write(
        SmallTemplates.note("Автор \(number)", text: "редакція \(edition)"),
        folder + "\(number).yaml")
    }
  }

  func makeFolder(_ inner: String) throws {
    try FileManager.default.createDirectory(atPath: at(inner), withIntermediateDirectories: true)
  }

  func write(_ text: String, _ inner: String) throws {
    try makeFolder(String(inner[..<(inner.lastIndex(of: "/") ?? inner.startIndex)]))
    try Data(text.utf8).write(to: URL(filePath: at(inner)))
  }

  /// Runs a command in the folder.
  @discardableResult func run(
    _ command: [String], in folder: String? = nil, environment: [String: String] = [:]
  ) throws -> Outcome {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = URL(filePath: folder ?? path)
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let names = ["out", "err"].map { path + "/." + UUID().uuidString + $0 }
    for name in names { try Data().write(to: URL(filePath: name)) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: URL(filePath: names[0]))
    process.standardError = try FileHandle(forWritingTo: URL(filePath: names[1]))
    try process.run()
    process.waitUntilExit()
    let said = try names.map { name in
      String(decoding: try Data(contentsOf: URL(filePath: name)), as: UTF8.self)
    }
    for name in names { try FileManager.default.removeItem(atPath: name) }
    let isKilled = process.terminationReason == .uncaughtSignal
    return Outcome(
      status: process.terminationStatus + (isKilled ? 128 : 0), output: said[0], error: said[1])
  }

  /// Builds the plans into `out`.
  ///
  /// - Parameter wrapper: the command that runs the program, before its own words.
  @discardableResult func build(_ options: [String] = [], by wrapper: [String] = []) throws
    -> Outcome
  {
    try run(
      wrapper
        + [at("bin/pysar"), "build", "plans", "--out", "out", "--lang", "en", "--no-sync"]
        + options)
  }

  /// The bytes of all files of a folder but the batch's own, and those aside.
  func contents(_ inner: String = "out") throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try names(inner)
    where !name.hasPrefix(".pysar/") && !name.contains(".pysar-") && !isFolder(inner, name) {
      files[name] = try Data(contentsOf: URL(filePath: at(inner + "/" + name)))
    }
    return files
  }

  /// What a run has left that it should not have.
  func leftovers(_ inner: String = "out") throws -> [String] {
    try names(inner).filter { name in
      if name.contains(".pysar-") { return true }
      guard name.hasPrefix(".pysar/"), !isFolder(inner, name) else { return false }
      guard name.hasPrefix(".pysar/lock") else { return name != ".pysar/state" }
      return try !Data(contentsOf: URL(filePath: at(inner + "/" + name))).isEmpty
    }
  }

  /// What is in a folder, by its path there.
  private func names(_ inner: String) throws -> [String] {
    try FileManager.default.subpathsOfDirectory(atPath: at(inner))
  }

  private func isFolder(_ inner: String, _ name: String) -> Bool {
    let file = URL(filePath: at(inner + "/" + name))
    return (try? file.resourceValues(forKeys: [.isDirectoryKey]).isDirectory) == true
  }
}
