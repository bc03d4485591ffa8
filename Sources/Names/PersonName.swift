/// A person's name in whichever way it is written: «Калина Олена Петрівна», «Калина О. П.»,
/// «О. П. Калина», «Олена КАЛИНА».
package struct PersonName {
  private let words: [NameWord]
  /// The ways to read the name: the words of its surname. All others are the given name and what
  /// follows it.
  private let surnames: [Range<Int>]

  /// Reads a name.
  package init(_ text: Span<UInt8>) {
    words = Self.joined(NameWord.words(of: text))
    surnames = Self.surnames(in: words)
  }

  /// Whether two names can be those of one person.
  package func isSame(as other: PersonName) -> Bool {
    surnames.contains { own in
      other.surnames.contains { others in
        isSurname(own, the: others, of: other)
          && areGivenNames(besides: own, those: others, of: other)
      }
    }
  }

  /// Whether two names can have the same surname.
  package func hasSameSurname(as other: PersonName) -> Bool {
    surnames.contains { own in
      other.surnames.contains { isSurname(own, the: $0, of: other) }
    }
  }

  private func isSurname(_ own: Range<Int>, the others: Range<Int>, of other: PersonName) -> Bool {
    own.count == others.count
      && zip(own, others).allSatisfy { words[$0].letters == other.words[$1].letters }
  }

  /// Whether given names can be the same, as far as both are given; initials stand for names.
  private func areGivenNames(
    besides own: Range<Int>, those others: Range<Int>, of other: PersonName
  ) -> Bool {
    zip(given(besides: own), other.given(besides: others)).allSatisfy { left, right in
      left.letters == right.letters
        || left.isInitial(of: right) || right.isInitial(of: left)
    }
  }

  /// The given names that are written out, two or more, by each way to read the name.
  var fullGivenNames: [[[UInt32]]] {
    surnames.map { Array(given(besides: $0)) }
      .filter { names in names.count > 1 && !names.contains(where: \.isInitial) }
      .map { $0.map(\.letters) }
  }

  private func given(besides surname: Range<Int>) -> some Sequence<NameWord> {
    words.indices.lazy.filter { !surname.contains($0) }.map { words[$0] }
  }

  /// What all ways to write a name share, for finding it among many: the surname, and the first
  /// letter of the given name.
  package var key: String {
    guard let surname = surnames.first else { return "" }
    let given = given(besides: surname).first { _ in true }
    return (letters(of: surname) + [0x20] + (given?.letters.prefix(1) ?? [])).text
  }

  /// What the name is found by among many: each surname that it may have alone, and with the first
  /// letter of the given name.
  package var keys: Set<String> {
    Set(
      surnames.flatMap { surname in
        let text = letters(of: surname).text
        return [text, text + (initial(besides: surname) ?? "-")]
      })
  }

  /// The keys of those who may be the same person.
  package var keysOfOthers: Set<String> {
    Set(
      surnames.flatMap { surname in
        let text = letters(of: surname).text
        return initial(besides: surname).map { [text + $0, text + "-"] } ?? [text]
      })
  }

  private func letters(of surname: Range<Int>) -> [UInt32] {
    Array(words[surname].map(\.letters).joined(separator: [0x20]))
  }

  /// The first letter of the given name; nil where there is none.
  private func initial(besides surname: Range<Int>) -> String? {
    given(besides: surname).first { _ in true }.map { [UInt32]($0.letters.prefix(1)).text }
  }

  /// The words, those with a hyphen between them as one.
  private static func joined(_ words: [NameWord]) -> [NameWord] {
    guard words.contains(where: { $0.joint != .space }) else { return words }
    var result: [NameWord] = []
    for word in words {
      guard word.joint != .space, !result.isEmpty else {
        result.append(word)
        continue
      }
      result[result.count - 1].add(word)
    }
    return result
  }

  private static func surnames(in words: [NameWord]) -> [Range<Int>] {
    guard !words.isEmpty else { return [] }
    let full = words.indices.filter { !words[$0].isInitial }
    if full.count == 1 { return [full[0]..<full[0] + 1] }
    let capital = full.filter { words[$0].isCapital }
    if let first = capital.first, let last = capital.last, capital.count < full.count,
      last - first == capital.count - 1
    {
      return [first..<last + 1]
    }
    let end = words.count - 1
    let (ahead, behind) = (0..<1, end..<end + 1)
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
