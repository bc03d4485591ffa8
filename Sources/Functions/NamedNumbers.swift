internal import Patterns
package import XML
internal import XPathLanguage

extension XPathFunction {
  /// The functions on numbers behind a word: «додаток 2», «додатки 1, 3–5 і 7». The word is a
  /// pattern; another one says what does not follow the numbers: «додаток 2 до Порядку».
  ///
  /// - `greatest-number(nodes, 'word', 'not before')`: the greatest number in their texts, or 0.
  /// - `names-number(nodes, 'word', 'not before', number)`: whether one of their texts has a number.
  package static let numbers = [
    XPathFunction(
      "greatest-number", of: [.nodes, .literal, .literal], gives: .number,
      making: {
        asking { numbers, _ in .number(Double(numbers.max() ?? 0)) }
      }),
    XPathFunction(
      "names-number", of: [.nodes, .literal, .literal, .number], gives: .boolean,
      making: {
        asking { numbers, arguments in
          .boolean(Int(exactly: arguments[3].number).map(numbers.contains) ?? false)
        }
      }),
  ]

  /// Asks the numbers in the texts of nodes, which are read once.
  private static func asking(
    _ answer: @escaping (Set<Int>, [XPathValue]) -> XPathValue
  ) -> ([XPathValue]) -> XPathValue {
    var known: KnownNodes<Set<Int>>?
    return { arguments in
      guard case .nodes(let nodes) = arguments[0] else { return answer([], arguments) }
      if known == nil, let words = NamedNumbers(arguments[1].string, notBefore: arguments[2].string)
      {
        known = KnownNodes { nodes in
          nodes.reduce(into: []) { $0.formUnion(words.numbers(in: $1.stringValue)) }
        }
      }
      return answer(known?.made(of: nodes) ?? [], arguments)
    }
  }
}

/// Reads the numbers behind a word.
private struct NamedNumbers {
  private let word: TextPattern
  private let other: TextPattern
  /// No span has more numbers.
  private static let longest = 1000
  private static let joints: Set<Substring> = ["і", "й", "та", "№"]
  private static let dashes: Set<Character> = ["–", "—", "-"]

  /// Takes the patterns of the word and of the two words that do not follow; nil where one is none.
  init?(_ word: String, notBefore other: String) {
    guard let word = try? TextPattern("^(\(word))$", ignoresCase: true),
      let other = try? TextPattern("^(\(other))", ignoresCase: true)
    else { return nil }
    (self.word, self.other) = (word, other)
  }

  /// The numbers in a text.
  func numbers(in text: String) -> Set<Int> {
    let words = text.split(whereSeparator: \.isWhitespace)
    var result: Set<Int> = []
    var index = 0
    while index < words.count {
      let letters = words[index].drop { !$0.isLetter }.prefix { $0.isLetter }
      index += 1
      guard word.matches(String(letters)) else { continue }
      let (numbers, isClosed) = numbers(in: words, at: &index)
      let behind = words[index...].prefix(2).joined(separator: " ")
      if isClosed || !other.matches(behind) { result.formUnion(numbers) }
    }
    return result
  }

  /// The numbers from a word on, and whether a mark stands behind the last.
  private func numbers(in words: [Substring], at index: inout Int) -> (Set<Int>, isClosed: Bool) {
    var numbers: Set<Int> = []
    var last: Int?
    var isSpan = false
    while index < words.count {
      var word = words[index]
      if !Self.joints.contains(word) {
        while let first = word.first {
          if Self.dashes.contains(first) {
            isSpan = true
            word.removeFirst()
            continue
          }
          let digits = word.prefix { $0.isASCII && $0.isNumber }
          guard let number = Int(digits) else { break }
          word = word.dropFirst(digits.count)
          if isSpan, let last, last < number, number - last < Self.longest {
            numbers.formUnion(last...number)
          } else {
            numbers.insert(number)
          }
          (last, isSpan) = (number, false)
        }
        if word == words[index] { break }
        if !word.isEmpty, word != "," { return (numbers, true) }
      }
      index += 1
    }
    return (numbers, false)
  }
}
