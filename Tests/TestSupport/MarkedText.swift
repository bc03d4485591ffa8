/// A text in which `↓` stands right before the place that a test is about.
package struct MarkedText: Sendable, CustomStringConvertible {
  /// The text without its marks.
  package let text: String
  /// The places of the marks, as `line:column`, both from 1, columns in Unicode scalars.
  package let places: [String]

  /// Strips a text of its marks.
  package init(_ marked: String) {
    var text = String.UnicodeScalarView()
    var places: [String] = []
    var line = 1
    var column = 1
    for scalar in marked.unicodeScalars {
      if scalar == "↓" {
        places.append("\(line):\(column)")
        continue
      }
      text.append(scalar)
      if scalar == "\n" {
        line += 1
        column = 1
      } else {
        column += 1
      }
    }
    self.text = String(text)
    self.places = places
  }

  /// The text in UTF-8.
  package var bytes: [UInt8] { Array(text.utf8) }

  /// How test reports name it.
  package var description: String { text }
}
