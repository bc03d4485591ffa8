/// The functions that a Swift file declares, as far as their heads tell.
struct Signatures {
  /// A function's head.
  struct Signature {
    /// Its name with its labels, as documentation has it: `fault(_:at:)`.
    let name: String
    let unlabelled: Int
  }

  /// The functions, initialisers and subscripts in the order in which they stand.
  let all: [Signature]

  init(_ source: SourceCode) {
    all = source.lines.indices.compactMap { index in
      Self.signature(source.lines[index...])
    }
  }

  private static let modifiers: Set<Substring> = [
    "package", "public", "private", "fileprivate", "internal", "static", "final", "mutating",
    "nonmutating", "borrowing", "consuming", "override", "convenience", "required", "nonisolated",
    "isolated", "unsafe",
  ]

  /// The function whose head begins with the first of some lines.
  private static func signature(_ lines: ArraySlice<Substring>) -> Signature? {
    guard let first = lines.first else { return nil }
    let words = first.split(separator: " ").drop { modifiers.contains($0) || $0.first == "@" }
    let isFunction = words.first == "func"
    guard let head = isFunction ? words.dropFirst().first : words.first else { return nil }
    let name = head.prefix { !"(<?!".contains($0) }
    let isSubscript = name == "subscript"
    guard isFunction || isSubscript || name == "init", name.endIndex < first.endIndex else {
      return nil
    }
    let rest = [first[name.endIndex...]] + lines.dropFirst().prefix(40)
    let labels = parameters(rest.joined(separator: "\n")).map { label($0, isSubscript) }
    return Signature(
      name: "\(name)(\(labels.map { $0 + ":" }.joined()))", unlabelled: labels.count { $0 == "_" })
  }

  /// What stands between the first parentheses, separated by the commas of its own level.
  private static func parameters(_ text: String) -> [String] {
    var parts = [""]
    var depth = 0
    var generic = 0
    for character in text {
      switch character {
      case "<" where depth == 0: generic += 1
      case ">" where depth == 0: generic -= 1
      case "(", "[": depth += generic == 0 ? 1 : 0
      case ")", "]": depth -= generic == 0 ? 1 : 0
      default: break
      }
      if depth == 0, character == ")", generic == 0 { break }
      if depth == 1, character == "," {
        parts.append("")
      } else if depth > 0 {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.filter { $0.contains(":") }
  }

  private static func label(_ parameter: String, _ isSubscript: Bool) -> String {
    let head = parameter.prefix { $0 != ":" }
    let words = head.split { $0 == " " || $0 == "\n" || $0 == "(" }.filter { $0.first != "@" }
    return isSubscript && words.count == 1 ? "_" : words.first.map(String.init) ?? "_"
  }
}
