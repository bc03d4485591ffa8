internal import ZIP

/// What is in a file, by which it is known whether the program has made it: then it can be made again.
struct MadeFile {
  private let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Whether the program has made it, to judge by what its writers put into each file, or by what it
  /// has in common with what is to take its place.
  func isMade(like new: [UInt8]) -> Bool {
    if bytes.starts(with: "%PDF-".utf8) { return isMadePDF }
    if let archive = ZIPReader(bytes) { return Self.isMade(archive) }
    // A text that begins as a plan does is a person's.
    guard !bytes.hasLine(startingWith: ["вид:", "kind:"]) else { return false }
    let start = bytes.prefix(Self.markedStart)
    return Self.marks.contains {
      bytes.starts(with: $0.opening.utf8) && start.contains($0.mark.utf8)
    }
      || isText(like: new)
  }

  /// How many bytes of a file are searched for its mark.
  private static let markedStart = 1 << 16

  /// What texts of the program begin with, and what stands near their beginning.
  private static let marks = [
    (opening: "<!DOCTYPE html>", mark: "default-src 'none'; style-src 'sha256-"),
    (opening: "<", mark: " xmlns=\"urn:pysar:"),
    (opening: "BEGIN:VCALENDAR", mark: "PRODID:-//Pysar//"),
    (opening: "# Прийняті зауваження Pysar:", mark: "Pysar"),
  ]

  /// A PDF to which another program has added something, ends more than once.
  private var isMadePDF: Bool {
    bytes.contains("/Producer(Pysar)".utf8) && bytes.ranges(of: "startxref".utf8).count == 1
  }

  /// A file of Word that was saved by another program names that one; a container has no signature.
  private static func isMade(_ archive: ZIPReader) -> Bool {
    if let application = archive["docProps/app.xml"] {
      return application.contains("<Application>Pysar<".utf8)
    }
    return archive["mimetype"].map { $0.starts(with: "application/vnd.etsi.asic-e".utf8) }
      ?? false
  }

  /// A table drawn with lines, or lines that stand in the new text, too: titles and names of columns.
  private func isText(like new: [UInt8]) -> Bool {
    let old = Set(Self.lines(of: bytes))
    return old.contains { $0.hasPrefix("┌─") && $0.hasSuffix("─┐") }
      || old.intersection(Self.lines(of: new)).count > 1
  }

  /// The lines of a text that say something.
  private static func lines(of bytes: [UInt8]) -> [String] {
    let shortest = 5
    return bytes.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D || $0 == 0x0C }).compactMap {
      line in
      let line = String(decoding: line.drop { $0 == 0x20 }, as: UTF8.self)
      return line.unicodeScalars.count < shortest ? nil : line
    }
  }
}

extension [UInt8] {
  /// Whether one of the lines begins with one of the words.
  fileprivate func hasLine(startingWith words: [String]) -> Bool {
    split(separator: UInt8(ascii: "\n")).contains { line in
      words.contains { line.starts(with: $0.utf8) }
    }
  }
}
