/// JSON as text, with the keys in the order given and nothing but what is asked for.
package indirect enum JSONText: Sendable {
  case string(String)
  case number(Int)
  case boolean(Bool)
  case array([JSONText])
  case object([(String, JSONText)])

  /// The text, indented by two spaces a level.
  package func write(indent: Int = 0) -> String {
    let margin = String(repeating: " ", count: indent + 2)
    let end = "\n" + String(repeating: " ", count: indent)
    switch self {
    case .string(let text): return Self.quoted(text)
    case .number(let number): return String(number)
    case .boolean(let flag): return flag ? "true" : "false"
    case .array(let items) where items.isEmpty: return "[]"
    case .array(let items):
      return "[\n"
        + items.map { margin + $0.write(indent: indent + 2) }.joined(separator: ",\n") + end + "]"
    case .object(let members) where members.isEmpty: return "{}"
    case .object(let members):
      return "{\n"
        + members.map { margin + Self.quoted($0) + ": " + $1.write(indent: indent + 2) }
        .joined(separator: ",\n") + end + "}"
    }
  }

  /// A string in quotation marks, escaped as RFC 8259 wants it.
  package static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\"": result += "\\\""
      case "\\": result += "\\\\"
      case "\n": result += "\\n"
      case "\r": result += "\\r"
      case "\t": result += "\\t"
      case _
      where scalar.value < 0x20 || (0x7F...0x9F).contains(scalar.value)
        || (0x2028...0x202E).contains(scalar.value) || (0x2066...0x2069).contains(scalar.value):
        let hex = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - hex.count) + hex
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
