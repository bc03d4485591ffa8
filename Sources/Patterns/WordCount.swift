import Bytes
internal import Diagnostics

/// How many words a text has: runs of letters and digits, with the apostrophes, hyphens, points and
/// commas between them that join them («п’ять», «науково-технічний», «3,5», «05.11.2020»).
///
/// A point or comma joins digits only. A mark alone («№», «%», «–») is no word.
package enum WordCount {
  /// How many words a text in UTF-8 has.
  package static func count(in utf8: Span<UInt8>) -> Int {
    var count = 0
    var before = Letters.Kind.other
    // The last mark behind a word; only one alone joins it to the next.
    var joint: UInt32 = 0
    var marks = 0
    let kinds = Letters.kinds
    var index = 0
    while index < utf8.count {
      let kind: Letters.Kind
      if utf8[index] | 1 == 0xD1 {
        // All of U+0400 to U+047F are letters, and what goes on with them is the same word.
        kind = .letter
        index = utf8.endOfLetters(at: index + 2)
      } else {
        let (scalar, length) = UTF8Scalars.scalar(in: utf8, at: index)
        index += length
        kind = scalar < UInt32(kinds.count) ? kinds[Int(scalar)] : .other
        if kind == .other {
          joint = scalar
          marks += 1
          continue
        }
      }
      if before == .other || marks > 1 || marks == 1 && !joins(joint, before, kind) { count += 1 }
      before = kind
      marks = 0
    }
    return count
  }

  private static func joins(_ joint: UInt32, _ left: Letters.Kind, _ right: Letters.Kind) -> Bool {
    switch joint {
    case 0x2D, 0x2010, 0x2011: true
    case 0x27, 0x2019, 0x02BC: left == .letter && right == .letter
    case 0x2C, 0x2E: left == .digit && right == .digit
    default: false
    }
  }
}
