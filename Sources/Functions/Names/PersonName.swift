/// A person's name in whichever way it is written: «Калина Олена Петрівна», «Калина О. П.»,
/// «О. П. Калина», «Олена КАЛИНА».
package struct PersonName {
  /// A way to read a name.
  private struct Reading {
    var surname: [UInt32]
    /// The given name and what follows it, initials as such.
    var given: [(letters: [UInt32], isInitial: Bool)]

    /// The first letter of the given name; a hyphen where there is none.
    var initial: String { given.first.map { [UInt32]($0.letters.prefix(1)).text } ?? "-" }
  }

  private let readings: [Reading]

  /// Reads a name.
  package init(_ text: Span<UInt8>) {
    readings = Self.readings(of: Self.joined(NameWord.words(of: text)))
  }

  /// Whether two names can be those of one person.
  package func isSame(as other: PersonName) -> Bool {
    readings.contains { left in
      other.readings.contains { right in
        left.surname == right.surname
          && zip(left.given, right.given).allSatisfy { left, right in
            left.letters == right.letters
              || left.isInitial && right.letters.starts(with: left.letters)
              || right.isInitial && left.letters.starts(with: right.letters)
          }
      }
    }
  }

  /// Whether two names can have the same surname.
  func hasSameSurname(as other: PersonName) -> Bool {
    readings.contains { left in other.readings.contains { $0.surname == left.surname } }
  }

  /// What all ways to write a name share, for finding it among many: the surname, and the first
  /// letter of the given name.
  var key: String {
    guard let reading = readings.first else { return "" }
    return (reading.surname + [0x20] + (reading.given.first?.letters.prefix(1) ?? [])).text
  }

  /// What the name is found by among many: each surname that it may have alone, and with the first
  /// letter of the given name.
  var keys: Set<String> {
    Set(readings.flatMap { [$0.surname.text, $0.surname.text + $0.initial] })
  }

  /// The keys of those who may be the same person.
  var keysOfOthers: Set<String> {
    Set(
      readings.flatMap { reading in
        let surname = reading.surname.text
        return reading.given.isEmpty ? [surname] : [surname + reading.initial, surname + "-"]
      })
  }

  /// The words, those with a hyphen between them as one.
  private static func joined(_ words: [NameWord]) -> [NameWord] {
    guard words.contains(where: { $0.joint != .space }) else { return words }
    var result: [NameWord] = []
    for word in words {
      guard word.joint != .space, let last = result.last else {
        result.append(word)
        continue
      }
      result[result.count - 1] = NameWord(
        letters: last.letters + [0x2D] + word.letters,
        isCapital: last.isCapital && word.isCapital, hasStop: word.hasStop, joint: last.joint)
    }
    return result
  }

  private static func readings(of words: [NameWord]) -> [Reading] {
    func reading(_ surname: Range<Int>, _ given: [NameWord]) -> Reading {
      Reading(
        surname: surname.count == 1
          ? words[surname.lowerBound].letters
          : Array(words[surname].map(\.letters).joined(separator: [0x20])),
        given: given.map { ($0.letters, $0.isInitial) })
    }
    func without(_ range: Range<Int>) -> [NameWord] {
      Array(words[..<range.lowerBound] + words[range.upperBound...])
    }
    guard !words.isEmpty else { return [] }
    let full = words.indices.filter { !words[$0].isInitial }
    if full.count == 1 { return [reading(full[0]..<full[0] + 1, without(full[0]..<full[0] + 1))] }
    let capital = full.filter { words[$0].isCapital }
    if let first = capital.first, let last = capital.last, capital.count < full.count,
      last - first == capital.count - 1
    {
      return [reading(first..<last + 1, without(first..<last + 1))]
    }
    let end = words.count - 1
    let ahead = reading(0..<1, Array(words[1...]))
    let behind = reading(end..<end + 1, Array(words[..<end]))
    guard words.count > 2, words[end].isPatronymic != words[1].isPatronymic else {
      return [ahead, behind]
    }
    return [words[end].isPatronymic ? ahead : behind]
  }
}

extension NameWord {
  /// Whether it ends as patronymics do: Іванович, Ілліч, Петрівна.
  fileprivate var isPatronymic: Bool {
    Self.patronymicEnds.contains { letters.count > $0.count && letters.suffix($0.count) == $0[...] }
  }

  private static let patronymicEnds = ["вич", "ліч", "мич", "кич", "івна", "ївна", "инична"].map {
    $0.unicodeScalars.map(\.value)
  }
}

extension [UInt32] {
  /// The characters as a text.
  fileprivate var text: String {
    String(String.UnicodeScalarView(compactMap(Unicode.Scalar.init)))
  }
}
