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

  /// The word that is being set: its first byte, or nil between words.
  private var wordStart: Int?
  private var wordWidth = 0
  private var gap = 0

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
    gap = 0
    return measured(Run(words: first..<words.count, alignment: alignment, indent: indent))
  }

  /// Sets a line to write on.
  mutating func setRule(width: Int) -> Run {
    let first = words.count
    appendMark(String(repeating: "_", count: width), width: width)
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
  private mutating func append(_ text: [Inline]) {
    for inline in text {
      switch inline {
      case .text(let text): append(text)
      case .strong(let content), .emphasis(let content), .small(let content): append(content)
      case .underline(let content):
        let before = bytes.count
        append(content)
        if bytes.count == before { appendMark("__________", width: 10) }
      case .checkBox(let isChecked, let label):
        appendMark(isChecked ? "[x] " : "[ ] ", width: 4)
        append(label)
      case .lineBreak:
        closeWord()
        words.append(Word(start: bytes.count, end: bytes.count, width: -1, gap: 0))
        gap = 0
      }
    }
  }

  /// Adds to the current word what is not parted from what follows, spaces or not.
  private mutating func appendMark(_ mark: String, width: Int) {
    if wordStart == nil { wordStart = bytes.count }
    bytes.append(contentsOf: mark.utf8)
    wordWidth += width
  }

  /// Adds text, leaving out what is not printed; Cyrillic and ASCII are known by their first byte.
  private mutating func append(_ text: String) {
    var read = bytes.count
    var write = read
    bytes.append(contentsOf: text.utf8)
    let end = bytes.count
    while read < end {
      let first = bytes[read]
      var length = 1
      var columns = 1
      switch first {
      case 0x21...0x7E: break
      case 0xD0, 0xD1: length = 2
      case 0x20:
        closeWord(at: write)
        gap += 1
        if read != write { bytes[write] = 0x20 }
        read += 1
        write += 1
        continue
      default:
        let scalar = scalar(at: read, before: end)
        length = scalar.length
        switch CharacterWidth(of: scalar.scalar) {
        case .columns(let width): columns = width
        case .nothing:
          read += length
          continue
        case .space:
          closeWord(at: write)
          gap += 1
          bytes[write] = 0x20
          read += length
          write += 1
          continue
        }
      }
      if wordStart == nil { wordStart = write }
      wordWidth += columns
      if read == write {
        read += length
        write = read
      } else {
        for _ in 0..<length {
          bytes[write] = bytes[read]
          read += 1
          write += 1
        }
      }
    }
    if write < end { bytes.removeLast(end - write) }
  }

  private mutating func closeWord() {
    closeWord(at: bytes.count)
  }

  private mutating func closeWord(at end: Int) {
    guard let start = wordStart else { return }
    var end = end
    var trimmed = 0
    while end > start, bytes[end - 1] == 0x20 {
      end -= 1
      trimmed += 1
    }
    words.append(Word(start: start, end: end, width: wordWidth - trimmed, gap: gap))
    wordStart = nil
    wordWidth = 0
    gap = trimmed
  }

  /// The character at a place of the buffer and how many bytes it takes.
  func scalar(at index: Int, before end: Int) -> (scalar: Unicode.Scalar, length: Int) {
    let first = UInt32(bytes[index])
    let length = first < 0xC0 ? 1 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
    if length == 1 || index + length > end { return (Unicode.Scalar(UInt8(first)), 1) }
    var value = first & (0x7F >> UInt32(length))
    for place in index + 1..<index + length {
      value = value << 6 | UInt32(bytes[place]) & 0x3F
    }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", length)
  }
}
