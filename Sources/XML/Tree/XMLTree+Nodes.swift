import Bytes
internal import CLibXML2

/// Nodes made as libxml2 makes them, but in the memory of their tree; where it has none, by libxml2.
extension UnsafeMutablePointer<xmlDoc> {
  /// Makes an element that stands nowhere yet.
  func makeElement(_ name: XMLName) -> UnsafeMutablePointer<xmlNode> {
    guard unsafe pointee.hasMemory else {
      return unsafe name.bytes.withUnsafeBufferPointer {
        unsafe makeForeign(xmlNewDocNode(self, nil, $0.baseAddress, nil))
      }
    }
    return unsafe makeNode(XML_ELEMENT_NODE, name: name.place(in: self))
  }

  /// Makes an element that stands nowhere yet, with the name of another of the same tree.
  func makeElement(sharing name: UnsafePointer<xmlChar>?) -> UnsafeMutablePointer<xmlNode> {
    guard unsafe pointee.hasMemory else {
      return unsafe makeForeign(xmlNewDocNode(self, nil, name, nil))
    }
    return unsafe makeNode(XML_ELEMENT_NODE, name: name)
  }

  private func makeForeign(_ node: UnsafeMutablePointer<xmlNode>?)
    -> UnsafeMutablePointer<xmlNode>
  {
    guard let node = unsafe node else { preconditionFailure("libxml2 has no memory for a node") }
    return unsafe node
  }

  /// Makes a node that stands nowhere yet.
  private func makeNode(_ type: xmlElementType, name: UnsafePointer<xmlChar>?)
    -> UnsafeMutablePointer<xmlNode>
  {
    var node = unsafe xmlNode()
    unsafe node.type = type
    unsafe node.name = unsafe name
    unsafe node.doc = unsafe self
    let place = unsafe pointee.memory.pointee.take(MemoryLayout<xmlNode>.size)
    return unsafe place.initializeMemory(as: xmlNode.self, to: node)
  }

  /// Makes a text that stands nowhere yet.
  func makeText(_ text: Span<UInt8>) -> UnsafeMutablePointer<xmlNode> {
    guard unsafe pointee.hasMemory else {
      return unsafe text.withUnsafeBufferPointer {
        unsafe makeForeign(xmlNewDocTextLen(self, $0.baseAddress, Int32($0.count)))
      }
    }
    let node = unsafe makeNode(XML_TEXT_NODE, name: pysarTextName())
    unsafe node.pointee.content = unsafe pointee.memory.pointee.take(text)
    unsafe node.pointee.capacity = text.count
    return unsafe node
  }

  /// Makes an attribute of an element, behind those that it has.
  fileprivate func addAttribute(
    _ name: XMLName, _ text: Span<UInt8>, to element: UnsafeMutablePointer<xmlNode>,
    behind last: UnsafeMutablePointer<xmlAttr>?
  ) {
    var attribute = unsafe xmlAttr()
    unsafe attribute.type = XML_ATTRIBUTE_NODE
    unsafe attribute.name = unsafe UnsafePointer(name.place(in: self))
    unsafe attribute.doc = unsafe self
    unsafe attribute.parent = unsafe element
    unsafe attribute.prev = unsafe last
    let value = unsafe makeText(text)
    unsafe attribute.children = unsafe value
    unsafe attribute.last = unsafe value
    let memory = unsafe pointee.memory.pointee.take(MemoryLayout<xmlAttr>.size)
    let place = unsafe memory.initializeMemory(as: xmlAttr.self, to: attribute)
    unsafe value.pointee.parent = unsafe UnsafeMutableRawPointer(place)
      .assumingMemoryBound(to: xmlNode.self)
    if let last = unsafe last {
      unsafe last.pointee.next = unsafe place
    } else {
      unsafe element.pointee.properties = unsafe place
    }
  }
}

extension UnsafeMutablePointer<xmlNode> {
  /// Sets an attribute, or changes the one of that name.
  func setAttribute(_ name: XMLName, _ value: Span<UInt8>) {
    guard let document = unsafe pointee.doc else {
      preconditionFailure("every node belongs to a tree")
    }
    guard unsafe document.pointee.hasMemory else {
      let value = Array(copying: value) + [0]
      unsafe name.bytes.withUnsafeBufferPointer { name in
        unsafe value.withUnsafeBufferPointer { value in
          _ = unsafe xmlSetProp(self, name.baseAddress, value.baseAddress)
        }
      }
      return
    }
    var last: UnsafeMutablePointer<xmlAttr>?
    while let next = unsafe last.map({ unsafe $0.pointee.next }) ?? pointee.properties {
      unsafe last = unsafe next
      if unsafe name.isSame(as: next.pointee.name) {
        if let text = unsafe next.pointee.children { unsafe text.replaceText(by: value) }
        return
      }
    }
    unsafe document.addAttribute(name, value, to: self, behind: last)
  }

  /// Puts another text into a text's place, or into a place twice as large if there is no room.
  private func replaceText(by text: Span<UInt8>) {
    guard let document = unsafe pointee.doc else {
      preconditionFailure("every node belongs to a tree")
    }
    if unsafe text.count > pointee.capacity {
      unsafe pointee.capacity = text.count * 2
      unsafe pointee.content = unsafe document.pointee.memory.pointee
        .take(text.count * 2 + 1).bindMemory(to: UInt8.self, capacity: text.count * 2 + 1)
    }
    guard let content = unsafe pointee.content else { return }
    for index in text.indices { unsafe content[index] = text[index] }
    unsafe content[text.count] = 0
  }
}

extension xmlNode {
  /// How many bytes of text there is room for, in the field that libxml2 leaves to others.
  fileprivate var capacity: Int {
    get { unsafe Int(bitPattern: psvi) }
    set { unsafe psvi = unsafe UnsafeMutableRawPointer(bitPattern: newValue) }
  }
}

extension XMLName {
  /// A copy of the name in the memory of a tree.
  func place(in document: UnsafeMutablePointer<xmlDoc>) -> UnsafeMutablePointer<xmlChar> {
    unsafe document.pointee.memory.pointee.take(bytes.span.extracting(droppingLast: 1))
  }

  /// Whether a name of libxml2's is this one.
  func isSame(as name: UnsafePointer<xmlChar>) -> Bool {
    unsafe bytes.withUnsafeBufferPointer { own in
      unsafe own.baseAddress.map { unsafe pysarIsSame(name, $0) != 0 } ?? false
    }
  }
}
