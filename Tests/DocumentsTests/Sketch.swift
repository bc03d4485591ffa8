import Documents

// A page as tests write it down: a tree of literals. Its types have the names of what they become
// in a document, which they stand for throughout these tests.

indirect enum Inline: Sendable {
  case text(String)
  case strong([Inline])
  case emphasis([Inline])
  case underline([Inline])
  case small([Inline])
  case checkBox(isChecked: Bool, label: [Inline])
  case lineBreak
}

struct Paragraph: Sendable {
  var text: [Inline]
  var alignment: Alignment
  var role: Role
  var style: String

  init(
    _ text: [Inline], _ role: Role = .body, alignment: Alignment = .start, style: String = ""
  ) {
    (self.text, self.role, self.alignment, self.style) = (text, role, alignment, style)
  }
}

struct Field: Sendable {
  struct Value: Sendable {
    var text: [Inline]
    var caption: [Inline]

    init(_ text: [Inline], caption: [Inline] = []) {
      (self.text, self.caption) = (text, caption)
    }
  }

  var label: [Inline]
  var values: [Value]
}

struct Signature: Sendable {
  var layout: Documents.Signature.Layout
  var position: [Inline] = []
  var caption: [Inline] = []
  var name: [Inline] = []
  var date: [Inline] = []
}

struct Group: Sendable {
  var kind: Documents.Group.Kind
  var blocks: [Block]
  var style: String

  init(_ kind: Documents.Group.Kind, blocks: [Block], style: String = "") {
    (self.kind, self.blocks, self.style) = (kind, blocks, style)
  }
}

struct Table: Sendable {
  typealias Column = Documents.Table.Column
  typealias Scope = Documents.Table.Scope

  struct Row: Sendable {
    var cells: [Cell]

    init(_ cells: [Cell]) {
      self.cells = cells
    }
  }

  struct Cell: Sendable {
    var paragraphs: [Paragraph]
    var scope: Scope?
    var columnSpan: Int
    var rowSpan: Int

    init(
      _ paragraphs: [Paragraph] = [], scope: Scope? = nil, columnSpan: Int = 1, rowSpan: Int = 1
    ) {
      (self.paragraphs, self.scope) = (paragraphs, scope)
      (self.columnSpan, self.rowSpan) = (columnSpan, rowSpan)
    }
  }

  var caption: [Inline] = []
  var columns: [Column]
  var header: [Row] = []
  var groups: [[Row]] = []
}

enum Block: Sendable {
  case heading(level: Int, Paragraph)
  case paragraph(Paragraph)
  case fields([Field])
  case table(Table)
  case list(ordered: Bool, items: [Paragraph])
  case signature(Signature)
  case group(Group)
  case footnotes([Paragraph])
  case drawing(title: String, [Drawing.Rectangle])
  case pageBreak
}
