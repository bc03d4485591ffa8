public import Diagnostics

/// A YAML text as a tree with places: for the few files that are read once, such as schemas.
/// Plans are read from the events instead.
public struct YAMLNode: Sendable {
  /// What the node holds.
  public enum Value: Sendable {
    case scalar(String)
    case sequence([YAMLNode])
    case mapping([(key: YAMLNode, value: YAMLNode)])
  }

  /// What the node holds.
  public let value: Value
  /// Where it stands: all of it.
  public let range: SourceRange
  /// Whether it is a scalar whose text begins where it stands: it has neither quotation marks nor
  /// the sign of a block.
  public let isPlain: Bool

  /// Reads the one document of a text.
  ///
  /// - Throws: what libyaml cannot read, an alias, or nesting deeper than 100 levels.
  public init(reading bytes: [UInt8]) throws(YAMLFault) {
    self = try YAMLEvents.withEvents(of: bytes) { source throws(YAMLFault) in
      var events = source
      var event = try events.next()
      if event.kind == .documentStart { event = try events.next() }
      return try YAMLNode(from: event, in: &events, depth: 0)
    }
  }

  private init(from event: YAMLEvent, in events: inout YAMLEvents, depth: Int) throws(YAMLFault) {
    guard depth < 100 else {
      throw YAMLFault(problem: "nested too deeply", position: event.range.start)
    }
    isPlain = event.isPlain
    switch event.kind {
    case .sequenceStart:
      var items: [YAMLNode] = []
      var next = try events.next()
      while next.kind != .sequenceEnd {
        items.append(try YAMLNode(from: next, in: &events, depth: depth + 1))
        next = try events.next()
      }
      value = .sequence(items)
      range = SourceRange(event.range.start, next.range.end)
    case .mappingStart:
      var members: [(key: YAMLNode, value: YAMLNode)] = []
      var next = try events.next()
      while next.kind != .mappingEnd {
        let key = try YAMLNode(from: next, in: &events, depth: depth + 1)
        let value = try YAMLNode(from: try events.next(), in: &events, depth: depth + 1)
        members.append((key, value))
        next = try events.next()
      }
      value = .mapping(members)
      range = SourceRange(event.range.start, next.range.end)
    case .alias:
      throw YAMLFault(problem: "an alias is not allowed here", position: event.range.start)
    default:
      value = .scalar(String(decoding: event.text, as: UTF8.self))
      range = event.range
    }
  }

  /// The text of a scalar, or nil.
  public var text: String? {
    if case .scalar(let text) = value { text } else { nil }
  }

  /// The items of a sequence, or nil.
  public var items: [YAMLNode]? {
    if case .sequence(let items) = value { items } else { nil }
  }

  /// The members of a mapping in their order, or nil.
  public var members: [(key: YAMLNode, value: YAMLNode)]? {
    if case .mapping(let members) = value { members } else { nil }
  }

  /// The value of a key of a mapping, or nil.
  public subscript(_ key: String) -> YAMLNode? {
    members?.first { $0.key.text == key }?.value
  }
}
