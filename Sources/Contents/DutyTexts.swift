package import Schemas
package import XML

/// What the texts of points say where their keys say nothing.
extension DutyTexts {
  /// The mark of an element that was read from the text of its point.
  package static let mark = XMLName("read")

  /// What those above a point say of it.
  private struct Above {
    /// Whether a key says by when; then no text is asked.
    var hasKeyOfDeadline = false
    var hasKeyOfBodies = false
    /// Whether a key or a text names those who owe it.
    var hasExecutor = false
  }

  /// Reads the texts of a plan's points, and puts what they say where its keys would stand.
  package func fill(_ tree: borrowing XMLTree) {
    var next: XMLNode? = tree.root
    for name in path { next = next?.firstElement(name) }
    if let next { fillLists(of: next, Above(), tree) }
  }

  /// Reads the points in an element's lists, and in what else leads to points.
  private func fillLists(of element: XMLNode, _ above: Above, _ tree: borrowing XMLTree) {
    element.forEachElement { list in
      if lists.contains(where: list.isNamed) {
        list.forEachElement { fill($0, above, tree) }
      } else if ways.contains(where: list.isNamed) {
        fillLists(of: list, above, tree)
      }
    }
  }

  private func fill(_ point: XMLNode, _ above: Above, _ tree: borrowing XMLTree) {
    var above = above
    if point.firstElement(deadlines.element) != nil { above.hasKeyOfDeadline = true }
    if point.firstElement(bodies.element) != nil {
      above.hasKeyOfBodies = true
      above.hasExecutor = true
    }
    if let text = point.firstElement(self.text), !(above.hasKeyOfDeadline && above.hasKeyOfBodies) {
      let sentence = DutySentence(text.stringValue, hasExecutor: above.hasExecutor)
      if !above.hasKeyOfBodies, !sentence.executors.isEmpty {
        // In the order of the schema: the text, the deadlines, those who owe them.
        insert(
          bodies, sentence.executors, behind: point.firstElement(deadlines.element) ?? text, tree)
        above.hasExecutor = true
      }
      if !above.hasKeyOfDeadline, !sentence.deadlines.isEmpty {
        insert(deadlines, sentence.deadlines, behind: text, tree)
      }
    }
    fillLists(of: point, above, tree)
  }

  private func insert(
    _ names: List, _ texts: [String], behind text: XMLNode, _ tree: borrowing XMLTree
  ) {
    let list = tree.makeElement(names.element)
    list.setAttribute(Self.mark, "text".utf8.span)
    for words in texts {
      let item = tree.makeElement(names.item)
      item.append(text: words.utf8.span)
      list.append(item)
    }
    list.setOrdinals(text.ordinal)
    if let next = text.nextSibling {
      next.insertBefore(list)
    } else {
      text.parent?.append(list)
    }
  }
}

extension XMLNode {
  /// The first element of that name inside.
  fileprivate func firstElement(_ name: String) -> XMLNode? { firstElement(XMLName(name)) }

  fileprivate func firstElement(_ name: XMLName) -> XMLNode? {
    var next = firstChild
    while let child = next {
      if child.isElement, child.isNamed(name) { return child }
      next = child.nextSibling
    }
    return nil
  }

  fileprivate func forEachElement(_ visit: (XMLNode) -> Void) {
    var next = firstChild
    while let child = next {
      next = child.nextSibling
      if child.isElement { visit(child) }
    }
  }
}
