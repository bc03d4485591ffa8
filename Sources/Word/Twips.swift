internal import Documents

/// Lengths as Word has them: twentieths of a point.
extension Double {
  /// A length in millimetres.
  var twips: Int { Int((self * 1440 / 25.4).rounded()) }
}

extension Sheet {
  /// How wide the text may be.
  var measure: Int { textWidth.twips }
}
