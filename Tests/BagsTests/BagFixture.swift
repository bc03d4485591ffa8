import Digests
import Foundation
import TestSupport

/// A bag as a text: a line that says what it shows, then its files, each under a line `=== path`,
/// with what stands in it. `{sha256 path}` is the digest of another file, `\u{…}`, `\r`, `\t` and `\\`
/// are characters, `[utf16]` and `[latin1]` behind a path encodings, `-> target` makes a link.
struct BagFixture {
  private struct File {
    let path: String
    let target: String?
    let encoding: String.Encoding
    var text = ""
  }

  private var files: [File] = []

  init(_ text: String) {
    for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropFirst() {
      if line.hasPrefix("=== ") {
        let link = line.dropFirst(4).components(separatedBy: " -> ")
        let words = link[0].components(separatedBy: " [")
        let encoding: String.Encoding =
          switch words.last {
          case "utf16]": .utf16
          case "latin1]": .isoLatin1
          default: .utf8
          }
        files.append(
          File(
            path: Self.unescaped(words[0]), target: link.count > 1 ? link[1] : nil,
            encoding: encoding))
      } else if !files.isEmpty {
        files[files.count - 1].text += line + "\n"
      }
    }
    // The line end of the fixture itself is no line.
    if !files.isEmpty { files[files.count - 1].text.removeLast() }
  }

  /// Makes the bag in a folder.
  func write(to folder: URL) throws {
    for file in files {
      let url = URL(filePath: folder.path + "/" + file.path)
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      if let target = file.target {
        try FileManager.default.createSymbolicLink(atPath: url.path, withDestinationPath: target)
      } else {
        try bytes(of: file).write(to: url)
      }
    }
  }

  private func bytes(of file: File) throws -> Data {
    var text = Self.unescaped(file.text)
    for match in text.matches(of: /\{(\w+) ([^}]*(?:\{[^}]*\}[^}]*)?)\}/).reversed() {
      guard let algorithm = DigestAlgorithm(rawValue: String(match.1)),
        let other = files.first(where: { $0.path.utf8.elementsEqual(match.2.utf8) })
      else { continue }
      let digest = DigestStream.hex(of: Array(try bytes(of: other)), algorithm)
      text.replaceSubrange(match.range, with: digest)
    }
    return text.data(using: file.encoding) ?? Data()
  }

  private static func unescaped(_ text: String) -> String {
    text.replacing(/\\(u\{([0-9A-Fa-f]+)\}|r|t|\\)/) { match in
      switch match.1 {
      case "r": "\r"
      case "t": "\t"
      case "\\": "\\"
      default:
        match.2.flatMap { UInt32($0, radix: 16) }.flatMap(Unicode.Scalar.init).map(String.init)
          ?? ""
      }
    }
  }
}

/// A folder that is gone with its owner.
final class TemporaryFolder {
  let url: URL
  var path: String { url.path }

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "pysar-bag-\(UUID())")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }
}
