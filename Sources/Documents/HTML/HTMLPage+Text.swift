import Bytes
internal import Diagnostics
internal import Markup

extension HTMLPage {
  /// Adds running text between two pieces of markup: what belongs together stands on one line, and a
  /// word that is longer than any column may be broken.
  mutating func words(_ text: PlainText, _ start: StaticString = "", _ end: StaticString = "") {
    let all = document.text
    let span = all.span.extracting(text.range)
    if !span.mayHoldWords { return add(span, from: start, to: end) }
    raw(start)
    // Where what is not yet added begins, and where the word does that is being read.
    var (piece, word) = (0, 0)
    for index in span.indices {
      if span[index] == UInt8(ascii: " ") {
        word = index + 1
        guard span.mayBind(at: index), span.isBound(at: index) else { continue }
        add(span.extracting(piece..<index))
        raw("\u{A0}")
        piece = index + 1
      } else if index - word >= Span<UInt8>.longestWord, span[index] & 0xC0 != 0x80 {
        add(span.extracting(piece..<index))
        raw("<wbr>")
        (piece, word) = (index, index)
      }
    }
    add(span.extracting(piece...))
    raw(end)
  }
}
