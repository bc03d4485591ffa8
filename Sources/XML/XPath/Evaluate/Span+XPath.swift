import Bytes
internal import Diagnostics

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

  /// The scalars of the text.
  var scalars: [Unicode.Scalar] {
    Array(String(decoding: Array(copying: self), as: UTF8.self).unicodeScalars)
  }
}

extension [UInt8] {
  /// Appends the scalars from one place to before another, both counted from 1; none where one is
  /// NaN.
  mutating func append(scalarsOf text: Span<UInt8>, from start: Double, to end: Double) {
    var place = 0.0
    for index in 0..<text.count {
      let byte = text[index]
      if byte & 0xC0 != 0x80 { place += 1 }
      if place >= start, place < end { append(byte) }
    }
  }

  /// Appends a text with each scalar of one list replaced by that at its place in another, or left
  /// out where there is none.
  mutating func append(
    translating text: Span<UInt8>, _ old: [Unicode.Scalar], _ new: [Unicode.Scalar]
  ) {
    var result = ""
    for scalar in text.scalars {
      if let place = old.firstIndex(of: scalar) {
        if place < new.count { result.unicodeScalars.append(new[place]) }
      } else {
        result.unicodeScalars.append(scalar)
      }
    }
    append(contentsOf: result.utf8)
  }
}
