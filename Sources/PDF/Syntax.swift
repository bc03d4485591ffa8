internal import Markup

// The words of PDF (ISO 32000-1, 7.3), appended to bytes.

extension [UInt8] {
  /// Appends a whole number.
  mutating func append(number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    var digits = InlineArray<20, UInt8>(repeating: 0)
    var rest = number.magnitude
    var count = 0
    repeat {
      digits[count] = UInt8(ascii: "0") + UInt8(rest % 10)
      rest /= 10
      count += 1
    } while rest > 0
    for index in (0..<count).reversed() { append(digits[index]) }
  }

  /// Appends a number with two decimals at most, a blank behind it.
  mutating func append(_ number: Double) {
    let hundredths = Int((number * 100).rounded())
    let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
    if hundredths < 0 { append(UInt8(ascii: "-")) }
    if whole > 0 || part == 0 { append(number: Int(whole)) }
    if part > 0 {
      append(UInt8(ascii: "."))
      append(UInt8(ascii: "0") + UInt8(part / 10))
      if part % 10 > 0 { append(UInt8(ascii: "0") + UInt8(part % 10)) }
    }
    append(UInt8(ascii: " "))
  }

  /// Appends a byte of a string in brackets.
  mutating func append(inString byte: UInt8) {
    switch byte {
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "\\"):
      append(UInt8(ascii: "\\"))
      append(byte)
    // A reader takes it for the end of a line.
    case 0x0D: append("\\r")
    default: append(byte)
    }
  }

  /// Appends a text as a string of UTF-16.
  mutating func append(text: String) {
    append("<FEFF")
    for unit in text.utf16 { append(hex: unit) }
    append(">")
  }

  /// Appends four hexadecimal digits.
  mutating func append(hex unit: UInt16) {
    for shift in [12, 8, 4, 0] as [UInt16] {
      let digit = UInt8(unit >> shift & 0xF)
      append(digit + (digit < 10 ? 0x30 : 0x37))
    }
  }

  /// Appends the name of another object.
  mutating func append(reference: Int) {
    append(number: reference)
    append(" 0 R")
  }
}
