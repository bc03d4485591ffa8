/// Goes through values in DER (ITU-T X.690), as far as certificates and signatures need it. Whatever
/// the bytes say, nothing outside of them is read.
struct DERReader {
  /// A value with its tag.
  struct Value {
    let tag: UInt8
    let content: ArraySlice<UInt8>
    /// All its bytes, with the tag.
    let encoding: ArraySlice<UInt8>

    /// The values that fill it; nil where something in it is none, so that nobody takes a part for the
    /// whole.
    var parts: [Value]? {
      var reader = DERReader(content)
      var values: [Value] = []
      while let value = reader.next() { values.append(value) }
      return reader.rest.isEmpty ? values : nil
    }

    /// The values that fill it; none where something in it is none.
    var values: [Value] { parts ?? [] }

    /// The values in the first value in it that has a tag; none where there is no such.
    func first(tagged tag: UInt8) -> [Value] {
      for value in values where value.tag == tag { return value.values }
      return []
    }
  }

  private var rest: ArraySlice<UInt8>

  init(_ bytes: ArraySlice<UInt8>) { rest = bytes }

  /// The next value; nil at the end, or where there is none.
  mutating func next() -> Value? {
    // Tags of more than a byte stand in nothing that is read here.
    let start = rest
    guard let tag = rest.popFirst(), tag & 0x1F != 0x1F, let length = length(),
      length <= rest.count
    else {
      rest = start
      return nil
    }
    let content = rest.prefix(length)
    rest = rest.dropFirst(length)
    return Value(tag: tag, content: content, encoding: start[start.startIndex..<content.endIndex])
  }

  /// A length, in as many bytes as it has, noughts before it included: as OpenSSL reads it.
  private mutating func length() -> Int? {
    guard let first = rest.popFirst() else { return nil }
    guard first & 0x80 != 0 else { return Int(first) }
    let count = Int(first & 0x7F)
    guard count > 0, count <= rest.count else { return nil }
    let digits = rest.prefix(count).drop { $0 == 0 }
    rest = rest.dropFirst(count)
    return digits.count < 8 ? digits.reduce(0) { $0 << 8 | Int($1) } : nil
  }
}

extension DERReader.Value {
  static let sequence: UInt8 = 0x30
  static let set: UInt8 = 0x31

  /// An object identifier as numbers with full stops; nil for what is none.
  var identifier: String? {
    guard tag == 0x06, let first = content.first else { return nil }
    var numbers = [min(Int(first) / 40, 2), 0]
    numbers[1] = Int(first) - numbers[0] * 40
    var number = 0
    for byte in content.dropFirst() {
      guard number < 1 << 48 else { return nil }
      number = number << 7 | Int(byte & 0x7F)
      guard byte & 0x80 == 0 else { continue }
      numbers.append(number)
      number = 0
    }
    return numbers.map(String.init).joined(separator: ".")
  }

  /// A text in one of the usual alphabets; nil for what is none.
  var text: String? {
    switch tag {
    case 0x0C, 0x12, 0x13, 0x16, 0x17, 0x18: String(validating: content, as: UTF8.self)
    case 0x1E where content.count.isMultiple(of: 2):
      String(
        validating: stride(from: content.startIndex, to: content.endIndex, by: 2).map {
          UInt16(content[$0]) << 8 | UInt16(content[$0 + 1])
        }, as: UTF16.self)
    default: nil
    }
  }
}
