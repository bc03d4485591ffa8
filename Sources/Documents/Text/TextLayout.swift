import Bytes
internal import Diagnostics

/// Text that is set in words but not yet in lines: the bytes of many paragraphs in one buffer.
///
/// Words and
/// lines are ranges of the buffer; no string is copied twice.
struct TextLayout {
  /// What is parted only if it is longer than a whole line, or a forced line break.
  struct Word {
    var start: Int
    var end: Int
    /// The columns of text before it, and up to its end, if nothing wraps; a forced line break ends
    /// beyond all of them.
    var column: Int
    var endColumn: Int

    var isBreak: Bool { endColumn == .max }
    var width: Int { endColumn - column }
  }

  /// A word that is being set: more may be added to it.
  private struct OpenWord {
    var start: Int
    var column: Int
    /// How many spaces it ends in: those of a mark that nothing has followed yet.
    var trailing = 0
  }

  /// A line of text that is ready to be drawn.
  struct Line {
    var start: Int
    var end: Int
    /// Its width in columns.
    var width: Int
    /// How far from the left edge of its column it begins.
    var offset: Int
  }

  /// A paragraph and what its words need.
  struct Run {
    /// Its words, as indices.
    var words: Range<Int>
    var alignment: Alignment
    /// How far its first line is indented.
    var indent: Int
    /// The width of its longest word.
    var longestWord = 0
    /// The width of its longest line if no word wraps.
    var longestLine = 0
  }

  /// Whose text is set.
  var document: Document
  /// All text that is set, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// All words.
  private(set) var words: [Word] = []
  /// All lines that were broken so far.
  var lines: [Line] = []

  /// How many columns the text takes that is set so far.
  private var column = 0
  /// The word that is being set.
  private var open: OpenWord?

  init(_ document: Document) {
    self.document = document
    bytes.reserveCapacity(4_096)
    words.reserveCapacity(512)
    lines.reserveCapacity(256)
  }

  /// Empties the layout for the next block.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
    column = 0
  }

  /// Sets a paragraph.
  mutating func set(_ paragraph: Paragraph) -> Run {
    set(
      paragraph.text, alignment: paragraph.alignment, indent: paragraph.isIndented ? 4 : 0)
  }

  /// Sets running text.
  mutating func set(_ text: RunningText, alignment: Alignment = .start, indent: Int = 0) -> Run {
    let first = words.count
    append(text)
    closeWord()
    return measured(
      Run(words: first..<words.count, alignment: alignment, indent: indent))
  }

  /// Sets the mark of a list's item.
  mutating func set(mark: String) -> Run {
    let first = words.count
    append(mark.utf8Span.span)
    closeWord()
    return measured(Run(words: first..<words.count, alignment: .start, indent: 0))
  }

  /// Sets a line to write on.
  mutating func setRule(width: Int) -> Run {
    let first = words.count
    appendRule(width: width)
    closeWord()
    return measured(Run(words: first..<words.count, alignment: .start, indent: 0))
  }

  private func measured(_ run: Run) -> Run {
    var run = run
    var indent = run.indent
    var index = run.words.lowerBound
    while index < run.words.upperBound {
      /// The column in which the line begins.
      let start = words[index].column - indent
      while index < run.words.upperBound, !words[index].isBreak {
        run.longestWord = max(run.longestWord, words[index].width)
        run.longestLine = max(run.longestLine, words[index].endColumn - start)
        index += 1
      }
      index += 1
      indent = 0
    }
    return run
  }
}

// MARK: - Setting

extension TextLayout {
  /// Sets running text.
  private mutating func append(_ text: RunningText) {
    var rest = text
    while let inline = document.popFirst(of: &rest) {
      switch inline {
      case .text(let text):
        let all = document.text
        append(all.span.extracting(text.range))
      case .strong(let content), .emphasis(let content), .small(let content): append(content)
      case .underline(let content):
        let before = bytes.count
        append(content)
        if bytes.count == before { appendRule(width: 10) }
      case .checkBox(let isChecked, let label):
        openWord(trailing: 1)
        bytes.append(copying: (isChecked ? "[x] " : "[ ] ").utf8Span.span)
        column += 4
        append(label)
      case .lineBreak:
        closeWord()
        words.append(Word(start: bytes.count, end: bytes.count, column: column, endColumn: .max))
      }
    }
  }

  /// Adds a line to write on to the current word.
  private mutating func appendRule(width: Int) {
    openWord()
    bytes.append(repeating: UInt8(ascii: "_"), count: width)
    column += width
  }

  /// Goes on with the current word, or begins one.
  private mutating func openWord(trailing: Int = 0) {
    open = OpenWord(
      start: open?.start ?? bytes.count, column: open?.column ?? column, trailing: trailing)
  }

  /// Ends the current word, if there is one.
  private mutating func closeWord() {
    guard let word = open else { return }
    words.append(
      Word(
        start: word.start, end: bytes.count - word.trailing,
        column: word.column, endColumn: column - word.trailing))
    open = nil
  }

  private mutating func append(_ text: Span<UInt8>) {
    if text.takesOneColumnEach { setWords(text) } else { setOddWords(text) }
  }

  /// Sets the words of a text in which only spaces part words, and all else takes one column.
  private mutating func setWords(_ text: Span<UInt8>) {
    if text.isEmpty { return }
    if text[0] == UInt8(ascii: " ") { closeWord() }
    let first = bytes.count
    bytes.append(copying: text)
    var splitter = WordSplitter(
      start: open?.start ?? first, startColumn: open?.column ?? column, column: column)
    words.append(addingCapacity: text.count / 2 + 1) { words in
      var index = 0
      while index < text.count {
        let sixteen = text.sixteen(at: index)
        let spaces = sixteen.equal(to: UInt8(ascii: " ")).halves
        // Only bytes that go on with a character have the highest bit and not the next.
        let others = sixteen.equal(to: 0x80, butFor: 0x3F).halves
        splitter.split(spaces: spaces[0], others: others[0], at: first + index, into: &words)
        splitter.split(spaces: spaces[1], others: others[1], at: first + index + 8, into: &words)
        index += 16
      }
      splitter.column -= index - text.count
    }
    column = splitter.column
    open =
      splitter.start < bytes.count
      ? OpenWord(start: splitter.start, column: splitter.startColumn) : nil
  }

  /// Sets the words of any text: leaves out what is not printed, and makes one sort of space of all.
  private mutating func setOddWords(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let (scalar, length) = UTF8Scalars.scalar(in: text, at: index)
      switch CharacterWidth(of: scalar) {
      case .columns(let width):
        openWord()
        bytes.append(copying: text.extracting(index..<index + length))
        column += width
      case .space:
        closeWord()
        bytes.append(UInt8(ascii: " "))
        column += 1
      case .nothing: break
      }
      index += length
    }
  }
}
