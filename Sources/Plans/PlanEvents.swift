internal import Diagnostics
internal import YAML

/// The events of one file with aliases resolved, within a budget, and some looked at in advance.
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
  }

  private struct Recording {
    var name: String
    var events: [YAMLEvent]
    var depth: Int
  }

  private struct Replay {
    var events: [YAMLEvent]
    var index = 0
    /// Whether anchors in it are set anew, as they are in events that were only looked at.
    var setsAnchors = false
  }

  /// The size of a file's worth of aliased events, in bytes: eight times the file and 64 KiB.
  private var budget: Int
  private var anchors: [String: [YAMLEvent]] = [:]
  private var recordings: [Recording] = []
  private var replays: [Replay] = []

  private var source: YAMLEvents

  init(_ source: consuming YAMLEvents, sourceSize: Int) {
    self.source = source
    budget = Self.budget(of: sourceSize)
  }

  /// How many bytes may be repeated in a file: eight times its size, and 64 KiB.
  static func budget(of sourceSize: Int) -> Int { 65536 + 8 * sourceSize }

  /// Forgets the anchors, which belong to one document.
  mutating func startDocument() {
    anchors.removeAll(keepingCapacity: true)
    recordings.removeAll(keepingCapacity: true)
    replays.removeAll(keepingCapacity: true)
  }

  /// Puts events back, to come next as if they had not been looked at; one that was looked at and
  /// is not among them keeps its anchor.
  mutating func putBack(_ events: [YAMLEvent], without taken: YAMLEvent? = nil) {
    anchors.removeAll(keepingCapacity: true)
    if let taken, !taken.anchor.isEmpty { anchors[taken.anchor] = [taken] }
    replays.append(Replay(events: events, setsAnchors: true))
  }

  /// The next event; an alias gives the events of what it stands for.
  mutating func next() throws(Stop) -> YAMLEvent {
    while true {
      let event = try nextRaw()
      guard event.kind == .alias else { return event }
      let name = String(decoding: event.text, as: UTF8.self)
      guard let events = anchors[name] else {
        let isRecursive = recordings.contains { $0.name == name }
        throw .badAlias(name, event.range, isRecursive: isRecursive)
      }
      budget -= events.reduce(0) { $0 + 64 + $1.text.count }
      guard budget > 0, replays.count < 64 else { throw .tooMuch(event.range) }
      replays.append(Replay(events: events))
    }
  }

  /// The next event as it stands in the file: aliases stay aliases.
  mutating func nextRaw() throws(Stop) -> YAMLEvent {
    while let replay = replays.last {
      if replay.index < replay.events.count {
        replays[replays.count - 1].index += 1
        let event = replay.events[replay.index]
        if replay.setsAnchors { record(event) }
        return event
      }
      replays.removeLast()
    }
    let event: YAMLEvent
    do throws(YAMLFault) {
      event = try source.next()
    } catch {
      throw .unreadable(error)
    }
    record(event)
    return event
  }

  private mutating func record(_ event: YAMLEvent) {
    if recordings.isEmpty, event.anchor.isEmpty { return }
    if !event.anchor.isEmpty {
      recordings.append(Recording(name: event.anchor, events: [], depth: 0))
    }
    let step =
      switch event.kind {
      case .mappingStart, .sequenceStart: 1
      case .mappingEnd, .sequenceEnd: -1
      default: 0
      }
    for index in recordings.indices {
      recordings[index].events.append(event)
      recordings[index].depth += step
    }
    for recording in recordings where recording.depth == 0 {
      anchors[recording.name] = recording.events
    }
    recordings.removeAll { $0.depth == 0 }
  }
}
