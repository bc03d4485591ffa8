/// A part of a document that stands by itself, one below the other.
public enum Block: Sendable {
  /// A heading of level 1 to 3.
  case heading(level: Int, Paragraph)
  /// A paragraph of running text.
  case paragraph(Paragraph)
  /// Labelled fields, one to a row, as indices: the label, then what was filled in.
  case fields(Range<Int>)
  /// A table with a header that print repeats on every page.
  case table(Table)
  /// A list of short texts, with bullets or with Arabic numbers; its paragraphs as indices.
  case list(ordered: Bool, items: Range<Int>)
  /// Where somebody signs.
  case signature(Signature)
  /// Blocks that belong together.
  case group(Group)
  /// Notes under what they explain; their paragraphs as indices.
  case footnotes(Range<Int>)
  /// The next block begins a new page.
  case pageBreak
}

extension Block {
  /// The index of the block that stands below this one, past what a group holds.
  func next(after index: Int) -> Int {
    if case .group(let group) = self { group.blocks.upperBound } else { index + 1 }
  }
}

/// Where the lines of a text stand between the margins.
public enum Alignment: Sendable {
  case start, center, end
}

/// A run of text that is wrapped as one.
public struct Paragraph: Sendable {
  /// The text.
  public var text: RunningText
  /// Where its lines stand.
  public var alignment: Alignment
  /// Whether its first line is indented, as in the body of an act.
  public var isIndented: Bool
  /// Names for the style sheet, separated by spaces; only HTML uses them.
  public var style: PlainText

  /// Makes a paragraph.
  public init(
    _ text: RunningText, alignment: Alignment = .start, isIndented: Bool = false,
    style: PlainText = PlainText()
  ) {
    self.text = text
    self.alignment = alignment
    self.isIndented = isIndented
    self.style = style
  }
}

/// A label and what is filled in beside it, underlined, each with a caption under the line.
public struct Field: Sendable {
  /// One underlined place and the words under its line, «(категорія посади)».
  public struct Value: Sendable {
    /// What is filled in; empty to be filled in by hand.
    public var text: RunningText
    /// The words under the line; empty where there are none.
    public var caption: RunningText
    /// Names for the style sheet.
    public var style: PlainText

    /// Makes a value.
    public init(
      _ text: RunningText, caption: RunningText = RunningText(), style: PlainText = PlainText()
    ) {
      self.text = text
      self.caption = caption
      self.style = style
    }
  }

  /// What the form asks for.
  public var label: RunningText
  /// The places to fill in, from left to right, as indices.
  public var values: Range<Int>

  /// Makes a field.
  public init(label: RunningText, values: Range<Int>) {
    self.label = label
    self.values = values
  }
}

/// Where somebody signs. In reading order a signatory is whole: position, line, name, date.
public struct Signature: Sendable {
  /// How the parts lie.
  public enum Layout: Sendable {
    /// The position above, then the line with its caption and the name, then the date: a form.
    case stacked
    /// The position at the left, the name at the right of one line: an act.
    case line
  }

  /// How the parts lie.
  public var layout: Layout
  /// Who signs by office.
  public var position: RunningText
  /// The words under the line, «(підпис)»; empty where no line is drawn.
  public var caption: RunningText
  /// Who signs by name.
  public var name: RunningText
  /// When it was signed.
  public var date: RunningText

  /// Makes a signature.
  public init(
    layout: Layout, position: RunningText = RunningText(), caption: RunningText = RunningText(),
    name: RunningText = RunningText(),
    date: RunningText = RunningText()
  ) {
    self.layout = layout
    self.position = position
    self.caption = caption
    self.name = name
    self.date = date
  }
}

/// Blocks that belong together.
public struct Group: Sendable {
  /// What the group is on the page.
  public enum Kind: Sendable {
    /// A part of the text; nothing is drawn around it.
    case section
    /// A part that a page's edge must not cut.
    case whole
    /// The mark of approval at the top right: «ЗАТВЕРДЖЕНО …».
    case stamp
    /// Signatures side by side where there is room, one below the other where there is none.
    case signatures
  }

  /// What the group is on the page.
  public var kind: Kind
  /// What stands in it, as the indices of the blocks behind it.
  public var blocks: Range<Int>
  /// Names for the style sheet.
  public var style: PlainText

  /// Makes a group.
  public init(_ kind: Kind, blocks: Range<Int>, style: PlainText = PlainText()) {
    self.kind = kind
    self.blocks = blocks
    self.style = style
  }
}
