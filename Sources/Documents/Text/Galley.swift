internal import Diagnostics

/// Text that is set in words but not yet in lines: the bytes of many paragraphs in one buffer.
///
/// A printer's galley is the tray on which type lies before it is made up into pages. Words and
/// lines are ranges of the buffer; no string is copied twice.
struct Galley {
  /// What is parted only if it is longer than a whole line.
  struct Word {
    var start: Int
    var end: Int
    /// Its width in columns; of a forced line break, -1.
    var width: Int
    /// The spaces before it.
    var gap: Int

    var isBreak: Bool { width < 0 }
  }

  /// A word that is being set.
  private struct OpenWord {
    /// Its first byte; -1 between words.
    var start = -1
    var width = 0
    var gap = 0

    /// Adds a character of so many columns.
    mutating func add(_ columns: Int, at index: Int) {
      if start < 0 { start = index }
      width += columns
    }

    /// Ends the word, if there is one, before the spaces that marks end in.
    mutating func close(at place: Int, in bytes: Span<UInt8>, into words: inout [Word]) {
      if start < 0 { return }
      var end = place
      while end > start, bytes[end - 1] == 0x20 { end -= 1 }
      let trimmed = place - end
      words.append(Word(start: start, end: end, width: width - trimmed, gap: gap))
      start = -1
      width = 0
      gap = trimmed
    }
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
  /// All text, in UTF-8.
  private(set) var bytes: [UInt8] = []
  /// All words.
  private(set) var words: [Word] = []
  /// All lines that were broken so far.
  var lines: [Line] = []

  /// The word that is being set.
  private var open = OpenWord()

  init(_ document: Document) {
    self.document = document
    bytes.reserveCapacity(4_096)
    words.reserveCapacity(512)
    lines.reserveCapacity(256)
  }

  /// Empties the galley for the next block.
  mutating func clear() {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    lines.removeAll(keepingCapacity: true)
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
    open.gap = 0
    return measured(Run(words: first..<words.count, alignment: alignment, indent: indent))
  }

  /// Sets the mark of a list's item.
  mutating func set(mark: String) -> Run {
    let first = words.count
    bytes.append(contentsOf: mark.utf8)
    setWords(after: bytes.count - mark.utf8.count)
    closeWord()
    open.gap = 0
    return measured(Run(words: first..<words.count, alignment: .start, indent: 0))
  }

  /// Sets a line to write on.
  mutating func setRule(width: Int) -> Run {
    let first = words.count
    appendMark(repeatElement(UInt8(ascii: "_"), count: width), width: width)
    closeWord()
    return measured(Run(words: first..<words.count, alignment: .start, indent: 0))
  }

  private func measured(_ run: Run) -> Run {
    var run = run
    var line = run.indent
    var isStart = true
    for index in run.words {
      let word = words[index]
      if word.isBreak {
        line = 0
        isStart = true
        continue
      }
      line += word.width + (isStart ? 0 : word.gap)
      isStart = false
      run.longestWord = max(run.longestWord, word.width)
      run.longestLine = max(run.longestLine, line)
    }
    return run
  }
}

// MARK: - Setting

extension Galley {
  private mutating func append(_ text: RunningText) {
    var rest = text
    while let inline = document.popFirst(of: &rest) {
      switch inline {
      case .text(let text): append(text)
      case .strong(let content), .emphasis(let content), .small(let content): append(content)
      case .underline(let content):
        let before = bytes.count
        append(content)
        if bytes.count == before { appendMark("__________".utf8, width: 10) }
      case .checkBox(let isChecked, let label):
        appendMark((isChecked ? "[x] " : "[ ] ").utf8, width: 4)
        append(label)
      case .lineBreak:
        closeWord()
        words.append(Word(start: bytes.count, end: bytes.count, width: -1, gap: 0))
        open.gap = 0
      }
    }
  }

  /// Adds to the current word what is not parted from what follows, spaces or not.
  private mutating func appendMark(_ mark: some Collection<UInt8>, width: Int) {
    open.add(width, at: bytes.count)
    bytes.append(contentsOf: mark)
  }

  private mutating func closeWord() {
    let bytes = bytes
    open.close(at: bytes.count, in: bytes.span, into: &words)
  }

  /// Adds text.
  private mutating func append(_ text: PlainText) {
    let start = bytes.count
    let all = document.text
    bytes.append(copying: all.span.extracting(text.range))
    setWords(after: start)
  }

  /// Sets the words that were added, tidied where something in them is not to be printed.
  private mutating func setWords(after start: Int) {
    if let odd = setWords(from: start) {
      tidy(from: odd)
      _ = setWords(from: odd)
    }
  }

  /// Sets the words from a place on; Cyrillic and ASCII are known by their first byte. Stops at a
  /// character that is to be tidied, and says where it stands.
  private mutating func setWords(from start: Int) -> Int? {
    let bytes = bytes
    let span = bytes.span
    var open = open
    defer { self.open = open }
    var index = start
    while index < span.count {
      switch span[index] {
      case 0x21...0x7E:
        open.add(1, at: index)
        index += 1
      case 0xD0, 0xD1:
        var end = index + 2
        while span.hasFourLetters(at: end) { end += 8 }
        while end < span.count, span[end] | 1 == 0xD1 { end += 2 }
        open.add((end - index) / 2, at: index)
        index = end
      case 0x20:
        open.close(at: index, in: span, into: &words)
        open.gap += 1
        index += 1
      default:
        let (scalar, length) = Self.scalar(at: index, in: span)
        guard case .columns(let width) = CharacterWidth(of: scalar) else { return index }
        open.add(width, at: index)
        index += length
      }
    }
    return nil
  }

  /// Leaves out what is not printed, and makes one sort of space of all.
  private mutating func tidy(from start: Int) {
    let untidy = bytes
    let span = untidy.span
    bytes.removeLast(span.count - start)
    var index = start
    while index < span.count {
      let (scalar, length) = Self.scalar(at: index, in: span)
      switch CharacterWidth(of: scalar) {
      case .columns: bytes.append(contentsOf: untidy[index..<index + length])
      case .space: bytes.append(0x20)
      case .nothing: break
      }
      index += length
    }
  }

  /// The character at a place of the buffer and how many bytes it takes.
  static func scalar(at index: Int, in bytes: Span<UInt8>)
    -> (scalar: Unicode.Scalar, length: Int)
  {
    let first = UInt32(bytes[index])
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if length == 1 || index + length > bytes.count { return (Unicode.Scalar(UInt8(first)), 1) }
    var value = first & (0x7F >> UInt32(length))
    for place in index + 1..<index + length {
      value = value << 6 | UInt32(bytes[place]) & 0x3F
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
