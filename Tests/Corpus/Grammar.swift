/// Phrases with gaps, and what may stand in them.
///
/// A name stands alone on a line with a colon, its phrases below it. A gap `{name}` takes a phrase
/// of that name, `{2-9}` a number, `{2-9 name}` a number and a thing counted, whose forms for a few
/// and for many are separated by a stroke: «звіти/звітів».
struct Grammar: Sendable {
  private enum Part: Sendable {
    case text(String)
    case phrase(String)
    case number(ClosedRange<Int>)
    case counted(ClosedRange<Int>, String)
  }

  private let phrases: [String: [[Part]]]

  init(_ text: String) {
    var phrases: [String: [[Part]]] = [:]
    var name = ""
    for line in text.split(separator: "\n") {
      if line.last == ":" {
        name = String(line.dropLast())
      } else {
        phrases[name, default: []].append(Self.parts(line))
      }
    }
    self.phrases = phrases
  }

  /// How many phrases a name has.
  func count(of name: String) -> Int { phrases[name]?.count ?? 0 }

  /// A phrase of a name with its gaps filled; that of a number, or any.
  func phrase(_ name: String, number: Int? = nil, _ dice: inout Dice) -> String {
    guard let choices = phrases[name] else { preconditionFailure("there are no phrases: \(name)") }
    var result = ""
    for part in choices[number ?? dice.roll(choices.count)] {
      switch part {
      case .text(let text): result += text
      case .phrase(let name): result += phrase(name, &dice)
      case .number(let range):
        // The nouns behind it stand in the genitive plural, as behind 5.
        let number = dice.roll(range)
        let isOther = 1...4 ~= number % 10 && !(11...14 ~= number % 100)
        result += String(isOther ? number + 4 : number)
      case .counted(let range, let name):
        let number = dice.roll(range)
        let forms = phrase(name, &dice).split(separator: "/")
        result += "\(number) \(forms[(2...4).contains(number) ? 0 : 1])"
      }
    }
    return result
  }

  private static func parts(_ line: Substring) -> [Part] {
    var parts: [Part] = []
    for piece in line.split(separator: "{", omittingEmptySubsequences: false) {
      guard let end = piece.firstIndex(of: "}") else {
        if !piece.isEmpty { parts.append(.text(String(piece))) }
        continue
      }
      parts.append(gap(piece[..<end]))
      let rest = piece[piece.index(after: end)...]
      if !rest.isEmpty { parts.append(.text(String(rest))) }
    }
    return parts
  }

  private static func gap(_ gap: Substring) -> Part {
    let words = gap.split(separator: " ")
    let limits = words[0].split(separator: "-").compactMap { Int($0) }
    guard limits.count == 2 else { return .phrase(String(gap)) }
    let range = limits[0]...limits[1]
    return words.count > 1 ? .counted(range, String(words[1])) : .number(range)
  }
}
