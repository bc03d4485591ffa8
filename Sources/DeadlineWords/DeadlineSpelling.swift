internal import Deadlines
internal import Diagnostics

/// Finds the right word for one of a deadline that is misspelled or of another language.
package enum DeadlineSpelling {
  /// The word that was most likely meant by the first one in a text that the grammar does not know;
  /// nil where none is near any of the first of them.
  package static func correction(in text: String) -> String? {
    var lexer = DeadlineLexer(text)
    let tokens = lexer.read().tokens
    var wordsLeft = 8
    for (index, token) in tokens.enumerated() {
      let isBeforeQuarter =
        index + 1 < tokens.count && tokens[index + 1].kind == .word(.unit(.quarter))
      if isBeforeQuarter, let numeral = numerals[token.key] { return numeral }
      if index + 1 < tokens.count, let number = withZero(token, tokens[index + 1]) { return number }
      guard token.kind == .unknownWord, token.key != about else { continue }
      if let word = others[token.key] { return word }
      let written = lexer.text(in: token.start..<token.end)
      let typed = inOtherLayout(written)
      if written.unicodeScalars.allSatisfy(\.isASCII), DeadlineLexicon.spelled.contains(typed) {
        return typed
      }
      wordsLeft -= 1
      guard wordsLeft >= 0 else { return nil }
      if written.unicodeScalars.count > 3,
        let near = nearestName(to: written, among: DeadlineLexicon.spelled)
      {
        return near
      }
    }
    return nil
  }

  /// Whether a word of a text is most likely the name of a month with a slip in it.
  package static func mayBeMonth(in text: String) -> Bool {
    // «звіт» is no «квіт.».
    let names = DeadlineLexicon.monthNames.filter { $0.count > 4 }
    return text.split(separator: " ").contains { nearestName(to: String($0), among: names) != nil }
  }

  /// «10» for «1О»: a number and the letter in place of a nought right behind it.
  private static func withZero(_ token: DeadlineToken, _ next: DeadlineToken) -> String? {
    guard case .number(let number) = token.kind, next.key == letterO, !next.hasSpaceBefore,
      next.end == next.start + 1
    else { return nil }
    return "\(number)0"
  }

  private static let letterO = WordKey("о")

  /// «щодо», which is no slip for «щодоби».
  private static let about = WordKey("щодо")

  /// Letters that stand for a Roman numeral where it was copied or scanned.
  private static let numerals = [WordKey("ш"): "III", WordKey("п"): "II", WordKey("у"): "V"]

  private static let others: [WordKey: String] = {
    let words = [
      ("января", "січня"), ("февраля", "лютого"), ("марта", "березня"), ("апреля", "квітня"),
      ("мая", "травня"), ("июня", "червня"), ("июля", "липня"), ("августа", "серпня"),
      ("сентября", "вересня"), ("октября", "жовтня"), ("ноября", "листопада"),
      ("декабря", "грудня"), ("январь", "січень"), ("февраль", "лютий"), ("март", "березень"),
      ("апрель", "квітень"), ("май", "травень"), ("июнь", "червень"), ("июль", "липень"),
      ("август", "серпень"), ("сентябрь", "вересень"), ("октябрь", "жовтень"),
      ("ноябрь", "листопад"), ("декабрь", "грудень"), ("ежемесячно", "щомісяця"),
      ("ежеквартально", "щокварталу"), ("ежегодно", "щороку"), ("постоянно", "постійно"),
      ("течение", "протягом"), ("течении", "протягом"), ("года", "року"), ("год", "рік"),
      ("поквартала", "щокварталу"), ("квартально", "щокварталу"),
    ]
    return Dictionary(words.map { (WordKey($0.0[...]), $0.1) }) { first, _ in first }
  }()
}
