/// Patterns as their definition has them: each part gives the set of places where it can end.
indirect enum NaivePattern: CustomStringConvertible {
  case scalar(Unicode.Scalar)
  case oneOf([Unicode.Scalar], isNegated: Bool)
  case any, word, start, end, boundary, noBoundary
  case sequence([NaivePattern])
  case choice([NaivePattern])
  case repetition(NaivePattern, Int, Int?)

  static let alphabet: [Unicode.Scalar] = ["а", "б", "Б", "'", " ", "5", "№"]

  static func random(_ depth: Int, _ random: inout some RandomNumberGenerator) -> NaivePattern {
    func inner(_ random: inout some RandomNumberGenerator) -> NaivePattern {
      Self.random(depth - 1, &random)
    }
    switch Int.random(in: 0..<(depth > 0 ? 16 : 10), using: &random) {
    case 0...4: return .scalar(alphabet.randomElement(using: &random) ?? "а")
    case 5:
      return .oneOf(
        Array(alphabet.shuffled(using: &random).prefix(2)), isNegated: .random(using: &random))
    case 6: return .any
    case 7: return .word
    case 8: return Bool.random(using: &random) ? .start : .end
    case 9: return Bool.random(using: &random) ? .boundary : .noBoundary
    case 10...11:
      return .sequence((0..<Int.random(in: 0...3, using: &random)).map { _ in inner(&random) })
    case 12...13:
      return .choice((0..<Int.random(in: 1...3, using: &random)).map { _ in inner(&random) })
    default:
      let least = Int.random(in: 0...2, using: &random)
      let most = Bool.random(using: &random) ? nil : least + Int.random(in: 0...2, using: &random)
      return .repetition(.sequence([inner(&random), inner(&random)]), least, most)
    }
  }

  var description: String {
    switch self {
    case .scalar(let scalar): String(scalar)
    case .oneOf(let scalars, let isNegated):
      "[" + (isNegated ? "^" : "") + String(String.UnicodeScalarView(scalars)) + "]"
    case .any: "."
    case .word: #"\w"#
    case .start: "^"
    case .end: "$"
    case .boundary: #"\b"#
    case .noBoundary: #"\B"#
    case .sequence(let parts): "(?:" + parts.map(\.description).joined() + ")"
    case .choice(let parts): "(" + parts.map(\.description).joined(separator: "|") + ")"
    case .repetition(let part, let least, let most):
      part.description + "{\(least),\(most.map { String($0) } ?? "")}"
    }
  }

  /// The first match and the longest of those that start there.
  func firstMatch(in text: [Unicode.Scalar]) -> Range<Int>? {
    for start in 0...text.count {
      if let end = ends(in: text, from: start).max() { return start..<end }
    }
    return nil
  }

  private func ends(in text: [Unicode.Scalar], from place: Int) -> Set<Int> {
    func one(_ holds: Bool) -> Set<Int> { place < text.count && holds ? [place + 1] : [] }
    func here(_ holds: Bool) -> Set<Int> { holds ? [place] : [] }
    switch self {
    case .scalar(let scalar): return one(place < text.count && text[place] == scalar)
    case .oneOf(let scalars, let isNegated):
      return one(place < text.count && scalars.contains(text[place]) != isNegated)
    case .any: return one(true)
    case .word: return one(Self.isWord(text, place))
    case .start: return here(place == 0)
    case .end: return here(place == text.count)
    case .boundary: return here(Self.isWord(text, place - 1) != Self.isWord(text, place))
    case .noBoundary: return here(Self.isWord(text, place - 1) == Self.isWord(text, place))
    case .sequence(let parts):
      return parts.reduce([place]) { places, part in
        Set(places.flatMap { part.ends(in: text, from: $0) })
      }
    case .choice(let parts): return Set(parts.flatMap { $0.ends(in: text, from: place) })
    case .repetition(let part, let least, let most):
      var places: Set<Int> = [place]
      for _ in 0..<least { places = Set(places.flatMap { part.ends(in: text, from: $0) }) }
      var result = places
      for _ in 0..<(most.map { $0 - least } ?? text.count + 1) {
        places = Set(places.flatMap { part.ends(in: text, from: $0) })
        result.formUnion(places)
      }
      return result
    }
  }

  private static func isWord(_ text: [Unicode.Scalar], _ place: Int) -> Bool {
    func isLetter(_ place: Int) -> Bool {
      text.indices.contains(place) && ["а", "б", "Б"].contains(text[place])
    }
    guard text.indices.contains(place) else { return false }
    if text[place] == "'" { return isLetter(place - 1) && isLetter(place + 1) }
    return isLetter(place) || text[place] == "5"
  }
}
