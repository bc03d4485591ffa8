internal import Diagnostics
internal import ZIP

/// A file of Word as a reader sees it, and the plans that lie in it.
struct WordFile {
  /// The text, its paragraphs parted by ends of lines.
  let text: String
  /// The plans, as they were when the file was made.
  let plans: [SourceFile]

  /// Opens a file; nil where it is none.
  init?(_ source: SourceFile) {
    guard let archive = ZIPReader(source.bytes), let part = archive["word/document.xml"] else {
      return nil
    }
    text = Self.text(of: part)
    plans = archive.names.filter(Self.isPlan).compactMap { name in
      archive[name].map { SourceFile(name: source.name, bytes: $0) }
    }
  }

  private static func isPlan(_ name: String) -> Bool {
    name.hasPrefix("customXml/item") && name.hasSuffix(".xml") && !name.contains("Props")
  }

  /// What stands between the tags of a text, and ends of lines where paragraphs, tabs and breaks are.
  private static func text(of part: [UInt8]) -> String {
    var result: [UInt8] = []
    var place = 0
    while place < part.count {
      guard part[place] == UInt8(ascii: "<") else {
        place += 1
        continue
      }
      let end = part[place...].firstIndex(of: UInt8(ascii: ">")) ?? part.count
      let tag = part[place..<end]
      place = end + 1
      if tag.isOf("w:t") {
        let stop = part[min(place, part.count)...].firstIndex(of: UInt8(ascii: "<")) ?? part.count
        result.append(unescaping: part[min(place, stop)..<stop])
        place = stop
      } else if tag.isOf("/w:p") || tag.isOf("w:tab") || tag.isOf("w:br") || tag.isOf("w:cr") {
        result.append(UInt8(ascii: "\n"))
      }
    }
    return String(decoding: result, as: UTF8.self)
  }
}

extension ArraySlice<UInt8> {
  /// Whether a tag, begun, is that of an element which is not empty.
  fileprivate func isOf(_ name: StaticString) -> Bool {
    let end = startIndex + 1 + name.utf8CodeUnitCount
    guard end <= endIndex, self[(startIndex + 1)..<end].elementsEqual("\(name)".utf8) else {
      return false
    }
    return end == endIndex || self[end] == UInt8(ascii: " ") || self[end] == UInt8(ascii: "/")
  }
}

extension [UInt8] {
  /// Adds text that stood between tags.
  fileprivate mutating func append(unescaping text: ArraySlice<UInt8>) {
    var rest = text
    while let start = rest.firstIndex(of: UInt8(ascii: "&")) {
      self += rest[..<start]
      guard let end = rest[start...].firstIndex(of: UInt8(ascii: ";")) else { break }
      let name = String(decoding: rest[(start + 1)..<end], as: UTF8.self)
      self += Self.character(named: name).utf8
      rest = rest[(end + 1)...]
    }
    self += rest
  }

  private static func character(named name: String) -> String {
    switch name {
    case "lt": return "<"
    case "gt": return ">"
    case "amp": return "&"
    case "quot": return "\""
    case "apos": return "'"
    default:
      let number =
        name.hasPrefix("#x") ? UInt32(name.dropFirst(2), radix: 16) : UInt32(name.dropFirst())
      return number.flatMap(Unicode.Scalar.init).map { String($0) } ?? ""
    }
  }
}
