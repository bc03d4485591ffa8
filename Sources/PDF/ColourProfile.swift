/// The colours of sRGB (IEC 61966-2-1) as a profile (ICC.1:1998-09), in which archives want to know
/// what black is.
enum ColourProfile {
  /// The profile.
  static let sRGB: [UInt8] = make()

  private static func make() -> [UInt8] {
    let curve = text("curv") + number(0) + number(256) + (0..<256).flatMap { short(light($0)) }
    let tags: [(String, [UInt8])] = [
      ("desc", description), ("cprt", text("text") + number(0) + text("Public domain") + [0]),
      ("wtpt", colour(0.9642, 1, 0.8249)), ("rXYZ", colour(0.43607, 0.22249, 0.01392)),
      ("gXYZ", colour(0.38515, 0.71687, 0.09708)), ("bXYZ", colour(0.14307, 0.06061, 0.7141)),
      ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
    ]
    var table = number(tags.count)
    var data: [UInt8] = []
    let start = 128 + 4 + 12 * tags.count
    var shared = 0
    for (name, value) in tags {
      if name.hasSuffix("TRC"), shared > 0 {
        table += text(name) + number(shared) + number(value.count)
        continue
      }
      if name == "rTRC" { shared = start + data.count }
      table += text(name) + number(start + data.count) + number(value.count)
      data += value + [UInt8](repeating: 0, count: -value.count & 3)
    }
    var head = number(start + data.count) + number(0) + number(0x0210_0000)
    head += text("mntrRGB XYZ ") + short(1998) + short(9) + [UInt8](repeating: 0, count: 8)
    head += text("acsp") + [UInt8](repeating: 0, count: 28) + illuminant
    return head + [UInt8](repeating: 0, count: 128 - head.count) + table + data
  }

  private static let illuminant = fixed(0.9642) + fixed(1) + fixed(0.8249)

  private static var description: [UInt8] {
    let name = text("sRGB") + [0]
    return text("desc") + number(0) + number(name.count) + name
      + [UInt8](repeating: 0, count: 4 + 4 + 2 + 1 + 67)
  }

  /// How much light a value of 0 to 255 is, of 65,535 parts.
  private static func light(_ value: Int) -> Int {
    let part = Double(value) / 255
    if part <= 0.04045 { return Int((part / 12.92 * 65_535).rounded()) }
    // To the power of 2.4: the square times the fifth root of the square.
    let base = (part + 0.055) / 1.055
    let square = base * base
    var root = 1.0
    for _ in 0..<40 {
      let fourth = root * root * root * root
      root -= (fourth * root - square) / (5 * fourth)
    }
    return Int((square * root * 65_535).rounded())
  }

  private static func colour(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
    text("XYZ ") + number(0) + fixed(x) + fixed(y) + fixed(z)
  }

  private static func fixed(_ value: Double) -> [UInt8] { number(Int((value * 65_536).rounded())) }

  private static func number(_ value: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
  }

  private static func short(_ value: Int) -> [UInt8] { Array(number(value).suffix(2)) }

  private static func text(_ text: String) -> [UInt8] { Array(text.utf8) }
}
