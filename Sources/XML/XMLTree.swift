internal import CLibXML2

/// A tree of elements in libxml2's memory, owned by one value and freed with it.
///
/// It is made, used and freed on one task; the nodes taken from it must not outlive it.
@safe public struct XMLTree: ~Copyable {
  let document: UnsafeMutablePointer<xmlDoc>

  /// Makes a tree of one element.
  public init(rootName: String) {
    guard let document = unsafe xmlNewDoc(nil),
      let root = unsafe xmlNewDocNode(document, nil, rootName, nil)
    else { preconditionFailure("libxml2 has no memory for a tree") }
    unsafe xmlDocSetRootElement(document, root)
    unsafe self.document = unsafe document
  }

  init(owning document: UnsafeMutablePointer<xmlDoc>) {
    unsafe self.document = unsafe document
  }

  deinit { unsafe xmlFreeDoc(document) }

  /// The outermost element.
  public var root: XMLNode {
    guard let root = unsafe xmlDocGetRootElement(document) else {
      preconditionFailure("every tree has a root")
    }
    return unsafe XMLNode(root)
  }

  /// Makes an element that belongs to this tree and stands nowhere yet; append it.
  public func makeElement(_ name: XMLName) -> XMLNode {
    let node = unsafe name.bytes.withUnsafeBufferPointer { name in
      unsafe xmlNewDocNode(document, nil, name.baseAddress, nil)
    }
    guard let node = unsafe node else {
      preconditionFailure("libxml2 has no memory for an element")
    }
    return unsafe XMLNode(node)
  }

  /// Makes an element of a name that is used but once.
  public func makeElement(_ name: String) -> XMLNode { makeElement(XMLName(name)) }

  /// Makes a deep copy of a node that stands nowhere yet; it has no ordinals.
  public func copy(_ node: XMLNode) -> XMLNode {
    guard let copy = unsafe xmlDocCopyNode(node.pointer, document, 1) else {
      preconditionFailure("libxml2 has no memory for a copy")
    }
    return unsafe XMLNode(copy)
  }
}

extension XMLNode {
  /// Puts a node of the same tree that stands nowhere yet behind the last one inside.
  public func append(_ child: XMLNode) {
    unsafe child.pointer.pointee.parent = unsafe pointer
    unsafe child.pointer.pointee.prev = unsafe pointer.pointee.last
    if let last = unsafe pointer.pointee.last {
      unsafe last.pointee.next = unsafe child.pointer
    } else {
      unsafe pointer.pointee.children = unsafe child.pointer
    }
    unsafe pointer.pointee.last = unsafe child.pointer
  }

  /// Puts a node of the same tree that stands nowhere yet before this one.
  public func insertBefore(_ node: XMLNode) {
    _ = unsafe xmlAddPrevSibling(pointer, node.pointer)
  }

  /// Appends a text; the bytes must be UTF-8 of characters that XML 1.0 allows.
  public func append(text: [UInt8]) {
    if !text.isEmpty { append(makeText(text)) }
  }

  /// Sets an attribute; the bytes as for ``append(text:)``.
  public func setAttribute(_ name: XMLName, _ value: [UInt8]) {
    let attribute = unsafe name.bytes.withUnsafeBufferPointer { name in
      unsafe xmlSetProp(pointer, name.baseAddress, nil)
    }
    guard let attribute = unsafe attribute else {
      preconditionFailure("libxml2 has no memory for an attribute")
    }
    let text = makeText(value)
    unsafe text.pointer.pointee.parent = unsafe UnsafeMutableRawPointer(attribute)
      .assumingMemoryBound(to: xmlNode.self)
    unsafe attribute.pointee.children = unsafe text.pointer
    unsafe attribute.pointee.last = unsafe text.pointer
  }

  /// Sets an attribute of a name that is used but once.
  public func setAttribute(_ name: String, _ value: [UInt8]) {
    setAttribute(XMLName(name), value)
  }

  private func makeText(_ text: [UInt8]) -> XMLNode {
    let node = unsafe text.withUnsafeBufferPointer { bytes in
      unsafe xmlNewDocTextLen(pointer.pointee.doc, bytes.baseAddress, Int32(bytes.count))
    }
    guard let node = unsafe node else { preconditionFailure("libxml2 has no memory for a text") }
    return unsafe XMLNode(node)
  }

  /// Gives this node and every element inside one number.
  public func setOrdinals(_ number: Int) {
    ordinal = number
    var next = firstChild
    while let child = next {
      child.setOrdinals(number)
      next = child.nextSibling
    }
  }
}
