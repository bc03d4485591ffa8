/// Whether words go on with those before them, or begin anew.
package enum TextContinuation {
  /// Whether a line looks like the beginning of a new item, behind a line that was whole.
  ///
  /// A capital letter alone says little, for names have one, too; the beginnings of results and
  /// measures have endings of their own: «Зареєстровано», «Провести», «Навчання».
  package static func looksForgotten(_ line: some StringProtocol, after before: String) -> Bool {
    guard let first = line.unicodeScalars.first, first.properties.isUppercase,
      let word = line.split(whereSeparator: \.isWhitespace).first, word.count >= 5,
      beginnings.contains(where: word.lowercased().hasSuffix),
      let last = before.split(whereSeparator: \.isWhitespace).last,
      let end = last.unicodeScalars.last
    else { return false }
    return !",–—-:«(\"".unicodeScalars.contains(end)
      && (last.count > 3 || !end.properties.isAlphabetic)
  }

  private static let beginnings = [
    "но", "то", "ти", "тися", "ння", "ття", "ції", "ція", "ність", "вка", "рка",
  ]

  /// Whether a comma has split one text in two: the second goes on as only the rest of a sentence
  /// does.
  ///
  /// - Parameter areSentences: whether the texts are sentences, and not names.
  package static func isSplit(_ text: String, _ rest: String, areSentences: Bool) -> Bool {
    let words = rest.split { $0.isWhitespace || $0 == "," }
    guard let first = rest.unicodeScalars.first, first.properties.isLowercase,
      let word = words.first
    else { return false }
    guard text.unicodeScalars.first?.properties.isUppercase ?? false else { return false }
    if joining.contains(String(word)) { return true }
    guard areSentences,
      text.split(whereSeparator: \.isWhitespace).count >= 3
    else { return false }
    return !";.:!?".contains(text.last ?? ".")
  }

  /// Whether a word joins what follows to a sentence, as prepositions do.
  package static func joins(_ word: String) -> Bool { joining.contains(word) }

  private static let joining: Set<String> = [
    "що", "щоб", "який", "яка", "яке", "які", "якого", "якої", "яких", "якому", "якій", "якщо",
    "та", "і", "й", "а", "але", "або", "чи", "де", "коли", "зокрема", "крім", "зокрема:", "тобто",
    "у", "в", "з", "із", "за", "до", "на", "про", "для", "від", "при", "після", "включаючи",
  ]
}
