import Bytes

extension TextLayout {
  /// Breaks a run into lines of a column.
  ///
  /// Words part at spaces. One that is longer than the column parts after a hyphen, a dash or a
  /// slash, and if it has none, wherever the column ends.
  mutating func breakLines(_ run: Run, width: Int) {
    let width = max(1, width)
    var indent = width >= 12 ? run.indent : 0
    var index = run.words.lowerBound
    while index < run.words.upperBound {
      let word = words[index]
      index += 1
      var line = Line(start: word.start, end: word.end, width: 0, offset: 0)
      if !word.isBreak {
        line.width = word.width
        while indent + line.width > width {
          let (head, tail) = part(line, at: width - indent)
          if tail.start == tail.end { break }
          add(head, run.alignment, indent: indent, width: width)
          indent = 0
          line = tail
        }
        let start = word.endColumn - line.width
        let limit = start + width - indent
        while index < run.words.upperBound, words[index].endColumn <= limit {
          line.end = words[index].end
          line.width = words[index].endColumn - start
          index += 1
        }
        if index < run.words.upperBound, words[index].isBreak { index += 1 }
      }
      add(line, run.alignment, indent: indent, width: width)
      indent = 0
    }
  }

  private mutating func add(_ line: Line, _ alignment: Alignment, indent: Int, width: Int) {
    var line = line
    switch alignment {
    case .start: line.offset = indent
    case .center: line.offset = max(indent, (width - line.width) / 2)
    case .end: line.offset = max(indent, width - line.width)
    }
    lines.append(line)
  }

  /// Parts a long word into what fits and what is left over; at least one character fits.
  // Seldom needed: it would only burden the loop over the words.
  @inline(never)
  private func part(_ word: Line, at width: Int) -> (head: Line, tail: Line) {
    var index = word.start
    var columns = 0
    /// The last place after a hyphen, a dash or a slash.
    var after: (index: Int, columns: Int)?
    while index < word.end {
      let (scalar, length) = UTF8Scalars.scalar(in: bytes.span, at: index)
      if case .columns(let own) = CharacterWidth(of: scalar) {
        if columns + own > width, columns > 0 { break }
        columns += own
      } else {
        columns += 1
      }
      index += length
      if Self.mayPart(after: scalar), columns > 1 { after = (index, columns) }
    }
    if let after, index < word.end { (index, columns) = after }
    return (
      Line(start: word.start, end: index, width: columns, offset: 0),
      Line(start: index, end: word.end, width: word.width - columns, offset: 0)
    )
  }

  private static func mayPart(after scalar: UInt32) -> Bool {
    switch scalar {
    // A hyphen-minus, a slash, a hyphen, dashes.
    case 0x2D, 0x2F, 0x2010, 0x2012, 0x2013, 0x2014: true
    default: false
    }
  }
}
