import Bytes
package import Diagnostics

/// One document of a YAML text: the steps through the value that it is, in order.
package struct YAMLDocument: Sendable {
  /// The steps; the first is the value itself or the start of it.
  package private(set) var events: [YAMLEvent] = []
  /// The values of the scalars and the names of the aliases, one behind the other, in UTF-8.
  package private(set) var texts: [UInt8] = []
  /// Why there are no more events, where the value breaks off.
  package private(set) var fault: YAMLFault?
  /// The tags before values.
  package private(set) var tags: [YAMLMark] = []
  private var anchors = YAMLAnchors()
  /// The start of the innermost collection that is not yet whole.
  private var innermost: Int32 = -1

  /// Makes an empty document, to be filled step by step.
  ///
  /// - Parameter size: about how many bytes of YAML will be read into it.
  package init(size: Int) {
    events.reserveCapacity(size / 16)
    texts.reserveCapacity(size)
  }

  /// Appends a scalar.
  package mutating func appendScalar(
    _ text: Span<UInt8>, at range: SourceRange, style: YAMLEvent.Style, anchor: String = ""
  ) {
    if !anchor.isEmpty { anchors.set(anchor, on: events.count, at: range.start) }
    texts.append(copying: text)
    append(.scalar, at: range, textSize: text.count, style: style)
  }

  /// Appends the start of a mapping or a sequence.
  package mutating func appendStart(
    _ kind: YAMLEvent.Kind, at range: SourceRange, isFlow: Bool = false, anchor: String = ""
  ) {
    if !anchor.isEmpty { anchors.open(anchor, on: events.count, at: range.start) }
    let outer = innermost
    innermost = Int32(events.count)
    append(kind, at: range, style: isFlow ? .flow : .other, link: outer)
  }

  /// Appends the end of the innermost mapping or sequence.
  package mutating func appendEnd(_ kind: YAMLEvent.Kind, at range: SourceRange) {
    precondition(innermost >= 0, "what ends has begun")
    let start = Int(innermost)
    innermost = events[start].link
    events[start].link = Int32(events.count)
    anchors.close(start)
    append(kind, at: range)
  }

  /// Appends a tag of the value that comes next.
  mutating func appendTag(_ name: String, at position: SourcePosition) {
    tags.append(YAMLMark(name: name, event: events.count, position: position))
  }

  /// The anchors that no alias names.
  package var unusedAnchors: [YAMLMark] { anchors.unused }

  /// Appends an alias.
  mutating func appendAlias(_ name: String, at range: SourceRange) {
    texts += name.utf8
    append(
      .alias, at: range, textSize: name.utf8.count, link: anchors.target(of: name).link)
  }

  /// Ends the document where it cannot be read on: so do all collections that are not whole.
  mutating func breakOff(_ fault: YAMLFault) {
    self.fault = fault
    while innermost >= 0 {
      let start = Int(innermost)
      innermost = events[start].link
      events[start].link = Int32(events.count - 1)
    }
  }

  /// Whether the value has come to its end.
  var isWhole: Bool { !events.isEmpty && innermost < 0 }

  private mutating func append(
    _ kind: YAMLEvent.Kind, at range: SourceRange, textSize: Int = 0,
    style: YAMLEvent.Style = .other, link: Int32 = 0
  ) {
    let text = texts.count - textSize..<texts.count
    events.append(YAMLEvent(kind, at: range, text: text, style: style, link: link))
  }
}

extension YAMLDocument {
  /// The number of the event behind a value that starts with one.
  package func end(of index: Int) -> Int {
    switch events[index].kind {
    case .mappingStart, .sequenceStart: Int(events[index].link) + 1
    default: index + 1
    }
  }

  /// The text of a scalar, or the name of an alias.
  package func text(of event: YAMLEvent) -> String {
    String(decoding: texts[event.text], as: UTF8.self)
  }
}
