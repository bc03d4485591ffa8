extension String {
  /// The text with everything that a terminal would obey, or that would hide or reorder its
  /// neighbours, shown as one visible character, so that a caret below still points right.
  package var visible: String {
    guard unicodeScalars.contains(where: { $0.visibleForm != nil }) else { return self }
    var result = ""
    for scalar in unicodeScalars {
      result.unicodeScalars.append(scalar.visibleForm ?? scalar)
    }
    return result
  }
}

extension Unicode.Scalar {
  /// What is shown in place of this scalar, or nil where it may be shown as it is.
  fileprivate var visibleForm: Unicode.Scalar? {
    switch value {
    case 0x09: "→"
    case 0x00...0x1F: Unicode.Scalar(0x2400 + value)
    case 0x7F: "␡"
    case 0x80...0x9F, 0x061C, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x2069, 0xFEFF,
      0xFFF9...0xFFFB, 0xFFFE...0xFFFF:
      "\u{FFFD}"
    default: nil
    }
  }
}
