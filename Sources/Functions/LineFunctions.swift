internal import Bytes
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on lists that are told as texts, an entry a line, as the facts of rules across
  /// plans must be.
  ///
  /// - `lines(nodes)`: a line for each node: its text, or those of what it holds with `|` between them.
  /// - `absent-line(lines, others)`: the first line that the other lines lack, an equal one of theirs
  ///   answering one line only; spaces between words are alike. Empty where none is absent.
  /// - `lines-of-owners(nodes, owners)`: a line for each node, behind the first text of its owner and `|`: the
  ///   owner stands beside the node or beside what holds it, the nearest. Nodes without one have no line.
  /// - `lines-of(lines, name)`: of such lines those of the owner with the name, however it is typed, whole or short, without it.
  package static let lines = [
    XPathFunction("lines-of-owners", of: [.nodes, .nodes], gives: .text) { arguments in
      guard case .nodes(let nodes) = arguments[0], case .nodes(let owners) = arguments[1] else {
        return .string("")
      }
      var first: [XMLNode: XMLNode] = [:]
      for owner in owners {
        if let parent = owner.parent { first[parent] = first[parent] ?? owner }
      }
      var lines: [UInt8] = []
      for node in nodes {
        var holder = node.parent
        while let place = holder, first[place] == nil { holder = place.parent }
        guard let owner = holder.flatMap({ first[$0] }) else { continue }
        if !lines.isEmpty { lines.append(0x0A) }
        owner.innermostFirst.appendTexts(to: &lines, from: lines.count)
        lines.append(UInt8(ascii: "|"))
        node.appendTexts(to: &lines, from: lines.count)
      }
      return .string(String(ofTree: lines.span))
    },
    XPathFunction("lines-of", of: [.text, .text], gives: .text) { arguments in
      let wanted = arguments[1].withText(NameKey.key)
      let own = arguments[0].string.lines.compactMap { line -> String? in
        guard let bar = line.firstIndex(of: "|") else { return nil }
        let key = NameKey.key(of: Array(line[..<bar].utf8).span)
        guard key == wanted || ShortName.agree(key, wanted) else { return nil }
        return String(line[line.index(after: bar)...])
      }
      return .string(own.joined(separator: "\n"))
    },
    XPathFunction("lines", of: [.nodes], gives: .text) { arguments in
      guard case .nodes(let nodes) = arguments[0] else { return .string("") }
      var lines: [UInt8] = []
      for (index, node) in nodes.enumerated() {
        if index > 0 { lines.append(0x0A) }
        node.appendTexts(to: &lines, from: lines.count)
      }
      return .string(String(ofTree: lines.span))
    },
    XPathFunction("absent-line", of: [.text, .text], gives: .text) { arguments in
      let (lines, others) = (arguments[0].string, arguments[1].string)
      // Mostly nothing is absent, and to take texts apart costs most of all.
      if lines == others { return .string("") }
      var left: [String: Int] = [:]
      for line in others.lines { left[line, default: 0] += 1 }
      for line in lines.lines {
        guard let count = left[line], count > 0 else { return .string(line) }
        left[line] = count - 1
      }
      return .string("")
    },
  ]
}

extension XMLNode {
  /// The first of the innermost elements, in order.
  fileprivate var innermostFirst: XMLNode {
    var place = self
    while let child = place.firstChild, child.isElement { place = child }
    return place
  }

  /// Appends the texts of the innermost elements, in order, with `|` between them.
  ///
  /// - Parameter start: where the line begins.
  fileprivate func appendTexts(to line: inout [UInt8], from start: Int) {
    var hasElements = false
    var next = firstChild
    while let child = next {
      if child.isElement {
        hasElements = true
        child.appendTexts(to: &line, from: start)
      }
      next = child.nextSibling
    }
    guard !hasElements else { return }
    if line.count > start { line.append(UInt8(ascii: "|")) }
    withText { line.append(wordsOf: $0) }
  }
}

extension String {
  /// The words with one space between each two.
  fileprivate var words: String { split(whereSeparator: \.isWhitespace).joined(separator: " ") }

  /// The lines that are not empty, with one space between each two words.
  fileprivate var lines: [String] { split(whereSeparator: \.isNewline).map { String($0).words } }
}
