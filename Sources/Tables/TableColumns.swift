internal import Diagnostics
package import XML

/// The columns that a plan names for a table, from left to right.
package struct TableColumns {
  /// A column that has none under its head.
  package struct Column {
    /// The head as it is printed.
    package let title: String
    /// The heads above it, from the top.
    let heads: [String]
    /// The word of what it holds; nil for text.
    package let role: String?
    /// Where it stands in the plan.
    package let node: XMLNode
    /// What tells it from the others: its title, after the heads where another has the same.
    package fileprivate(set) var name: String
  }

  /// The columns without those that have others under their heads.
  package private(set) var all: [Column] = []
  /// The columns by what they may be called, several where they stand under one head.
  private var places: [String: Range<Int>] = [:]

  /// Reads the element that holds the columns.
  package init(_ element: XMLNode) {
    add(element, below: [])
    var counts: [String: Int] = [:]
    for column in all { counts[Self.key(column.title), default: 0] += 1 }
    for index in all.indices {
      let column = all[index]
      let path = (column.heads + [column.title]).joined(separator: " / ")
      if counts[Self.key(column.title), default: 0] > 1 { all[index].name = path }
      places[Self.key(path)] = index..<index + 1
      if counts[Self.key(column.title)] == 1 { places[Self.key(column.title)] = index..<index + 1 }
    }
  }

  private mutating func add(_ element: XMLNode, below heads: [String]) {
    for node in element.children where node.isNamed("column") {
      let title = node.text(of: "title")
      if let inner = node.child("columns") {
        let start = all.count
        add(inner, below: heads + [title])
        places[Self.key(title)] = start..<all.count
      } else {
        let role = node.text(of: "role")
        all.append(
          Column(
            title: title, heads: heads, role: role.isEmpty ? nil : role, node: node, name: title))
      }
    }
  }

  /// The columns that a key of a row calls: one, or those under one head.
  package func places(called key: String) -> Range<Int>? { places[Self.key(key)] }

  /// The columns of a role; nil stands for those that have none.
  package func places(of role: String?) -> [Int] { all.indices.filter { all[$0].role == role } }

  /// The title that a key of a row was probably to be.
  package func title(near key: String) -> String? {
    nearestName(to: key, among: all.map(\.title))
  }

  /// Titles are compared without regard to case, spaces and hyphens, as keys are written.
  private static func key(_ title: String) -> String {
    title.lowercased().split { $0.isWhitespace || $0 == "-" || $0 == "\u{2011}" }
      .joined(separator: " ")
  }
}

extension TableColumns.Column {
  /// The time that the head names, in words of a deadline: «I» below «2027 рік» is «I квартал 2027
  /// року».
  package var deadline: String {
    let figure = ["1": "I", "2": "II", "3": "III", "4": "IV", "І": "I", "ІІ": "II", "ІІІ": "III"]
    let quarter = figure[title] ?? title.replacing("І", with: "I")
    if year(in: title) != nil { return title.count == 4 ? title + " рік" : title }
    let words = ["I", "II", "III", "IV"].contains(quarter) ? quarter + " квартал" : title
    guard let year = heads.reversed().lazy.compactMap(year).first else { return words }
    return "\(words) \(year) року"
  }

  private func year(in text: String) -> Substring? {
    text.split { !("0"..."9").contains($0) }.first { $0.count == 4 }
  }
}

extension XMLNode {
  /// The first element of a name inside.
  package func child(_ name: String) -> XMLNode? {
    var next = firstChild
    while let child = next {
      if child.isElement, child.isNamed(name) { return child }
      next = child.nextSibling
    }
    return nil
  }

  /// The text of the first element of a name inside; empty where there is none.
  func text(of name: String) -> String { child(name)?.stringValue ?? "" }
}
