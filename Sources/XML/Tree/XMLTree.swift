internal import CLibXML2

/// A tree of elements in libxml2's form, owned by one value and freed with it.
///
/// It is made, used and freed on one task; the nodes taken from it must not outlive it.
@safe package struct XMLTree: ~Copyable {
  let document: UnsafeMutablePointer<xmlDoc>

  /// Makes a tree of one element.
  package init(rootName: String) {
    self.init(rootName: rootName, usesInternals: XMLLibrary.isKnown)
  }

  /// Makes a tree with or without what is known of the internals of libxml2; tests compare the two.
  package init(rootName: String, usesInternals: Bool) {
    guard let document = unsafe xmlNewDoc(nil) else {
      preconditionFailure("libxml2 has no memory for a tree")
    }
    if usesInternals {
      unsafe document.pointee.psvi = UnsafeMutableRawPointer(TreeMemory.make())
    }
    unsafe self.document = unsafe document
    let root = makeElement(rootName)
    unsafe root.pointer.pointee.parent = unsafe UnsafeMutableRawPointer(document)
      .assumingMemoryBound(to: xmlNode.self)
    unsafe document.pointee.children = unsafe root.pointer
    unsafe document.pointee.last = unsafe root.pointer
  }

  init(owning document: UnsafeMutablePointer<xmlDoc>) {
    unsafe self.document = unsafe document
  }

  deinit {
    if unsafe document.pointee.hasMemory {
      unsafe document.pointee.memory.pointee.giveBack()
      unsafe document.pointee.children = nil
      unsafe document.pointee.last = nil
    }
    unsafe xmlFreeDoc(document)
  }

  /// The outermost element.
  package var root: XMLNode {
    guard let root = unsafe xmlDocGetRootElement(document) else {
      preconditionFailure("every tree has a root")
    }
    return unsafe XMLNode(root)
  }

  /// Makes an element that belongs to this tree and stands nowhere yet; append it.
  package func makeElement(_ name: XMLName) -> XMLNode {
    unsafe XMLNode(document.makeElement(name))
  }

  /// Makes an element of a name that is used but once.
  package func makeElement(_ name: String) -> XMLNode { makeElement(XMLName(name)) }

  /// Makes a deep copy of an element that stands nowhere yet; it has no ordinals.
  package func copy(_ element: XMLNode) -> XMLNode {
    let copy = unsafe XMLNode(document.makeElement(sharing: element.pointer.pointee.name))
    for attribute in element.attributes {
      attribute.withText { copy.setAttribute(XMLName(attribute.name), $0) }
    }
    var next = element.firstChild
    while let child = next {
      if child.isElement { copy.append(self.copy(child)) } else { child.withText(copy.append) }
      next = child.nextSibling
    }
    return copy
  }
}

extension XMLNode {
  /// Puts a node of the same tree that stands nowhere yet behind the last one inside.
  package func append(_ child: XMLNode) {
    unsafe child.pointer.pointee.parent = unsafe pointer
    unsafe child.pointer.pointee.prev = unsafe pointer.pointee.last
    if let last = unsafe pointer.pointee.last {
      unsafe last.pointee.next = unsafe child.pointer
    } else {
      unsafe pointer.pointee.children = unsafe child.pointer
    }
    unsafe pointer.pointee.last = unsafe child.pointer
  }

  /// Puts an element of the same tree that stands nowhere yet before this one.
  package func insertBefore(_ element: XMLNode) {
    _ = unsafe xmlAddPrevSibling(pointer, element.pointer)
  }

  /// Appends a text; the bytes must be UTF-8 of characters that XML 1.0 allows.
  package func append(text: Span<UInt8>) {
    if !text.isEmpty { append(unsafe XMLNode(pointer.pointee.doc.makeText(text))) }
  }

  /// Sets an attribute; the bytes as for ``append(text:)``.
  package func setAttribute(_ name: XMLName, _ value: Span<UInt8>) {
    unsafe pointer.setAttribute(name, value)
  }

  /// Sets an attribute of a name that is used but once.
  package func setAttribute(_ name: String, _ value: Span<UInt8>) {
    setAttribute(XMLName(name), value)
  }

  /// Gives this node and every element inside one number.
  package func setOrdinals(_ number: Int) {
    ordinal = number
    var next = firstChild
    while let child = next {
      child.setOrdinals(number)
      next = child.nextSibling
    }
  }
}
