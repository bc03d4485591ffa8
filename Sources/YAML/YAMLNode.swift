package import Diagnostics

/// A YAML text as a tree with places: for the few files that are read once, such as schemas.
/// Plans are read from the events instead.
package struct YAMLNode: Sendable {
  /// What the node holds.
  package enum Value: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// What the node holds.
  package let value: Value
  /// Where it stands: all of it.
  package let range: SourceRange
  /// Whether it is a scalar whose text begins where it stands: it has neither quotation marks nor
  /// the sign of a block.
  package let isPlain: Bool

  /// Reads the one document of a text.
  ///
  /// - Throws: what libyaml cannot read, an alias, or nesting deeper than 100 levels.
  package init(reading bytes: [UInt8]) throws(YAMLFault) {
    let source = SourceFile(name: "", bytes: bytes)
    let document = try YAMLDocuments.withDocuments(of: source) { stream throws(YAMLFault) in
      var documents = stream
      return try documents.next()
    }
    guard let document else {
      self.init(.scalar(""), SourceRange(line: 1, column: 1), isPlain: false)
      return
    }
    var index = 0
    self = try YAMLNode(from: document, at: &index, depth: 0)
  }

  private init(_ value: Value, _ range: SourceRange, isPlain: Bool) {
    self.value = value
    self.range = range
    self.isPlain = isPlain
  }

  /// Reads the value that starts with an event, and goes on behind it.
  private init(from document: YAMLDocument, at index: inout Int, depth: Int) throws(YAMLFault) {
    let event = try document.event(at: index)
    guard depth < 100 else {
      throw YAMLFault(problem: "nested too deeply", position: event.range.start)
    }
    index += 1
    switch event.kind {
    case .sequenceStart:
      var items: [YAMLNode] = []
      while try document.event(at: index).kind != .sequenceEnd {
        items.append(try YAMLNode(from: document, at: &index, depth: depth + 1))
      }
      let range = SourceRange(event.range.start, document.events[index].range.end)
      self.init(.sequence(items), range, isPlain: false)
      index += 1
    case .mappingStart:
      var members: [(key: YAMLNode, value: YAMLNode)] = []
      while try document.event(at: index).kind != .mappingEnd {
        let key = try YAMLNode(from: document, at: &index, depth: depth + 1)
        let value = try YAMLNode(from: document, at: &index, depth: depth + 1)
        members.append((key, value))
      }
      let range = SourceRange(event.range.start, document.events[index].range.end)
      self.init(.mapping(members), range, isPlain: false)
      index += 1
    case .alias:
      throw YAMLFault(problem: "an alias is not allowed here", position: event.range.start)
    default:
      self.init(.scalar(document.text(of: event)), event.range, isPlain: event.style == .plain)
    }
  }

  /// The text of a scalar, or nil.
  package var text: String? {
    if case .scalar(let text) = value { text } else { nil }
  }

  /// The items of a sequence, or nil.
  package var items: [YAMLNode]? {
    if case .sequence(let items) = value { items } else { nil }
  }

  /// The members of a mapping in their order, or nil.
  package var members: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let members) = value { members } else { nil }
  }

  /// The value of a key of a mapping, or nil.
  package subscript(_ key: String) -> YAMLNode? {
    members?.first { $0.key.text == key }?.value
  }
}

extension YAMLDocument {
  /// An event, or the fault that stands in its place.
  fileprivate func event(at index: Int) throws(YAMLFault) -> YAMLEvent {
    if index == events.count, let fault { throw fault }
    return events[index]
  }
}
