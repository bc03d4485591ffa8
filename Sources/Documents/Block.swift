/// A part of a document that stands by itself, one below the other.
package enum Block: Sendable {
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
package enum Alignment: Sendable {
  case start, center, end
}

/// A run of text that is wrapped as one.
package struct Paragraph: Sendable {
  /// The text.
  package var text: RunningText
  /// Where its lines stand.
  package var alignment: Alignment
  /// Whether its first line is indented, as in the body of an act.
  package var isIndented: Bool
  /// Names for the style sheet, separated by spaces; only HTML uses them.
  package var style: PlainText

  /// Makes a paragraph.
  package init(
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
package struct Field: Sendable {
  /// One underlined place and the words under its line, «(категорія посади)».
  package struct Value: Sendable {
    /// What is filled in; empty to be filled in by hand.
    package var text: RunningText
    /// The words under the line; empty where there are none.
    package var caption: RunningText
    /// Names for the style sheet.
    package var style: PlainText

    /// Makes a value.
    package init(
      _ text: RunningText, caption: RunningText = RunningText(), style: PlainText = PlainText()
    ) {
      self.text = text
      self.caption = caption
      self.style = style
    }
  }

  /// What the form asks for.
  package var label: RunningText
  /// The places to fill in, from left to right, as indices.
  package var values: Range<Int>

  /// Makes a field.
  package init(label: RunningText, values: Range<Int>) {
    self.label = label
    self.values = values
  }
}

/// Where somebody signs. In reading order a signatory is whole: position, line, name, date.
package struct Signature: Sendable {
  /// How the parts lie.
  package enum Layout: Sendable {
    /// The position above, then the line with its caption and the name, then the date: a form.
    case stacked
    /// The position at the left, the name at the right of one line: an act.
    case line
  }

  /// How the parts lie.
  package var layout: Layout
  /// Who signs by office.
  package var position: RunningText
  /// The words under the line, «(підпис)»; empty where no line is drawn.
  package var caption: RunningText
  /// Who signs by name.
  package var name: RunningText
  /// When it was signed.
  package var date: RunningText

  /// Makes a signature.
  package init(
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
package struct Group: Sendable {
  /// What the group is on the page.
  package enum Kind: Sendable {
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
  package var kind: Kind
  /// What stands in it, as the indices of the blocks behind it.
  package var blocks: Range<Int>
  /// Names for the style sheet.
  package var style: PlainText

  /// Makes a group.
  package init(_ kind: Kind, blocks: Range<Int>, style: PlainText = PlainText()) {
    self.kind = kind
    self.blocks = blocks
    self.style = style
  }
}
