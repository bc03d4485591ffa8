/// Blocks that belong together.
package struct Group: Sendable {
  /// What the group is on the page.
  package enum Kind: Sendable {
    /// A part of the text; nothing is drawn around it.
    case section
    /// A part that a page's edge must not cut, and that stands on the page of what is above it.
    case whole
    /// The mark of approval at the top right: «ЗАТВЕРДЖЕНО …».
    case stamp
    /// Paragraphs beside one another over the whole width: the day, the place and the number of an act.
    case place
    /// Signatures side by side where there is room, one below the other where there is none.
    case signatures
  }

  /// What the group is on the page.
  package var kind: Kind
  /// What stands in it, as the indices of the blocks behind it.
  package var blocks: Range<Int>
  /// The sheet of paper that it begins, as an index of the document's; nil where it goes on.
  package var sheet: Int?
  /// Names for the style sheet.
  package var style: PlainText

  /// Makes a group.
  package init(
    _ kind: Kind, blocks: Range<Int>, sheet: Int? = nil, style: PlainText = PlainText()
  ) {
    self.kind = kind
    self.blocks = blocks
    self.sheet = sheet
    self.style = style
  }
}

extension Document {
  /// The groups with something in them that some blocks are, which may stand side by side; none where
  /// something else is among them, or a table or a page's end in them.
  package func groups(in blocks: Range<Int>) -> [Group] {
    var groups: [Group] = []
    var index = blocks.lowerBound
    while index < blocks.upperBound {
      guard case .group(let group) = self.blocks[index] else { return [] }
      if !group.blocks.isEmpty { groups.append(group) }
      index = group.blocks.upperBound
    }
    let isSimple = self.blocks[blocks].allSatisfy { block in
      switch block {
      case .table, .pageBreak: false
      case .group(let group): group.sheet == nil
      default: true
      }
    }
    return isSimple ? groups : []
  }
}
