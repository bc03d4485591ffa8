internal import Diagnostics

/// Text that is set in words but not yet in lines: the bytes of many paragraphs in one buffer.
///
/// A printer's galley is the tray on which type lies before it is made up into pages. Words and
/// lines are ranges of the buffer; no string is copied twice.
struct Galley {
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

  /// All text, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// All words.
  private(set) var words: [Word] = []
  /// All lines that were broken so far.
  var lines: [Line] = []

  /// How many columns the text takes that is set so far.
  private var column = 0
  /// The word that is being set.
  private var open: OpenWord?

  init() {
    bytes.reserveCapacity(4_096)
    words.reserveCapacity(512)
    lines.reserveCapacity(256)
  }

  /// Empties the galley for the next block.
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
  mutating func set(_ text: [Inline], alignment: Alignment = .start, indent: Int = 0) -> Run {
    let first = words.count
    append(text)
    closeWord()
    return measured(Run(words: first..<words.count, alignment: alignment, indent: indent))
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
    /// The column in which the line begins, or nil where it has no words yet.
    var start: Int?
    for index in run.words {
      let word = words[index]
      if word.isBreak {
        indent = 0
        start = nil
        continue
      }
      let first = start ?? word.column - indent
      start = first
      run.longestWord = max(run.longestWord, word.width)
      run.longestLine = max(run.longestLine, word.endColumn - first)
    }
    return run
  }
}

// MARK: - Setting

extension Galley {
  /// Sets running text.
  private mutating func append(_ text: [Inline]) {
    let text = text.span
    for index in text.indices {
      switch text[index] {
      case .text(let text): append(text)
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

  private mutating func append(_ text: String) {
    let text = text.utf8Span.span
    if text.takesOneColumnEach { setWords(text) } else { setOddWords(text) }
  }

  /// Sets the words of a text in which only spaces part words, and all else takes one column.
  private mutating func setWords(_ text: Span<UInt8>) {
    if text.isEmpty { return }
    if text[0] == UInt8(ascii: " ") { closeWord() }
    let first = bytes.count
    bytes.append(copying: text)
    var start = open?.start ?? first
    var startColumn = open?.column ?? column
    var column = column
    words.append(addingCapacity: text.count / 2 + 1) { words in
      var index = 0
      while index < text.count {
        let eight = EightColumns(text.eight(at: index))
        var spaces = eight.spaces
        while spaces != 0 {
          let length = spaces.trailingZeroBitCount / 8
          let end = first + index + length
          let endColumn = column + eight.characters(in: length)
          if start < end {
            words.append(
              Word(start: start, end: end, column: startColumn, endColumn: endColumn))
          }
          start = end + 1
          startColumn = endColumn + 1
          spaces &= spaces - 1
        }
        column += eight.characters
        index += 8
      }
      column -= index - text.count
    }
    self.column = column
    open = start < bytes.count ? OpenWord(start: start, column: startColumn) : nil
  }

  /// Sets the words of any text: leaves out what is not printed, and makes one sort of space of all.
  private mutating func setOddWords(_ text: Span<UInt8>) {
    var index = 0
    while index < text.count {
      let (scalar, length) = text.scalar(at: index)
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
