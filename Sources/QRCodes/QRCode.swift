internal import CQREncode

/// A QR code (ISO/IEC 18004): modules in a square, dark or light.
package struct QRCode: Sendable {
  /// How many modules a side has.
  package let side: Int
  private let modules: [Bool]

  /// The version of libqrencode that runs: `4.1.1`.
  package static var version: String {
    unsafe QRcode_APIVersionString().map { unsafe String(cString: $0) } ?? ""
  }

  /// Encodes a text, so that a quarter of the code may be spoilt; nil where it is too long for one.
  package init?(_ text: String) {
    guard let code = unsafe QRcode_encodeString(text, 0, QR_ECLEVEL_Q, QR_MODE_8, 1) else {
      return nil
    }
    defer { unsafe QRcode_free(code) }
    let side = unsafe Int(code.pointee.width)
    self.side = side
    // The lowest bit says that a module is dark, the others what it is for.
    modules = (0..<side * side).map { unsafe code.pointee.data[$0] & 1 == 1 }
  }

  /// The dark modules of a row that stand together, from left to right.
  package func runs(inRow row: Int) -> [Range<Int>] {
    var runs: [Range<Int>] = []
    for column in 0..<side where modules[row * side + column] {
      if let last = runs.last, last.upperBound == column {
        runs[runs.count - 1] = last.lowerBound..<column + 1
      } else {
        runs.append(column..<column + 1)
      }
    }
    return runs
  }
}
