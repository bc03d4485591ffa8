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
  package init(reading source: SourceFile) throws(YAMLFault) {
    let document = try YAMLDocuments.withDocuments(of: source) { stream throws(YAMLFault) in
      var documents = stream
      return try documents.next()
    }
    guard let document else {
      self.init(.scalar(""), SourceRange(line: 1, column: 1), isPlain: false)
      return
    }
    var reader = YAMLNodeReader(document: document)
    self = try reader.next(depth: 0)
  }

  fileprivate init(_ value: Value, _ range: SourceRange, isPlain: Bool) {
    self.value = value
    self.range = range
    self.isPlain = isPlain
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

/// Reads nodes from the events of a document.
private struct YAMLNodeReader {
  let document: YAMLDocument
  private var index = 0

  init(document: YAMLDocument) {
    self.document = document
  }

  /// Reads the value that starts with the next event.
  mutating func next(depth: Int) throws(YAMLFault) -> YAMLNode {
    let event = try event()
    guard depth < 100 else {
      throw YAMLFault(problem: "nested too deeply", position: event.range.start)
    }
    index += 1
    switch event.kind {
    case .sequenceStart:
      var items: [YAMLNode] = []
      while try self.event().kind != .sequenceEnd { items.append(try next(depth: depth + 1)) }
      return YAMLNode(.sequence(items), rangeToHere(from: event), isPlain: false)
    case .mappingStart:
      var members: [(key: YAMLNode, value: YAMLNode)] = []
      while try self.event().kind != .mappingEnd {
        let key = try next(depth: depth + 1)
        members.append((key, try next(depth: depth + 1)))
      }
      return YAMLNode(.mapping(members), rangeToHere(from: event), isPlain: false)
    case .alias:
      throw YAMLFault(problem: "an alias is not allowed here", position: event.range.start)
    default:
      return YAMLNode(
        .scalar(document.text(of: event)), event.range, isPlain: event.style == .plain)
    }
  }

  /// The range of a collection, whose end comes next and is passed over.
  private mutating func rangeToHere(from start: YAMLEvent) -> SourceRange {
    defer { index += 1 }
    return SourceRange(start.range.start, document.events[index].range.end)
  }

  /// The next event, or the fault that stands in its place.
  private func event() throws(YAMLFault) -> YAMLEvent {
    if index == document.events.count, let fault = document.fault { throw fault }
    return document.events[index]
  }
}
