internal import Digests
internal import Markup

/// A file of objects while it is written: each stands where it came, and the table at the end says
/// where that is (ISO 32000-1, 7.5).
struct ObjectFile {
  private(set) var bytes: [UInt8] = []
  /// Where each object begins, by its number; 0 while it is not written.
  private var places: [Int] = [0]

  init() {
    bytes.reserveCapacity(65_536)
    // Bytes beyond ASCII tell programs that this is no text.
    bytes.append("%PDF-1.4\n%")
    bytes += [0xE2, 0xE3, 0xCF, 0xD3, 0x0A]
  }

  /// The number of an object that is written later.
  mutating func reserve() -> Int {
    places.append(0)
    return places.count - 1
  }

  /// Writes an object.
  mutating func write(_ number: Int, _ body: (inout [UInt8]) -> Void) {
    begin(number)
    body(&bytes)
    bytes.append("\nendobj\n")
  }

  /// Writes an object with a number of its own, which it gives.
  mutating func add(_ body: (inout [UInt8]) -> Void) -> Int {
    let number = reserve()
    write(number, body)
    return number
  }

  /// Writes a stream, whose dictionary has some entries beside its length.
  mutating func add(_ data: [UInt8], isDeflated: Bool = true, entries: [UInt8] = []) -> Int {
    let number = reserve()
    begin(number)
    bytes.append("<</Length ")
    bytes.append(number: data.count)
    if isDeflated { bytes.append("/Filter/FlateDecode") }
    bytes += entries
    bytes.append(">>\nstream\n")
    bytes += data
    bytes.append("\nendstream\nendobj\n")
    return number
  }

  private mutating func begin(_ number: Int) {
    places[number] = bytes.count
    bytes.append(number: number)
    bytes.append(" 0 obj\n")
  }

  /// Ends the file, whose identifier follows from its bytes.
  mutating func finish(catalog: Int, information: Int) {
    let digest = Digest(of: bytes).bytes.prefix(16)
    let start = bytes.count
    bytes.append("xref\n0 ")
    bytes.append(number: places.count)
    bytes.append("\n0000000000 65535 f \n")
    for place in places.dropFirst() {
      precondition(place > 0, "every object that is named is written")
      var digits = InlineArray<10, UInt8>(repeating: UInt8(ascii: "0"))
      var rest = place
      for index in (0..<10).reversed() {
        digits[index] = UInt8(ascii: "0") + UInt8(rest % 10)
        rest /= 10
      }
      for index in 0..<10 { bytes.append(digits[index]) }
      bytes.append(" 00000 n \n")
    }
    bytes.append("trailer\n<</Size ")
    bytes.append(number: places.count)
    bytes.append("/Root ")
    bytes.append(reference: catalog)
    bytes.append("/Info ")
    bytes.append(reference: information)
    bytes.append("/ID[")
    for _ in 0..<2 {
      bytes.append("<")
      for index in stride(from: 0, to: 16, by: 2) {
        bytes.append(hex: UInt16(digest[index]) << 8 | UInt16(digest[index + 1]))
      }
      bytes.append(">")
    }
    bytes.append("]>>\nstartxref\n")
    bytes.append(number: start)
    bytes.append("\n%%EOF\n")
  }
}
