internal import Diagnostics
internal import Documents

/// Running text.
extension FormRenderer {
  /// The text of an element: what is bound to it, or what stands in it.
  func inlines(of element: FormElement, _ scope: Scope?) -> [Inline] {
    if let scope, let text = element.binding.text {
      let value = self.text(text, scope)
      if !value.hasLineEnd { return value.isEmpty ? [] : [.text(value)] }
      var result: [Inline] = []
      result.append(value: value)
      return result
    }
    if let words = element.words { return words }
    var result: [Inline] = []
    for node in content(of: element, scope) { add(node, scope, to: &result) }
    return result
  }

  func addContent(of element: FormElement, _ scope: Scope?, to result: inout [Inline]) {
    if let scope, let text = element.binding.text {
      result.append(value: self.text(text, scope))
    } else {
      for node in content(of: element, scope) { add(node, scope, to: &result) }
    }
  }

  func add(_ node: FormNode, _ scope: Scope?, to result: inout [Inline]) {
    switch node {
    case .text(let text): result.append(text: text)
    case .element(let element):
      visit(element, scope) { scope in add(element, scope, to: &result) }
    }
  }

  private func add(_ element: FormElement, _ scope: Scope?, to result: inout [Inline]) {
    switch element.tag {
    case .br: result.append(.lineBreak)
    case .strong, .b: result.append(.strong(inlines(of: element, scope)))
    case .em, .i: result.append(.emphasis(inlines(of: element, scope)))
    case .u: result.append(.underline(inlines(of: element, scope)))
    case .small: result.append(.small(inlines(of: element, scope)))
    case .label: result.append(checkBox(element, scope))
    default: addContent(of: element, scope, to: &result)
    }
  }

  private func checkBox(_ label: FormElement, _ scope: Scope?) -> Inline {
    var isChecked = false
    var words: [Inline] = []
    for node in label.children {
      if case .element(let input) = node, input.tag == .input {
        if let scope, let expression = input.binding.isChecked {
          isChecked = isTrue(expression, scope)
        } else {
          isChecked = input.attributes["checked"] != nil
        }
      } else {
        add(node, scope, to: &words)
      }
    }
    if case .text(let text)? = words.first, text.hasPrefix(" ") {
      words[0] = .text(String(text.dropFirst()))
    }
    return .checkBox(isChecked: isChecked, label: words)
  }

  func plainText(_ inlines: [Inline]) -> String {
    inlines.map { inline in
      switch inline {
      case .text(let text): text
      case .strong(let inner), .emphasis(let inner), .underline(let inner), .small(let inner),
        .checkBox(_, let inner):
        plainText(inner)
      case .lineBreak: " "
      }
    }.joined()
  }
}

extension [Inline] {
  /// Appends words of the form, joined to a text before them.
  fileprivate mutating func append(text: String) {
    if case .text(let last)? = self.last {
      self[count - 1] = .text(last + text)
    } else if !text.isEmpty {
      append(.text(text))
    }
  }

  /// Appends a value of the plan; its line ends stay line ends.
  fileprivate mutating func append(value: String) {
    guard value.hasLineEnd else {
      append(text: value)
      return
    }
    for (index, line) in value.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
    {
      if index > 0 { append(.lineBreak) }
      append(text: String(line))
    }
  }
}

extension String {
  fileprivate var hasLineEnd: Bool {
    utf8.span.holds(0x0A)
  }
}
