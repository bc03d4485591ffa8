/// A text with a comment behind it in its line, which may have been meant as a part of the text:
/// `Агентство #5`, `наказ # 12`.
package struct CutText {
  private let before: String
  private let spaces: Int
  private let comment: String

  /// - Parameters:
  ///   - before: the text; empty for a value that is no text, and ends where it ends.
  ///   - spaces: how many spaces stand before the comment.
  ///   - comment: the comment with its sign.
  package init(before: String, spaces: Int, comment: String) {
    self.before = before
    self.spaces = spaces
    self.comment = comment
  }

  /// Whether a word stands right behind the sign, as in no comment of people.
  package var isGlued: Bool {
    let next = comment.unicodeScalars.dropFirst().first
    return next.map { $0.properties.isAlphabetic || Self.isDigit($0) } ?? false
  }

  /// Whether the comment was probably meant as a part of the text.
  package var isProbable: Bool {
    if isGlued { return true }
    guard comment.unicodeScalars.dropFirst().first == " ",
      let last = before.split(whereSeparator: \.isWhitespace).last
    else { return false }
    if Self.unfinished.contains(last.lowercased()) || isOpen { return true }
    let words = comment.dropFirst().split(whereSeparator: \.isWhitespace)
    guard let next = words.first else { return false }
    if isNumber(next) {
      return Self.numbered.contains(last.lowercased())
        || spaces == 1 && !Self.times.contains(where: last.lowercased().hasPrefix)
    }
    return spaces == 1 && isCount(last) && Self.counted.contains(where: next.hasSuffix)
  }

  /// Whether a bracket or a quotation mark of the text is still open.
  private var isOpen: Bool {
    [("(", ")"), ("«", "»"), ("„", "“")].contains { (open: Character, close: Character) in
      before.count { $0 == open } > before.count { $0 == close }
    }
  }

  /// Whether a word is a number as things are told by: `5`, `12-р`, `3/2`; no date, no year and no
  /// number of a list.
  private func isNumber(_ word: Substring) -> Bool {
    let digits = word.prefix { $0.unicodeScalars.allSatisfy(Self.isDigit) }
    guard !digits.isEmpty, !isYear(digits), before.contains(where: \.isLetter) else { return false }
    let rest = word[digits.endIndex...]
    return rest.allSatisfy { "-–/,;".contains($0) || $0.isLetter || $0.isNumber }
  }

  /// Whether a word ends a text as the number of the things that follow, which no text ends with.
  private func isCount(_ word: Substring) -> Bool {
    word.unicodeScalars.allSatisfy(Self.isDigit) && !isYear(word)
      && before.contains(where: \.isWhitespace)
  }

  private func isYear(_ word: Substring) -> Bool {
    word.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20"))
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }

  /// Words that no text ends with.
  private static let unfinished: Set<String> = [
    "№", "з", "із", "зі", "у", "в", "до", "на", "за", "від", "про", "для", "при", "та", "і", "й",
    "або", "чи", "щодо", "згідно", "крім", "між", "над", "під", "після", "через", "що", "які",
  ]

  /// What has a number, and is often called by it.
  private static let numbered: Set<String> = [
    "форма", "форму", "форми", "формою", "формі", "наказ", "наказу", "наказом", "лист", "листа",
    "листом", "листу", "додаток", "додатка", "додатку", "додатком", "протокол", "протоколу",
    "постанова", "постанови", "постановою", "рішення", "рішенням", "розпорядження", "закон",
    "закону", "справа", "справи", "справу", "фонд", "фонду", "опис", "опису", "акт", "акта", "акту",
    "школа", "школи", "кабінет", "кабінету", "пункт", "пункту", "розділ", "розділу", "таблиця",
    "таблиці", "договір", "договору", "відділ", "відділу", "сектор", "група",
  ]

  /// The beginnings of words that end a deadline, behind which nothing has a number.
  private static let times = [
    "січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "листоп", "груд",
    "рок", "рік", "р.", "кварт", "півр", "щокварт", "щоміс", "щорок", "днів", "дня", "постійно",
  ]

  /// The ends of words behind a number: «документів», «статей», «справ».
  private static let counted = ["ів", "їв", "ей", "ань", "ень", "рав", "сіб", "ок", "%", "ин"]
}
