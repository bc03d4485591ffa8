import Foundation
import TestSupport

/// A text of commands and of what they say, as a person would see it in a terminal:
///
///     % pysar kinds
///     standard output
///     ! standard error
///     => exit status, where it is not 0
///
/// Lines that begin with `## ` are comments. Every scenario runs in a folder of its own, in which
/// `Fixtures` is a link to the repository's.
struct Scenario {
  private let lines: [Substring]

  init(_ text: String) {
    lines = text.split(separator: "\n", omittingEmptySubsequences: false)
  }

  /// The same text with what the commands say now.
  func run() throws -> String {
    let folder = FileManager.default.temporaryDirectory.appending(path: "pysar-\(UUID())")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createSymbolicLink(
      atPath: folder.path + "/Fixtures",
      withDestinationPath: Fixture.repository + "/Fixtures")
    var result: [String] = []
    for line in lines where line.hasPrefix("## ") || line.hasPrefix("% ") {
      if line.hasPrefix("## ") {
        if result.last.map({ !$0.hasPrefix("## ") }) ?? false { result.append("") }
        result.append(String(line))
      } else {
        result.append(String(line))
        result += try Self.output(of: String(line.dropFirst(2)), in: folder)
      }
    }
    return result.joined(separator: "\n") + "\n"
  }

  private static func output(of command: String, in folder: URL) throws -> [String] {
    let process = Process()
    process.executableURL = URL(filePath: "/bin/bash")
    process.arguments = ["-c", command]
    process.currentDirectoryURL = folder
    var environment = ProcessInfo.processInfo.environment
    environment["PATH"] = tools + ":" + (environment["PATH"] ?? "/usr/bin:/bin")
    environment["LC_ALL"] = "C.UTF-8"
    // What the make that runs the tests hands down would show in what theirs say.
    for name in ["MAKEFLAGS", "MFLAGS", "MAKELEVEL"] { environment[name] = nil }
    process.environment = environment
    let out = folder.appending(path: ".out")
    let err = folder.appending(path: ".err")
    for file in [out, err] { try Data().write(to: file) }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: out)
    process.standardError = try FileHandle(forWritingTo: err)
    try process.run()
    process.waitUntilExit()
    var lines = try Self.lines(of: out) + Self.lines(of: err).map { "! " + $0 }
    if process.terminationStatus != 0 { lines.append("=> \(process.terminationStatus)") }
    return lines
  }

  private static func lines(of file: URL) throws -> [String] {
    var lines = String(decoding: try Data(contentsOf: file), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    if lines.last == "" { lines.removeLast() }
    // How far a run is, it says only where it takes long, as on a busy machine.
    return lines.filter { !$0.hasSuffix(" за секунду") && !$0.hasSuffix(" a second") }
      .filter { !$0.contains(" за секунду, лишилося") && !$0.contains(" a second, ") }
  }

  /// The folder of the built programs: where the tests themselves run from.
  static let tools: String = {
    let program = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().path
    let built = Fixture.repository + "/.build/debug"
    return FileManager.default.fileExists(atPath: built + "/pysar")
      ? built : String(program.prefix(upTo: program.lastIndex(of: "/") ?? program.endIndex))
  }()
}
