/// What a part of a page is, from which its look follows.
package enum Role: UInt8, Sendable, CaseIterable {
  /// Running text.
  case body
  /// Running text whose paragraphs are told apart by their indent: the text of an act.
  case indented
  /// A heading of a document or a part of it.
  case heading
  /// A heading within the text, of level 3.
  case subheading
  /// The sort of an act, above its title: «ПОСТАНОВА».
  case actType
  /// The title of an act.
  case actTitle
  /// The title of an act of a body other than the Cabinet of Ministers, at the left.
  case localTitle
  /// A line to be filled in by hand, over the rest of the width.
  case fill
  /// The place, the day and the number of an act, beside one another.
  case place
  /// The mark of approval: «ЗАТВЕРДЖЕНО …».
  case approvalMark
  /// What a field asks for, and the whole field.
  case label
  /// What is filled into a field, on a line.
  case value
  /// What is filled into a narrow field that has words under its line.
  case captionedValue
  /// The words under the line of a field: «(категорія посади)».
  case caption
  /// An item of a list.
  case listItem
  /// A table, and a plain cell of it.
  case cell
  /// A cell that is filled in by hand, and has room for it where it is empty.
  case entry
  /// The head of a column.
  case columnHead
  /// The head of rows.
  case rowHead
  /// The title of a section, over all columns.
  case sectionHead
  /// Notes under what they explain.
  case footnote
  /// Where somebody signs a form: position, line, name and day one below the other.
  case signature
  /// Where somebody signs an act: position and name on one line.
  case actSignature
  /// The line to sign on, with the words under it.
  case signatureLine
  /// The day of signing.
  case signingDate

  /// The role of which this is a special case, and whose look it has in what its own leaves open;
  /// nil for the body.
  package var parent: Role? {
    switch self {
    case .body: nil
    case .subheading, .actType, .actTitle: .heading
    case .localTitle: .actTitle
    case .captionedValue: .value
    case .entry, .columnHead, .rowHead: .cell
    case .sectionHead: .rowHead
    default: .body
    }
  }
}
