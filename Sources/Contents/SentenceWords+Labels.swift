/// What stands behind labels: «Строк виконання – …», «Відповідальні: …».
extension SentenceWords {
  /// Whether a text may say somewhere «Строк: …» or «Відповідальний – …».
  static func mayHaveLabels(_ text: [Unicode.Scalar]) -> Bool {
    text.indices.contains { index in
      // Few letters come before «рок», «рмін», «пові».
      switch text[index] {
      case "р", "п": parts.contains { text[index...].starts(with: $0) }
      default: false
      }
    }
  }

  private static let parts = ["рок", "рмін", "повідальн"].map { Array($0.unicodeScalars) }

  /// Where the times stand behind «Строк виконання –», each to the end of its sentence.
  var deadlineLabels: [Range<Int>] {
    words.indices.filter { ["строк", "термін"].contains(words[$0].text.lowercased()) }
      .prefix(Self.labelLimit).compactMap { rest(behindLabel: $0, ["виконання", "подання"]) }
  }

  /// Where those stand who are named behind «Відповідальні –».
  var executorLabel: Range<Int>? {
    for index in words.indices
    where ["відповідальний", "відповідальна", "відповідальні", "виконавець", "виконавці"].contains(
      words[index].text.lowercased())
    {
      if let range = rest(behindLabel: index, ["за", "виконання"]) { return range }
    }
    return nil
  }

  /// What stands behind a label and its colon or dash, to the end of the sentence.
  private func rest(behindLabel index: Int, _ more: Set<String>) -> Range<Int>? {
    var last = index
    while last + 1 < words.count, more.contains(words[last + 1].text.lowercased()) { last += 1 }
    var place = words[last].range.upperBound
    while place < scalars.count, scalars[place].properties.isWhitespace { place += 1 }
    guard place < scalars.count, ":–—-".unicodeScalars.contains(scalars[place]) else { return nil }
    let start = place + 1
    var end = scalars.count
    for (word, next) in zip(words, words.dropFirst()) where word.range.lowerBound >= start {
      let between = scalars[word.range.upperBound..<next.range.lowerBound]
      if between.contains(";") || between.contains(".") && isLabel(next.text) {
        // The full stop of initials is theirs.
        end = word.range.upperBound + (word.text.count == 1 ? 1 : 0)
        break
      }
    }
    return start < end ? start..<end : nil
  }

  /// How many such words of a sentence are looked behind.
  private static let labelLimit = 16

  private func isLabel(_ word: String) -> Bool {
    ["Строк", "Термін", "Відповідальн", "Викона", "Контроль"].contains { word.hasPrefix($0) }
  }
}
