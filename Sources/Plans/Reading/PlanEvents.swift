internal import Diagnostics
internal import Schemas
internal import YAML

/// A walk through the events of one plan, with aliases resolved within a budget.
struct PlanEvents: ~Copyable {
  /// Why no more events can be had.
  enum Stop: Error {
    /// libyaml cannot read on.
    case unreadable(YAMLFault)
    /// The aliases make too much of a small file.
    case tooMuch(SourceRange)
    /// There is no anchor of that name before the alias, or the alias stands inside it.
    case badAlias(String, SourceRange, isRecursive: Bool)
    /// More is wrong with the plan than anyone would read.
    case tooManyFaults(SourceRange)
    /// There is more in the file than is read.
    case tooManyValues(SourceRange)
    /// There is more text in the plan than is read.
    case tooMuchText(SourceRange)
  }

  let document: YAMLDocument
  /// How many bytes aliases may still repeat.
  private(set) var budget: Int
  private var index = 0
  /// The end of the value of the alias that is being repeated; none where none is.
  private var end = -1
  /// Where to go on behind the values of the aliases that are being repeated.
  private var outer: [(index: Int, end: Int)] = []
  /// A key that was taken out with its value.
  private var taken = -1

  init(_ document: YAMLDocument, budget: Int) {
    self.document = document
    self.budget = budget
  }

  /// How many bytes may be repeated in a file: eight times its size, 4 MiB at most, and 64 KiB.
  static func budget(of sourceSize: Int) -> Int { 65536 + min(8 * sourceSize, 4 << 20) }

  /// Takes out a key and its value, each a single event.
  mutating func takeOut(_ key: Int) { taken = key }

  /// The next event; an alias gives the events of what it stands for.
  mutating func next() throws(Stop) -> YAMLEvent {
    while true {
      let event = try nextRaw()
      guard event.kind == .alias else { return event }
      try enter(event)
    }
  }

  /// Passes over the value that comes next, however deep, without following aliases.
  mutating func skipValue() throws(Stop) {
    _ = try nextRaw()
    index = document.end(of: index - 1)
  }

  /// Passes over the rest of a value whose first event was the last one given.
  mutating func skipRest() { index = document.end(of: index - 1) }

  /// Whether the value that comes next is the last of its mapping.
  var isLastValue: Bool {
    let next = index < document.events.count ? document.end(of: index) : index
    return next < document.events.count && document.events[next].kind == .mappingEnd
  }

  /// Whether the text that may stand for all of an object is among its keys, seen or ahead.
  func hasText(of object: SchemaObject, _ seen: UInt64) -> Bool {
    guard let text = object.scalarProperty else { return false }
    return seen & (1 << UInt64(text)) != 0 || hasKeyAhead(object.properties[text].name)
  }

  /// The next event as it stands in the file; nil at its end.
  var peeked: YAMLEvent? { index < document.events.count ? document.events[index] : nil }

  /// The items of the list whose first event was the last one given, as they stand in the file.
  var items: [YAMLEvent] {
    var items: [YAMLEvent] = []
    var next = index
    while next < document.events.count, document.events[next].kind != .sequenceEnd {
      items.append(document.events[next])
      next = document.end(of: next)
    }
    return items
  }

  /// Whether a key comes behind the value that comes next, in the same mapping.
  func hasKeyAhead(_ name: Schema.Name) -> Bool {
    var next = index
    while next < document.events.count {
      let key = document.events[next]
      if next > index, key.kind == .mappingEnd { return false }
      if next > index, key.kind == .scalar,
        name.matches(document.texts.span.extracting(key.text))
      {
        return true
      }
      let value = next > index ? next + 1 : next
      guard value < document.events.count, document.end(of: value) > value else { return false }
      next = document.end(of: value)
    }
    return false
  }

  /// Passes over the value that comes next: its place, to read it later.
  mutating func postpone() throws(Stop) -> Int {
    let place = index
    try skipValue()
    return place
  }

  /// Reads a value that was passed over, and then goes on as before.
  mutating func goBack(to place: Int) {
    outer.append((index, end))
    (index, end) = (place, document.end(of: place))
  }

  /// The next event as it stands in the file: aliases stay aliases.
  private mutating func nextRaw() throws(Stop) -> YAMLEvent {
    while index == end, let next = outer.popLast() { (index, end) = next }
    if index == taken, outer.isEmpty { index += 2 }
    if index >= document.events.count, let fault = document.fault { throw .unreadable(fault) }
    index += 1
    return document.events[index - 1]
  }

  /// Goes on with what an alias stands for.
  private mutating func enter(_ alias: YAMLEvent) throws(Stop) {
    let target = try document.target(of: alias)
    let past = document.end(of: target)
    let texts = document.events[target].text.lowerBound..<document.events[past - 1].text.upperBound
    budget -= 64 * (past - target) + texts.count
    guard budget > 0, outer.count < 64 else { throw .tooMuch(alias.range) }
    outer.append((index, end))
    (index, end) = (target, past)
  }
}

extension YAMLDocument {
  /// The number of the event that an alias stands for.
  ///
  /// - Throws: why it stands for none.
  func target(of alias: YAMLEvent) throws(PlanEvents.Stop) -> Int {
    switch alias.target {
    case .event(let index): return index
    case .around: throw .badAlias(text(of: alias), alias.range, isRecursive: true)
    case .missing: throw .badAlias(text(of: alias), alias.range, isRecursive: false)
    }
  }
}
