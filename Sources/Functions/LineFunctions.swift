package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on lists that are told as texts, an entry a line, as the facts of rules across
  /// plans must be.
  ///
  /// - `lines(nodes)`: a line for each node: its text, or those of what it holds with `|` between them.
  /// - `absent-line(lines, others)`: the first line that the other lines lack, an equal one of theirs
  ///   answering one line only; spaces between words are alike. Empty where none is absent.
  package static let lines = [
    XPathFunction("lines", of: [.nodes], gives: .text) { arguments in
      guard case .nodes(let nodes) = arguments[0] else { return .string("") }
      return .string(nodes.map { $0.texts.joined(separator: "|") }.joined(separator: "\n"))
    },
    XPathFunction("absent-line", of: [.text, .text], gives: .text) { arguments in
      var left: [String: Int] = [:]
      for line in arguments[1].string.lines { left[line, default: 0] += 1 }
      for line in arguments[0].string.lines {
        guard let count = left[line], count > 0 else { return .string(line) }
        left[line] = count - 1
      }
      return .string("")
    },
  ]
}

extension XMLNode {
  /// The texts of the innermost elements, in order, each on one line.
  fileprivate var texts: [String] {
    let elements = children.filter(\.isElement)
    return elements.isEmpty ? [stringValue.words] : elements.flatMap(\.texts)
  }
}

extension String {
  /// The words with one space between each two.
  fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The lines that are not empty, with one space between each two words.
  fileprivate var lines: [String] { split(whereSeparator: \.isNewline).map { String($0).words } }
}
