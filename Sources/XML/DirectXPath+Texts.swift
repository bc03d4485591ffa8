internal import Diagnostics

/// Texts in UTF-8, copied only where a new one is made.
extension DirectXPath {
  /// Lends the value as a text.
  func withText<Result>(
    at node: XMLNode, position: Int, size: Int, _ body: (Span<UInt8>) -> Result
  ) -> Result {
    switch self {
    case .string(_, let utf8): return body(utf8.span)
    case .path(let path):
      guard let first = path.first(from: node) else { return body([UInt8]().span) }
      return first.withText(body)
    default: return body(utf8(at: node, position: position, size: size).span)
    }
  }

  /// The value as a text of its own.
  func utf8(at node: XMLNode, position: Int, size: Int) -> [UInt8] {
    func lend<Result>(_ part: DirectXPath, _ body: (Span<UInt8>) -> Result) -> Result {
      part.withText(at: node, position: position, size: size, body)
    }
    switch self {
    case .string(_, let utf8): return utf8
    case .path: return lend(self) { Array(copying: $0) }
    case .concat(let parts):
      var result: [UInt8] = []
      result.reserveCapacity(128)
      for part in parts { lend(part) { result.append(copying: $0) } }
      return result
    case .before(let text, let mark):
      return lend(text) { text in
        lend(mark) { Array(copying: text.extracting(first: text.place(of: $0) ?? 0)) }
      }
    case .after(let text, let mark):
      return lend(text) { text in
        lend(mark) { mark in
          text.place(of: mark).map {
            Array(copying: text.extracting(droppingFirst: $0 + mark.count))
          } ?? []
        }
      }
    case .substring(let text, let from, let length):
      let start = from.value(at: node, position: position, size: size).number.roundedUp
      let count = length?.value(at: node, position: position, size: size).number.roundedUp
      return lend(text) { $0.scalars(from: start, to: count.map { start + $0 } ?? .infinity) }
    case .translate(let text, let old, let new):
      let old = Self.scalars(lend(old) { Array(copying: $0) })
      let new = Self.scalars(lend(new) { Array(copying: $0) })
      return lend(text) { $0.translated(old, new) }
    default:
      return Array(value(at: node, position: position, size: size).string.utf8)
    }
  }

  /// Whether the text of a node on one side and that of one on the other, or a literal, meet a
  /// condition; nil where the sides are of other sorts, or both of many nodes.
  func hasText(
    _ other: DirectXPath, at node: XMLNode, _ condition: (Span<UInt8>, Span<UInt8>) -> Bool
  ) -> Bool? {
    switch (self, other) {
    case (.path(let path), .string(_, let utf8)), (.string(_, let utf8), .path(let path)):
      return path.contains(from: node) { $0.withText { condition($0, utf8.span) } }
    case (.path(let single), .path(let path)) where single.isSingle,
      (.path(let path), .path(let single)) where single.isSingle:
      guard let first = single.first(from: node) else { return false }
      return first.withText { text in
        path.contains(from: node) { $0.withText { condition($0, text) } }
      }
    default: return nil
    }
  }

  private static func scalars(_ utf8: [UInt8]) -> [Unicode.Scalar] {
    Array(String(decoding: utf8, as: UTF8.self).unicodeScalars)
  }
}

extension Span<UInt8> {
  /// Where the first run of these bytes starts that is the same as others.
  func place(of other: Span<UInt8>) -> Int? {
    guard other.count > 0 else { return 0 }
    var start = 0
    // Letters of one alphabet share their first byte, so the last byte of the run tells more.
    let last = other.count - 1
    let sought = other[last]
    while start + last < count {
      if self[start + last] == sought {
        var index = 0
        while index < last, self[start + index] == other[index] { index += 1 }
        if index == last { return start }
      }
      start += 1
    }
    return nil
  }

  /// Whether the bytes are the same; XPath compares character by character, where Swift's strings
  /// would hold composed and decomposed letters for equal.
  func isSame(as other: Span<UInt8>) -> Bool {
    guard count == other.count else { return false }
    for index in 0..<count where self[index] != other[index] { return false }
    return true
  }

  /// The scalars from one place to before another, both counted from 1; none where one is NaN.
  fileprivate func scalars(from start: Double, to end: Double) -> [UInt8] {
    var result: [UInt8] = []
    var place = 0.0
    for index in 0..<count {
      let byte = self[index]
      if byte & 0xC0 != 0x80 { place += 1 }
      if place >= start, place < end { result.append(byte) }
    }
    return result
  }

  /// The text with each scalar of one list replaced by that at its place in another, or left out
  /// where there is none.
  fileprivate func translated(_ old: [Unicode.Scalar], _ new: [Unicode.Scalar]) -> [UInt8] {
    var result = ""
    for scalar in String(decoding: Array(copying: self), as: UTF8.self).unicodeScalars {
      if let place = old.firstIndex(of: scalar) {
        if place < new.count { result.unicodeScalars.append(new[place]) }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    return Array(result.utf8)
  }
}

extension Double {
  /// The nearest whole number, of two the higher: XPath 1.0, section 4.4.
  fileprivate var roundedUp: Double { (self + 0.5).rounded(.down) }
}
