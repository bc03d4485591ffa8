internal import Schemas
internal import YAML

/// Looks for a plan's kind among its keys, without going through them.
struct KindFinder {
  /// The number of the key `kind` whose value is a word.
  private(set) var key: Int?
  /// That word.
  private(set) var name: YAMLEvent?
  /// The value of the key `kind` where it is no word.
  private(set) var wrong: YAMLEvent?
  private static let keyName = Schema.Name(en: "kind", uk: "вид")

  /// Looks through a document whose value is a mapping.
  init(_ document: YAMLDocument) throws(PlanEvents.Stop) {
    var index = 1
    while true {
      let key = try document.event(at: index)
      if key.kind == .mappingEnd { return }
      let valueIndex = document.end(of: index)
      var value = try document.event(at: valueIndex)
      if key.kind == .scalar, Self.keyName.matches(document.texts.span.extracting(key.text)) {
        if value.kind == .alias { value = document.events[try document.target(of: value)] }
        if value.kind == .scalar {
          self.key = index
          name = value
          return
        }
        wrong = value
      }
      index = document.end(of: valueIndex)
    }
  }
}

extension YAMLDocument {
  /// An event, or the fault that stands in its place.
  fileprivate func event(at index: Int) throws(PlanEvents.Stop) -> YAMLEvent {
    if index >= events.count, let fault { throw .unreadable(fault) }
    return events[index]
  }
}
