internal import Bytes
internal import Diagnostics

// MARK: - Text

extension DocumentBuilder {
  /// Adds text that is no part of a running one: a style's name, a title.
  package mutating func plainText(_ text: Span<UInt8>) -> PlainText {
    let start = document.text.count
    document.text.append(copying: text)
    return PlainText(start..<document.text.count)
  }

  /// The letters of a running text without the rest, a line's end as a space.
  package mutating func plainText(of running: RunningText) -> PlainText {
    if running.range.count == 1, case .text(let text) = document.inlines[running.range.lowerBound] {
      return text
    }
    let start = document.text.count
    for index in running.range {
      switch document.inlines[index] {
      case .text(let text): document.text.append(contentsOf: document.text[text.range])
      case .lineBreak: document.text.append(UInt8(ascii: " "))
      default: continue
      }
    }
    return PlainText(start..<document.text.count)
  }

  /// Begins running text; its place is asked for where it ends.
  package mutating func beginText() -> Int {
    joinable = document.inlines.count
    return joinable
  }

  /// Ends running text.
  package mutating func endText(_ start: Int) -> RunningText {
    joinable = document.inlines.count
    return RunningText(start..<joinable)
  }

  /// Ends running text without the spaces at its ends, which stand between the tags of a form.
  package mutating func endTrimmedText(_ start: Int) -> RunningText {
    var start = start
    if start < document.inlines.count, case .text(let text) = document.inlines[start] {
      let first = text.range.first { document.text[$0] != UInt8(ascii: " ") }
      let trimmed = (first ?? text.range.upperBound)..<text.range.upperBound
      document.inlines[start] = .text(PlainText(trimmed))
      if trimmed.isEmpty { start += 1 }
    }
    let last = document.inlines.count - 1
    if last >= max(start, joinable), case .text(let text) = document.inlines[last] {
      let end = text.range.last { document.text[$0] != UInt8(ascii: " ") }
      let trimmed = text.range.lowerBound..<(end.map { $0 + 1 } ?? text.range.lowerBound)
      document.inlines[last] = .text(PlainText(trimmed))
      if trimmed.isEmpty { document.inlines.removeLast() }
    }
    return endText(start)
  }

  /// Leaves out a space with which the inline at a place begins.
  package mutating func dropSpace(at place: Int) {
    guard place < document.inlines.count, case .text(let text) = document.inlines[place],
      document.text[text.range.lowerBound] == UInt8(ascii: " ")
    else { return }
    document.inlines[place] = .text(PlainText(text.range.dropFirst()))
  }

  /// Adds text, joined to the text before it.
  package mutating func add(_ text: Span<UInt8>) {
    let start = document.text.count
    document.text.append(copying: text)
    add(start..<document.text.count)
  }

  /// Adds text whose line ends stay line ends.
  package mutating func add(lines text: Span<UInt8>) {
    let start = document.text.count
    document.text.append(copying: text)
    addLines(from: start)
  }

  /// Adds the text that the document has from a place on; its line ends stay line ends.
  package mutating func addLines(from start: Int) {
    let end = document.text.count
    guard document.text.span.extracting(start...).holds(UInt8(ascii: "\n")) else {
      return add(start..<end)
    }
    var start = start
    for index in start..<end where document.text.span.endsLine(at: index) {
      add(start..<index)
      addLineBreak()
      start = index + 1
    }
    add(start..<end)
  }

  private mutating func add(_ text: Range<Int>) {
    if text.isEmpty { return }
    let last = document.inlines.count - 1
    if last >= joinable, case .text(let before) = document.inlines[last],
      before.range.upperBound == text.lowerBound
    {
      document.inlines[last] = .text(PlainText(before.range.lowerBound..<text.upperBound))
    } else {
      document.inlines.append(.text(PlainText(text)))
    }
  }

  /// Lets the next text begin a new line.
  package mutating func addLineBreak() {
    document.inlines.append(.lineBreak)
  }

  /// Begins an inline that holds others.
  package mutating func beginInline() -> Int {
    document.inlines.append(.lineBreak)
    joinable = document.inlines.count
    return joinable - 1
  }

  /// Ends an inline, and says what it is.
  package mutating func endInline(_ place: Int, as inline: (RunningText) -> Inline) {
    joinable = document.inlines.count
    document.inlines[place] = inline(RunningText(place + 1..<joinable))
  }

  /// One running text behind the other.
  package mutating func joined(_ first: RunningText, _ second: RunningText) -> RunningText {
    if first.isEmpty { return second }
    if first.range.upperBound == second.range.lowerBound || second.isEmpty {
      return RunningText(
        first.range.lowerBound..<max(first.range.upperBound, second.range.upperBound))
    }
    let start = beginText()
    for text in [first, second] {
      let distance = document.inlines.count - text.range.lowerBound
      for index in text.range {
        document.inlines.append(document.inlines[index].moved(by: distance))
      }
    }
    return endText(start)
  }
}

extension Span<UInt8> {
  /// Whether a line ends at a byte. Behind a carriage return none does: both are one character.
  fileprivate func endsLine(at index: Int) -> Bool {
    self[index] == UInt8(ascii: "\n") && (index == 0 || self[index - 1] != UInt8(ascii: "\r"))
  }
}

extension Inline {
  /// The inline with what it holds some places further on.
  fileprivate func moved(by distance: Int) -> Inline {
    func moved(_ text: RunningText) -> RunningText {
      RunningText(text.range.lowerBound + distance..<text.range.upperBound + distance)
    }
    switch self {
    case .text, .lineBreak: return self
    case .strong(let content): return .strong(moved(content))
    case .emphasis(let content): return .emphasis(moved(content))
    case .underline(let content): return .underline(moved(content))
    case .small(let content): return .small(moved(content))
    case .checkBox(let isChecked, let label):
      return .checkBox(isChecked: isChecked, label: moved(label))
    }
  }
}
