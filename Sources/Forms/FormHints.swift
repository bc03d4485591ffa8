internal import Documents

/// What a form says of its pages in the `style` of its body, in words that browsers know too.
struct FormHints {
  /// How parts look that do not look as the standard has it.
  private(set) var changes: [Role: RoleStyle] = [:]
  /// What is left blank at the edges of the sheets.
  private(set) var margins: Sheet.Margins?
  /// The declarations that are no such words.
  private(set) var unknown: [String] = []

  init(_ style: String) {
    for declaration in style.split(separator: ";") {
      let parts = declaration.split(separator: ":", maxSplits: 1)
      let name = parts.first.map(Self.trimmed) ?? ""
      if name.isEmpty { continue }
      let value = parts.count == 2 ? Self.trimmed(parts[1]) : ""
      if !take(name, value) { unknown.append(Self.trimmed(declaration)) }
    }
  }

  private mutating func take(_ name: String, _ value: String) -> Bool {
    switch name {
    case "font-size":
      guard let size = Self.length(value[...], "pt"), (6...72).contains(size) else { return false }
      changes[.body, default: RoleStyle()].size = size
    case "--entry-height":
      guard let height = Self.length(value[...], "mm"), height <= 200 else { return false }
      changes[.entry, default: RoleStyle()].emptyHeight = height
    case "--margins":
      let edges = value.split(separator: " ").map { Self.length($0, "mm") ?? .nan }
      guard edges.count == 4, edges.allSatisfy({ (0...60).contains($0) }) else { return false }
      margins = Sheet.Margins(
        top: edges[0], right: edges[1], bottom: edges[2], left: edges[3])
    default: return false
    }
    return true
  }

  /// The number in `width:30%`.
  static func width(_ style: String) -> Int? {
    let parts = style.split(separator: ";").first?.split(separator: ":") ?? []
    guard parts.count == 2, trimmed(parts[0]) == "width",
      let share = length(trimmed(parts[1])[...], "%"), (1...100).contains(share)
    else { return nil }
    return Int(share)
  }

  private static func length(_ text: Substring, _ unit: String) -> Double? {
    guard text.hasSuffix(unit) else { return nil }
    let number = text.dropLast(unit.count)
    guard let first = number.first, first.isNumber || first == "." else { return nil }
    return Double(number)
  }

  private static func trimmed(_ text: Substring) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
