internal import Bytes
package import Digests
package import Schemas
package import XML

/// What a plan says, however its file is laid out: its elements with their texts, without its seal
/// and without what the program adds to the tree.
///
/// White space in texts counts as one space: YAML folds lines, and no form prints more.
package struct PlanContent {
  /// A piece of the content.
  package struct Part {
    /// Its element.
    package let node: XMLNode
    /// Four letters and digits that stand for where it is and what it says.
    package let mark: String
  }

  /// An element in the text.
  private struct Entry {
    let node: XMLNode
    let depth: Int
    let isLeaf: Bool
    let start: Int
    var end: Int
  }

  /// The outermost element.
  let root: XMLNode
  private var text: [UInt8]
  private var entries: [Entry] = []
  private let attributes: [String]
  private let passedBy: String?
  private let leftOut: Set<Int>

  /// Looks at a plan's tree.
  ///
  /// - Parameters:
  ///   - name: the name of elements that are passed over.
  ///   - nodes: the numbers of further ones.
  package init(
    of root: XMLNode, _ schema: Schema, without name: String? = nil, leavingOut nodes: Set<Int> = []
  ) {
    passedBy = name
    leftOut = nodes
    self.root = root
    attributes = schema.contentAttributes
    text = Array("pysar-content 1 \(schema.kind.en)\n".utf8)
    add(root, depth: 0)
  }

  /// The SHA-256 of all of it.
  package var digest: Digest { Digest(of: text) }

  /// The deepest level at which there are not too many parts to tell one by one.
  var partDepth: Int {
    let deepest = entries.reduce(0) { max($0, $1.depth) }
    return (1...max(deepest, 1)).last { parts(to: $0).count <= Self.partLimit } ?? 1
  }

  /// The parts down to a level: the elements there, and those above that hold no others.
  package func parts(atDepth depth: Int) -> [Part] {
    parts(to: depth).map { entry in
      Part(node: entry.node, mark: mark(of: entry))
    }
  }

  private static let partLimit = 400

  private func parts(to depth: Int) -> [Entry] {
    entries.filter { $0.depth == depth || $0.isLeaf && $0.depth < depth }
  }

  private func mark(of entry: Entry) -> String {
    let path = sequence(first: entry.node) { $0.parent }.map(\.name).joined(separator: "/")
    let bytes = Digest(of: Array(path.utf8) + text[entry.start..<entry.end]).bytes
    let number = bytes.prefix(3).reduce(0) { $0 << 8 | Int($1) }
    return String((0..<4).map { Self.letters[number >> ($0 * 5) & 31] })
  }

  /// Letters and digits that are not taken for each other.
  private static let letters = Array("abcdefghijkmnpqrstuvwxyz23456789")

  private mutating func add(_ node: XMLNode, depth: Int) {
    if depth == 1, node.isNamed(Schema.sealElement) { return }
    // What the program has added is said elsewhere.
    if node.attribute("read") != nil { return }
    if let passedBy, node.isNamed(passedBy) { return }
    if leftOut.contains(node.ordinal) { return }
    let number = entries.count
    let children = node.children.filter(\.isElement)
    entries.append(
      Entry(node: node, depth: depth, isLeaf: children.isEmpty, start: text.count, end: 0))
    text += repeatElement(0x20, count: depth)
    text += node.name.utf8
    for name in attributes {
      guard let value = node.attribute(name) else { continue }
      text += "\u{1F}\(name)\u{1F}".utf8
      add(text: value)
    }
    if children.isEmpty {
      text.append(0x1F)
      add(text: node)
    }
    text.append(0x0A)
    for child in children { add(child, depth: depth + 1) }
    entries[number].end = text.count
  }

  private mutating func add(text node: XMLNode) {
    node.withText { text.append(wordsOf: $0) }
  }
}

extension Schema {
  /// The attributes that hold what the plan's author wrote.
  fileprivate var contentAttributes: [String] {
    let own = types.flatMap { type -> [String] in
      guard case .object(let object) = type.form else { return [] }
      return object.properties.filter(\.isAttribute).map(\.xmlName)
    }
    return Set(own + ["ditto"]).sorted()
  }
}
