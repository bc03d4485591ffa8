internal import Fonts

extension PageSetter {
  /// Breaks the text that was set into lines of a width, which are the last ones of the store.
  ///
  /// - Parameter indent: how far the first line begins from the left.
  mutating func breakLines(width: Double, indent: Double = 0) -> Range<Int> {
    let firstLine = text.lines.count
    var line = text.placed.count
    // Behind which piece the line may end, if behind any; and behind which it ends rather than
    // within a word.
    var (stop, weakStop) = (Int?.none, Int?.none)
    var x = indent
    var index = 0
    let tolerance = 0.01
    while index < text.pieces.count {
      var piece = text.pieces[index]
      if x + piece.width > width + tolerance, text.placed.count > line || x > 0 {
        if let place = stop ?? weakStop {
          // What stands behind it comes again.
          let back = text.placed.count - place - 1
          text.placed.removeLast(back)
          index -= back
          endLine(line)
          (line, stop, weakStop, x) = (text.placed.count, nil, nil, 0)
          continue
        }
      }
      if x + piece.width > width + tolerance,
        let head = fitting(piece, in: width - x, text.placed.count > line)
      {
        // A piece that is wider than a line is cut between letters.
        if head.isEmpty {
          endLine(line)
          (line, x) = (text.placed.count, 0)
          continue
        }
        if head.count < piece.glyphs.count {
          var rest = piece
          piece.glyphs = head
          (piece.width, piece.space) = (self.width(of: head, piece.look), 0)
          rest.glyphs = head.upperBound..<rest.glyphs.upperBound
          rest.width -= piece.width
          text.pieces[index] = rest
          text.placed.append(piece)
          endLine(line)
          (line, stop, weakStop, x) = (text.placed.count, nil, nil, 0)
          continue
        }
      }
      text.placed.append(piece)
      index += 1
      x += piece.width + piece.space
      switch piece.end {
      case .joined: if piece.space > 0 { weakStop = text.placed.count - 1 }
      case .open: stop = text.placed.count - 1
      case .newLine:
        endLine(line, isLast: true)
        (line, stop, weakStop, x) = (text.placed.count, nil, nil, 0)
      }
    }
    if text.placed.count > line { endLine(line, isLast: true) }
    return firstLine..<text.lines.count
  }

  /// The glyphs of a piece that have room; at least one on a line that is empty. Nil where it cannot
  /// be cut.
  private func fitting(_ piece: TextPiece, in width: Double, _ isBehindOthers: Bool) -> Range<Int>?
  {
    guard piece.kind == .text || piece.kind == .reversed, !piece.glyphs.isEmpty else {
      return isBehindOthers ? piece.glyphs.lowerBound..<piece.glyphs.lowerBound : nil
    }
    let scale = scale(of: piece.look)
    var end = piece.glyphs.lowerBound
    var x = 0.0
    while end < piece.glyphs.upperBound {
      x += Double(text.glyphs[end].advance) * scale
      if x > width, end > piece.glyphs.lowerBound || isBehindOthers { break }
      end += 1
      // What stands above or below a letter stays with it.
      while end < piece.glyphs.upperBound, text.glyphs[end].advance == 0 { end += 1 }
    }
    return piece.glyphs.lowerBound..<end
  }

  private mutating func endLine(_ first: Int, isLast: Bool = false) {
    var line = TextLine(pieces: first..<text.placed.count, width: 0, gaps: 0, isLast: isLast)
    var space = 0.0
    for index in line.pieces {
      if space > 0 { line.gaps += 1 }
      line.width += space + text.placed[index].width
      space = text.placed[index].space
    }
    text.lines.append(line)
  }
}
