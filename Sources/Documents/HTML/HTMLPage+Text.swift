import Bytes
internal import Diagnostics
internal import Markup

extension HTMLPage {
  /// Adds running text between two pieces of markup: what belongs together stands on one line, and a
  /// word that is longer than any column may be broken.
  mutating func words(_ text: PlainText, _ start: StaticString = "", _ end: StaticString = "") {
    let all = document.text
    let span = all.span.extracting(text.range)
    // Where what is not yet added begins.
    var piece = 0
    var word = 0
    while word <= span.count {
      let place = span.space(from: word)
      if place - word > Span<UInt8>.longestWord {
        for cut in span.cuts(in: word..<place) {
          if piece == 0 { raw(start) }
          add(span.extracting(piece..<cut))
          raw("<wbr>")
          piece = cut
        }
      }
      word = place + 1
      guard span.holdsTogether(at: place) else { continue }
      if piece == 0 { raw(start) }
      add(span.extracting(piece..<place))
      raw("\u{A0}")
      piece = word
    }
    if piece == 0 { return add(span, from: start, to: end) }
    add(span.extracting(piece...))
    raw(end)
  }
}
