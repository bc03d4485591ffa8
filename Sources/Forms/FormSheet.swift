internal import Documents

/// A form as it is walked for every plan: flat, each part followed by those inside of it, so that a
/// walk copies nothing and asks for nothing that can be known before.
struct FormSheet: Sendable {
  /// A piece of text, or an element and what is bound to it.
  struct Part: Sendable {
    /// The element's name; nil for a text.
    var tag: FormElement.Tag?
    /// The text, as a range of the sheet's; of an element, the class names for the style sheet.
    var text = 0..<0
    /// What stands in the element, as indices of the sheet's parts.
    var children = 0..<0
    var binding = FormElement.Binding()
    /// What the class names mean.
    var meanings: FormClasses.Meanings = []
    /// What the element is, and what the one around it is.
    var role = Role.body
    var outerRole = Role.body
    /// Where its text stands.
    var alignment = Alignment.start
    /// What the element heads, in a table.
    var scope: Table.Scope?
    /// A column's share of the table's width, in percent.
    var width: Int32?
    var columnSpan: Int32 = 1
    var rowSpan: Int32 = 1
    var isChecked = false
  }

  /// All parts; the first one is the title.
  private(set) var parts: [Part] = []
  /// All text, in UTF-8.
  private(set) var text: [UInt8] = []
  /// What stands in the page's body, as indices.
  private(set) var body = 0..<0
  /// Whether it is the blank, to which nothing is bound.
  private let isBlank: Bool

  init(title: FormElement, body nodes: [FormNode], isBlank: Bool) {
    self.isBlank = isBlank
    add(title, in: .body)
    let start = parts.count
    for node in nodes { add(node, in: .body) }
    body = start..<parts.count
  }

  var title: Part { parts[0] }

  /// Takes the first part off a range, with all that stands in it.
  func popFirst(of rest: inout Range<Int>) -> Part? {
    if rest.isEmpty { return nil }
    let part = parts[rest.lowerBound]
    rest = max(rest.lowerBound + 1, part.children.upperBound)..<rest.upperBound
    return part
  }

  /// Adds a text of the form to the text that is open in a document.
  func addText(of part: Part, to page: inout DocumentBuilder) {
    page.add(text.span.extracting(part.text))
  }

  /// The class names of an element as text of a document.
  func style(of part: Part, in page: inout DocumentBuilder) -> PlainText {
    part.text.isEmpty ? PlainText() : page.plainText(text.span.extracting(part.text))
  }

  /// Whether a part is a space alone, as stands between the tags of a form.
  func isSpace(_ part: Part) -> Bool {
    part.tag == nil && part.text.count == 1 && text[part.text.lowerBound] == UInt8(ascii: " ")
  }
}

// MARK: - Laying out

extension FormSheet {
  private mutating func add(_ node: FormNode, in role: Role) {
    switch node {
    case .text(let text): parts.append(Part(text: add(text)))
    case .element(let element):
      if isBlank ? element.attributes["hidden"] == nil : !element.isNever {
        add(element, in: role)
      }
    }
  }

  private mutating func add(_ element: FormElement, in role: Role) {
    let place = parts.count
    parts.append(part(element, in: role))
    let children = isBlank ? element.children : element.included ?? element.children
    for child in children { add(child, in: parts[place].role) }
    parts[place].children = place + 1..<parts.count
  }

  private mutating func add(_ text: String) -> Range<Int> {
    let start = self.text.count
    self.text += text.utf8
    return start..<self.text.count
  }

  private mutating func part(_ element: FormElement, in role: Role) -> Part {
    let classes = FormClasses(element.classes)
    let attributes = element.attributes
    return Part(
      tag: element.tag, text: add(classes.style),
      binding: isBlank ? FormElement.Binding() : element.binding,
      meanings: classes.meanings, role: classes.role(of: element.tag, in: role), outerRole: role,
      alignment: classes.alignment,
      scope: attributes["scope"].flatMap { Table.Scope(rawValue: $0) },
      width: element.width,
      columnSpan: attributes["colspan"].flatMap { Int32($0) } ?? 1,
      rowSpan: attributes["rowspan"].flatMap { Int32($0) } ?? 1,
      isChecked: attributes["checked"] != nil)
  }
}
