internal import Diagnostics

extension SourceFile {
  /// The place some characters into an attribute's value, where a reference such as `&#34;` is one.
  func position(in start: SourcePosition, after count: Int) -> SourcePosition {
    var line = Int(start.line)
    var column = Int(start.column)
    var text = Array(self.line(line).unicodeScalars)
    for _ in 0..<count {
      guard column <= text.count else {
        line += 1
        column = 1
        text = Array(self.line(line).unicodeScalars)
        continue
      }
      if text[column - 1] == "&" {
        while column < text.count, text[column - 1] != ";" { column += 1 }
      }
      column += 1
    }
    return SourcePosition(line: line, column: column)
  }
}
