internal import Compression
internal import Documents
internal import Markup

/// A picture in grey (PNG, ISO/IEC 15948): a dot for each tenth of a millimetre.
struct Picture {
  /// The file.
  let bytes: [UInt8]

  /// Paints the rectangles of a drawing on white, the one above the other.
  init(_ drawing: Drawing, of document: Document) {
    let (width, height) = (max(1, drawing.width), max(1, drawing.height))
    // Each row of dots has the number of its filter before it.
    let stride = width + 1
    var dots = [UInt8](repeating: 0xFF, count: stride * height)
    for row in 0..<height { dots[row * stride] = 0 }
    for rectangle in document.rectangles[drawing.rectangles] {
      let grey = UInt8(clamping: rectangle.lightness * 255 / 100)
      let columns = (rectangle.x..<rectangle.x + max(0, rectangle.width)).clamped(to: 0..<width)
      let rows = (rectangle.y..<rectangle.y + max(0, rectangle.height)).clamped(to: 0..<height)
      for row in rows {
        for column in columns { dots[row * stride + 1 + column] = grey }
      }
    }
    var file: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
    // Eight bits of grey to a dot, and nothing else that the format has.
    Self.append(Self.number(width) + Self.number(height) + [8, 0, 0, 0, 0], "IHDR", to: &file)
    Self.append(Deflate.compress(dots), "IDAT", to: &file)
    Self.append([], "IEND", to: &file)
    bytes = file
  }

  /// Adds a chunk: its length, its name, what is in it, and a checksum.
  private static func append(_ data: [UInt8], _ name: StaticString, to file: inout [UInt8]) {
    var named: [UInt8] = []
    named.append(name)
    named += data
    file += number(data.count) + named + number(Int(CRC32.of(named)))
  }

  /// A number, its highest byte first.
  private static func number(_ number: Int) -> [UInt8] {
    [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: number >> $0) }
  }
}
