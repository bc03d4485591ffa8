package import Bytes

/// A file's name and bytes: what readers read, and where diagnostics take the line they show.
package struct SourceFile: Sendable {
  /// The name that diagnostics give: the path as the user wrote it, `-` for standard input.
  package let name: String
  /// The bytes as they stand in the file.
  package let bytes: [UInt8]
  /// What one look through the bytes told.
  package let traits: TextTraits
  /// Where each line starts, for files so large that a search from the top for every one of many
  /// diagnostics would be felt; empty for all others.
  private let lineStarts: [Int]

  /// Makes a source from bytes.
  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    traits = TextTraits(bytes.span)
    lineStarts = bytes.count > 1 << 16 ? Self.lineStarts(of: bytes) : []
  }

  /// The text of a line (from 1) without its end; broken UTF-8 is shown as U+FFFD.
  ///
  /// Lines end where editors end them: with a line feed, or a carriage return before one.
  package func line(_ number: Int) -> String {
    guard var start = start(ofLine: number) else { return "" }
    var end = bytes.place(of: 0x0A, from: start) ?? bytes.count
    if end > start, end < bytes.count, bytes[end - 1] == 0x0D { end -= 1 }
    if number == 1, bytes.starts(with: [0xEF, 0xBB, 0xBF]) { start = min(3, end) }
    if end > start + Self.shownBytes {
      end = start + Self.shownBytes
      while end > start, bytes[end] & 0xC0 == 0x80 { end -= 1 }
    }
    return String(decoding: bytes[start..<max(start, end)], as: UTF8.self)
  }

  /// What is shown of the line at a place: all of it, or a stretch around the place of so many
  /// characters as an excerpt may have. Nothing is shown of a place far behind the line's start.
  ///
  /// - Returns: the text, and how many characters of the line stand before it.
  package func excerpt(at place: SourcePosition) -> (text: String, start: Int) {
    let line = line(Int(place.line))
    guard line.utf8.count > Self.excerptLimit else { return (line, 0) }
    let column = Int(place.column) - 1
    let start = column < Self.excerptLimit * 2 / 5 ? 0 : column - Self.excerptLimit * 6 / 25
    let scalars = line.unicodeScalars
    guard
      let first = scalars.index(scalars.startIndex, offsetBy: start, limitedBy: scalars.endIndex)
    else { return ("", 0) }
    let end =
      scalars.index(first, offsetBy: Self.excerptLimit, limitedBy: scalars.endIndex)
      ?? scalars.endIndex
    return (String(scalars[first..<end]), start)
  }

  /// How many characters an excerpt has at most.
  static let excerptLimit = 200

  /// How much of a line is looked at.
  private static let shownBytes = 4096

  private func start(ofLine number: Int) -> Int? {
    if !lineStarts.isEmpty {
      return lineStarts.indices.contains(number - 1) ? lineStarts[number - 1] : nil
    }
    var line = 1
    var start = 0
    while line < number, start < bytes.count {
      start = nextLine(from: start)
      line += 1
    }
    return line == number ? start : nil
  }

  private func nextLine(from start: Int) -> Int {
    bytes.place(of: 0x0A, from: start).map { $0 + 1 } ?? bytes.count
  }

  private static func lineStarts(of bytes: [UInt8]) -> [Int] {
    var starts = [0]
    while let last = starts.last, last < bytes.count {
      starts.append(bytes.place(of: 0x0A, from: last).map { $0 + 1 } ?? bytes.count)
    }
    return starts
  }

  /// Where a byte stands.
  package func position(ofByte offset: Int) -> SourcePosition {
    var line = 1
    var start = 0
    while true {
      let next = nextLine(from: start)
      if next > offset || next >= bytes.count && next != offset { break }
      if next == start { break }
      line += 1
      start = next
    }
    let from = line == 1 && bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : start
    let until = min(offset, bytes.count)
    let column = from < until ? bytes[from..<until].count { $0 & 0xC0 != 0x80 } : 0
    return SourcePosition(line: line, column: column + 1)
  }

  /// A range, or the end of the last line in place of one that begins behind it, where no editor
  /// shows a line.
  package func within(_ range: SourceRange) -> SourceRange {
    let line = Int(range.start.line)
    if line <= 1 || bytes.isEmpty { return range }
    if let start = start(ofLine: line), start < bytes.count { return range }
    let end = bytes.last == 0x0A ? bytes.count - 1 : bytes.count
    let last = bytes[..<max(end, 0)].count { $0 == 0x0A } + 1
    return SourceRange(line: last, column: self.line(last).unicodeScalars.count + 1)
  }
}
