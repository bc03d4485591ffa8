internal import CLibXML2

/// An element, attribute or text of an ``XMLTree``: borrowed from it, never kept beyond it.
@safe package struct XMLNode {
  let pointer: UnsafeMutablePointer<xmlNode>

  init(_ pointer: UnsafeMutablePointer<xmlNode>) {
    unsafe self.pointer = unsafe pointer
  }

  /// The number that whoever made the tree tied to the node, 0 where none did.
  package var ordinal: Int {
    get { unsafe Int(bitPattern: pointer.pointee._private) }
    nonmutating set { unsafe pointer.pointee._private = unsafe .init(bitPattern: newValue) }
  }

  /// The name without a prefix; empty for a text.
  package var name: String {
    guard !isText, let name = unsafe pointer.pointee.name else { return "" }
    return unsafe String(cString: name)
  }

  /// Whether the node has the name of another, of the same tree.
  func hasName(of other: XMLNode) -> Bool {
    let (name, otherName) = unsafe (pointer.pointee.name, other.pointer.pointee.name)
    return unsafe name == otherName || xmlStrcmp(name, otherName) == 0
  }

  /// Whether the node is an element.
  package var isElement: Bool { unsafe pointer.pointee.type == XML_ELEMENT_NODE }

  /// Whether the node is a text.
  package var isText: Bool {
    let type = unsafe pointer.pointee.type
    return type == XML_TEXT_NODE || type == XML_CDATA_SECTION_NODE
  }

  /// The namespace's name; empty where there is none.
  package var namespace: String {
    guard let ns = unsafe pointer.pointee.ns, let href = unsafe ns.pointee.href else { return "" }
    return unsafe String(cString: href)
  }

  /// The element around this one, or nil for the root.
  package var parent: XMLNode? {
    guard let parent = unsafe pointer.pointee.parent,
      unsafe parent.pointee.type == XML_ELEMENT_NODE
    else { return nil }
    return unsafe XMLNode(parent)
  }

  /// The element around this one; of the root, the document, which XPath calls the root node.
  var parentOrDocument: XMLNode? {
    guard let parent = unsafe pointer.pointee.parent else { return nil }
    return unsafe XMLNode(parent)
  }

  /// The document around all nodes, which XPath calls the root node.
  var documentOrItself: XMLNode {
    guard let document = unsafe pointer.pointee.doc else { return self }
    return unsafe XMLNode(UnsafeMutableRawPointer(document).assumingMemoryBound(to: xmlNode.self))
  }

  /// The first node inside.
  package var firstChild: XMLNode? {
    let type = unsafe pointer.pointee.type
    guard type == XML_ELEMENT_NODE || type == XML_DOCUMENT_NODE,
      let child = unsafe pointer.pointee.children
    else { return nil }
    return unsafe XMLNode(child)
  }

  /// The last node inside.
  package var lastChild: XMLNode? {
    guard let child = unsafe pointer.pointee.last else { return nil }
    return unsafe XMLNode(child)
  }

  /// The node behind this one.
  package var nextSibling: XMLNode? {
    guard let next = unsafe pointer.pointee.next else { return nil }
    return unsafe XMLNode(next)
  }

  /// The node before this one.
  package var previousSibling: XMLNode? {
    guard let previous = unsafe pointer.pointee.prev else { return nil }
    return unsafe XMLNode(previous)
  }

  /// The nodes inside, in order.
  package var children: [XMLNode] {
    guard let first = firstChild else { return [] }
    return Array(sequence(first: first) { $0.nextSibling })
  }

  /// The attributes, in order.
  package var attributes: [XMLNode] {
    guard isElement, let first = unsafe pointer.pointee.properties else { return [] }
    return unsafe sequence(first: first) { unsafe $0.pointee.next }.map {
      unsafe XMLNode(UnsafeMutableRawPointer($0).assumingMemoryBound(to: xmlNode.self))
    }
  }

  /// The attribute of that name in no namespace.
  package func attribute(_ name: String) -> XMLNode? {
    guard isElement else { return nil }
    var next = unsafe pointer.pointee.properties
    while let attribute = unsafe next {
      if unsafe attribute.pointee.ns == nil, let own = unsafe attribute.pointee.name,
        unsafe equals(own, name)
      {
        return unsafe XMLNode(
          UnsafeMutableRawPointer(attribute).assumingMemoryBound(to: xmlNode.self))
      }
      unsafe next = unsafe attribute.pointee.next
    }
    return nil
  }

  /// Whether the node has that name.
  package func isNamed(_ name: String) -> Bool {
    guard let own = unsafe pointer.pointee.name else { return false }
    return unsafe equals(own, name)
  }

  /// Whether the node has that name.
  package func isNamed(_ name: XMLName) -> Bool {
    guard let own = unsafe pointer.pointee.name else { return false }
    return unsafe name.isSame(as: own)
  }

  /// All the text inside, in UTF-8.
  package var textBytes: [UInt8] {
    guard let single = unsafe singleText else { return Array(stringValue.utf8) }
    return unsafe Array(UnsafeBufferPointer(start: single, count: pysarLength(single)))
  }

  /// All the text inside, as XPath's `string()` gives it.
  package var stringValue: String {
    if let single = unsafe singleText { return unsafe Self.string(single) }
    var result = ""
    appendText(to: &result)
    return result
  }

  /// Lends all the text inside, without a copy where it is in one piece, as it mostly is.
  package func withText<Result>(_ body: (Span<UInt8>) -> Result) -> Result {
    guard let single = unsafe singleText else { return body(stringValue.utf8.span) }
    return body(unsafe Span(_unsafeStart: single, count: pysarLength(single)))
  }

  /// Whether there is no text inside.
  package var isEmpty: Bool {
    if let single = unsafe singleText { return unsafe single.pointee == 0 }
    return stringValue.isEmpty
  }

  /// The node's place in the source, counted in lines from 1, as libxml2 noted it.
  var line: Int { Int(unsafe xmlGetLineNo(pointer)) }

  /// The content of a text, or of an element or attribute with one text in it: nearly all are so.
  private var singleText: UnsafeMutablePointer<xmlChar>? {
    if isText { return unsafe pointer.pointee.content }
    guard let child = unsafe pointer.pointee.children, unsafe child.pointee.next == nil,
      unsafe child.pointee.type == XML_TEXT_NODE
    else { return nil }
    return unsafe child.pointee.content
  }

  /// Visits every text inside, in order, lent in UTF-8.
  package func forEachText(_ visit: (Span<UInt8>) -> Void) {
    if isText {
      withText(visit)
      return
    }
    var next = firstChild
    while let child = next {
      child.forEachText(visit)
      next = child.nextSibling
    }
  }

  /// Roughly the memory that the node takes with all that is inside: 64 bytes a node, and the texts.
  package var size: Int {
    if isText {
      return 64 + (unsafe pointer.pointee.content.map { Int(unsafe xmlStrlen($0)) } ?? 0)
    }
    var result = 64
    var next = firstChild
    while let child = next {
      result += child.size
      next = child.nextSibling
    }
    return result
  }

  private func appendText(to result: inout String) {
    if isText {
      if let content = unsafe pointer.pointee.content { unsafe result += Self.string(content) }
      return
    }
    var next = unsafe pointer.pointee.children
    while let child = unsafe next {
      unsafe XMLNode(child).appendText(to: &result)
      unsafe next = unsafe child.pointee.next
    }
  }

  private static func string(_ text: UnsafePointer<xmlChar>) -> String {
    unsafe String(ofTree: Span(_unsafeStart: text, count: pysarLength(text)))
  }

  private func equals(_ own: UnsafePointer<xmlChar>, _ name: String) -> Bool {
    let isSame = unsafe name.utf8.withContiguousStorageIfAvailable { name in
      var index = 0
      while index < name.count {
        if unsafe own[index] != name[index] { return false }
        index += 1
      }
      return unsafe own[index] == 0
    }
    if let isSame { return isSame }
    return unsafe String(cString: own) == name
  }
}

extension String {
  /// A text of a tree, or one made of such texts and of Swift's strings. It is UTF-8 already: nothing
  /// else gets into a tree.
  package init(ofTree text: Span<UInt8>) {
    unsafe self.init(copying: UTF8Span(unchecked: text))
  }
}

extension XMLNode: Hashable {
  /// Whether both are one node of one tree.
  package static func == (left: Self, right: Self) -> Bool {
    unsafe left.pointer == right.pointer
  }

  /// Nodes are told apart by where they stand in memory.
  package func hash(into hasher: inout Hasher) {
    hasher.combine(unsafe UInt(bitPattern: pointer))
  }
}

extension XMLNode {
  /// The nodes of both lists in document order, each once.
  static func united(_ left: [XMLNode], _ right: [XMLNode]) -> [XMLNode] {
    left.isEmpty || right.isEmpty ? left + right : ordered(left + right)
  }

  /// Nodes in document order, each once.
  static func ordered(_ nodes: [XMLNode]) -> [XMLNode] {
    // Elements that are numbered are compared at once, and others by going through their siblings.
    if nodes.count > 64, let document = unsafe nodes[0].pointer.pointee.doc {
      _ = unsafe xmlXPathOrderDocElems(document)
    }
    return nodes.sorted { unsafe xmlXPathCmpNodes($0.pointer, $1.pointer) > 0 }
      .reduce(into: []) { if $0.last != $1 { $0.append($1) } }
  }
}
