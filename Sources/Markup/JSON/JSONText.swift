/// JSON as a tree, with the keys in the order given and nothing but what is asked for.
package indirect enum JSONText: Sendable {
  case string(String)
  case number(Int)
  case boolean(Bool)
  case array([JSONText])
  case object([(String, JSONText)])

  /// The text, indented by two spaces a level.
  package func write() -> String {
    var writer = JSONWriter(.indented)
    write(to: &writer)
    return String(decoding: writer.take(), as: UTF8.self)
  }

  private func write(to writer: inout JSONWriter) {
    switch self {
    case .string(let text): writer.write(text)
    case .number(let number): writer.write(number)
    case .boolean(let flag): writer.write(flag)
    case .array(let items):
      writer.beginArray()
      for item in items { item.write(to: &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for (name, value) in members {
        writer.key(named: name)
        value.write(to: &writer)
      }
      writer.endObject()
    }
  }

  /// A string in quotation marks, escaped as RFC 8259 wants it.
  package static func quoted(_ text: String) -> String {
    var bytes: [UInt8] = []
    bytes.appendJSON(text)
    return String(decoding: bytes, as: UTF8.self)
  }
}
