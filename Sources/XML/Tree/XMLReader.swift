internal import CLibXML2
package import Diagnostics

/// What keeps a text from being read as XML, and where.
package struct XMLFault: Error, Sendable, Equatable {
  /// The reason, lower case, without a full stop.
  package let problem: Message
  /// Where it was noticed.
  package let position: SourcePosition
}

/// A text read as XML: the tree, and where its elements stand.
@safe package struct ParsedXML: ~Copyable {
  /// The tree; an element's ordinal is its number in the text from 1.
  package let tree: XMLTree
  /// The start tags in their order.
  package let tags: [StartTag]

  /// The start tag of an element.
  package func tag(of element: XMLNode) -> StartTag? {
    tags.indices.contains(element.ordinal - 1) ? tags[element.ordinal - 1] : nil
  }

  /// Where an element's start tag stands.
  package func range(of element: XMLNode) -> SourceRange {
    tag(of: element)?.range ?? SourceRange(line: 1, column: 1)
  }
}

/// Reads XML without ever loading anything: no DTD, no entity of its own, no network.
package enum XMLReader {
  /// How many attributes an element may have: libxml2 compares each with all before it.
  static let attributeLimit = 200
  /// How many elements and attributes a text may have altogether, and half as many as `<`.
  static let nodeLimit = 250_000

  /// Reads a text that must be UTF-8.
  ///
  /// - Parameter allowsHTMLDoctype: whether it may begin with `<!DOCTYPE html>`, as forms do.
  /// - Throws: the first thing that is not well formed, or a DTD or an entity declaration.
  package static func read(_ bytes: [UInt8], allowsHTMLDoctype: Bool = false)
    throws(XMLFault) -> ParsedXML
  {
    try refuseDeclarations(in: bytes, allowsHTMLDoctype: allowsHTMLDoctype)
    var scanner = StartTagScanner(bytes)
    let tags = scanner.scan()
    guard scanner.count <= nodeLimit, bytes.count(where: { $0 == 0x3C }) <= 2 * nodeLimit else {
      throw XMLFault(
        problem: Message(
          uk: "елементів і атрибутів понад \(nodeLimit)",
          en: "there are more than \(nodeLimit) elements and attributes"),
        position: tags.last?.range.start ?? SourcePosition(line: 1, column: 1))
    }
    if let tag = tags.first(where: { $0.values.count > attributeLimit }) {
      throw XMLFault(
        problem: Message(
          uk: "елемент має понад \(attributeLimit) атрибутів",
          en: "an element has more than \(attributeLimit) attributes"),
        position: tag.range.start)
    }
    guard let context = unsafe xmlNewParserCtxt() else {
      preconditionFailure("libxml2 has no memory for a parser")
    }
    defer { unsafe xmlFreeParserCtxt(context) }
    let first = FirstFault()
    unsafe context.pointee._private = Unmanaged.passUnretained(first).toOpaque()
    unsafe context.pointee.sax.pointee.serror = { data, error in unsafe FirstFault.note(data, error)
    }
    defer { withExtendedLifetime(first) {} }
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue | XML_PARSE_NOWARNING.rawValue
    let document = unsafe bytes.withUnsafeBytes { buffer in
      unsafe xmlCtxtReadMemory(
        context, buffer.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(buffer.count), nil,
        "UTF-8", Int32(options))
    }
    guard let document = unsafe document, unsafe xmlDocGetRootElement(document) != nil,
      unsafe context.pointee.wellFormed == 1, unsafe context.pointee.nsWellFormed == 1
    else {
      if let document = unsafe document { unsafe xmlFreeDoc(document) }
      throw first.fault
        ?? XMLFault(
          problem: Message(uk: "не читається як XML", en: "not well-formed XML"),
          position: SourcePosition(line: 1, column: 1))
    }
    let tree = unsafe XMLTree(owning: document)
    var ordinal = 0
    number(tree.root, &ordinal)
    precondition(ordinal == tags.count, "the scanner and libxml2 see the same start tags")
    return ParsedXML(tree: tree, tags: tags)
  }

  private static func number(_ element: XMLNode, _ ordinal: inout Int) {
    ordinal += 1
    element.ordinal = ordinal
    var next = element.firstChild
    while let child = next {
      if child.isElement { number(child, &ordinal) }
      next = child.nextSibling
    }
  }

  private static func refuseDeclarations(in bytes: [UInt8], allowsHTMLDoctype: Bool)
    throws(XMLFault)
  {
    if let zero = bytes.firstIndex(of: 0) {
      throw XMLFault(
        problem: Message(uk: "у тексті стоїть знак U+0000", en: "the text holds U+0000"),
        position: SourceFile(name: "", bytes: bytes).position(ofByte: zero))
    }
    var index = 0
    while let found = bytes[index...].firstIndex(of: UInt8(ascii: "<")) {
      index = found + 1
      let rest = bytes[found...].prefix(15)
      let isDoctype = rest.starts(with: "<!DOCTYPE".utf8)
      guard isDoctype || rest.starts(with: "<!ENTITY".utf8) else { continue }
      if isDoctype, allowsHTMLDoctype, rest.elementsEqual("<!DOCTYPE html>".utf8) { continue }
      throw XMLFault(
        problem: Message(
          uk: "оголошення DTD або сутності не дозволене",
          en: "a DTD or an entity must not be declared"),
        position: SourceFile(name: "", bytes: bytes).position(ofByte: found))
    }
  }
}
