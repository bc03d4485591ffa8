extension FormElement.Tag {
  /// Whether spaces at the ends of its content mean nothing.
  var isBlock: Bool {
    switch self {
    case .strong, .b, .em, .i, .u, .small, .span: false
    default: true
    }
  }
}

extension String {
  /// The text with every run of white space as one space, as HTML reads it; NBSP is none.
  var collapsingSpaces: String {
    var result = ""
    var isSpace = false
    for scalar in unicodeScalars {
      let space = [" ", "\n", "\t", "\r"].contains(scalar)
      if !space { result.unicodeScalars.append(scalar) } else if !isSpace { result += " " }
      isSpace = space
    }
    return result
  }
}

extension [FormNode] {
  /// The nodes without white space at the ends.
  func trimmed(if isBlock: Bool) -> [FormNode] {
    guard isBlock else { return self }
    var result = self
    if case .text(let text)? = result.first { result[0] = .text(String(text.drop { $0 == " " })) }
    if case .text(let text)? = result.last {
      result[result.count - 1] = .text(text.last == " " ? String(text.dropLast()) : text)
    }
    return result.filter { if case .text("") = $0 { false } else { true } }
  }
}
