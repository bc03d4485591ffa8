internal import Deadlines

/// What the sentence of a point says by itself: who must do something, and by when.
///
/// «Відділу постачання до 10.02.2027 переписати шафи» names the one who owes it in the dative at its
/// beginning, and the time beside the verb. Only the main clause is read: what stands behind «, що»
/// or «, які» speaks of other things.
package struct DutySentence {
  /// The words for who owes it, as they stand there; nil where the sentence begins with none.
  package private(set) var executor: String?
  /// The words for when, each as it stands there.
  package private(set) var deadlines: [String] = []

  private let scalars: [Unicode.Scalar]

  /// Reads a sentence.
  ///
  /// - Parameter hasExecutor: whether somebody owes what the sentence says who is named elsewhere; a
  ///   sentence that nobody owes («Продовжити до 1 березня …») sets no duty.
  package init(_ text: String, hasExecutor: Bool) {
    scalars = Array(text.unicodeScalars)
    guard hasExecutor || Words.mayBeginDuty(text) else { return }
    let words = Words(scalars)
    let end = words.endOfMainClause
    let verb = words.verb(before: end)
    // A sentence without a verb is the beginning of those below it: «Міністерствам:».
    guard verb != nil || words.endsWithColon else { return }
    let scanner = DeadlineScanner(text)
    let before = scanner.phrases(in: 0..<(verb?.lowerBound ?? end), .beforeVerb)
    var found = before
    if let verb { found += scanner.phrases(in: verb.upperBound..<end, .behindVerb) }
    executor = self.executor(words, before, verb?.lowerBound ?? end)
    guard executor != nil || hasExecutor else { return }
    deadlines = found.map { string($0.lowerBound, $0.upperBound) }
  }

  private func executor(_ words: Words, _ phrases: [Range<Int>], _ end: Int) -> String? {
    var start = 0
    var end = end
    for phrase in phrases {
      if string(start, phrase.lowerBound).allSatisfy({ !$0.isLetter }) {
        start = phrase.upperBound
      } else {
        end = min(end, phrase.lowerBound)
      }
    }
    guard start < end, words.beginsWithDative(from: start) else { return nil }
    let text = string(start, end).trimmed
    return text.isEmpty || text.split(separator: " ").count > 30 ? nil : text
  }

  private func string(_ start: Int, _ end: Int) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[start..<max(start, end)])
    return String(view)
  }
}

/// The words of a sentence by their places.
private struct Words {
  private struct Word {
    var text: String
    var range: Range<Int>
    var isInParentheses: Bool
  }

  private let scalars: [Unicode.Scalar]
  private var words: [Word] = []

  init(_ scalars: [Unicode.Scalar]) {
    self.scalars = scalars
    var depth = 0
    var index = 0
    while index < scalars.count {
      switch scalars[index] {
      case "(": depth += 1
      case ")": depth -= 1
      default: break
      }
      let start = index
      var text = ""
      while index < scalars.count, Self.isLetter(scalars, index) {
        text.unicodeScalars.append(scalars[index])
        index += 1
      }
      if index > start {
        words.append(Word(text: text, range: start..<index, isInParentheses: depth > 0))
      } else {
        index += 1
      }
    }
  }

  /// Whether a text may begin with the one who owes it, or with the time: most points of acts
  /// («Затвердити …») do neither, and are read no further.
  static func mayBeginDuty(_ text: String) -> Bool {
    let word = text.prefix { $0.isLetter || $0 == "’" || $0 == "'" }
    guard let first = word.first, first.isUppercase else { return false }
    let lower = word.lowercased()
    return times.contains { lower.hasPrefix($0) } || isDative(String(word))
  }

  private static let times = [
    "до", "не", "протягом", "упродовж", "впродовж", "у", "в", "що", "кожн",
  ]

  /// Letters, and apostrophes and hyphens between them.
  private static func isLetter(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    if scalars[index].properties.isAlphabetic { return true }
    guard index > 0, index + 1 < scalars.count, "’'ʼ-‑".unicodeScalars.contains(scalars[index])
    else { return false }
    return scalars[index - 1].properties.isAlphabetic && scalars[index + 1].properties.isAlphabetic
  }

  var endsWithColon: Bool {
    scalars.last { !$0.properties.isWhitespace } == ":"
  }

  /// Where the sentence ends, or a clause about something else begins.
  var endOfMainClause: Int {
    for (word, next) in zip(words, words.dropFirst()) {
      let between = scalars[word.range.upperBound..<next.range.lowerBound]
      if between.contains(","), Self.subordinate.contains(next.text.lowercased()),
        !saysWhichMonth(behind: next.range.upperBound)
      {
        return word.range.upperBound
      }
      let isStop = between.first == "." && between.count > 1 && word.text.count > 3
      if isStop, next.text.first?.isUppercase ?? false { return word.range.upperBound }
    }
    return scalars.count
  }

  /// «місяця, що настає за звітним» is of the time itself.
  private func saysWhichMonth(behind place: Int) -> Bool {
    words.first { $0.range.lowerBound >= place }.map {
      ["настає", "передує", "йде"].contains($0.text.lowercased())
    } ?? false
  }

  /// The place of the first infinitive outside parentheses.
  func verb(before end: Int) -> Range<Int>? {
    words.first { word in
      word.range.upperBound <= end && !word.isInParentheses && Self.isInfinitive(word.text)
    }?.range
  }

  /// Whether the first word behind a place is a noun in the dative, or the abbreviation of a body.
  func beginsWithDative(from start: Int) -> Bool {
    guard let word = words.first(where: { $0.range.lowerBound >= start }) else { return false }
    return Self.isDative(word.text)
  }

  /// Whether a word with a capital is a noun in the dative, or an abbreviation.
  private static func isDative(_ word: String) -> Bool {
    guard word.first?.isUppercase ?? false else { return false }
    if word.count > 2, word == word.uppercased() { return true }
    let lower = word.lowercased()
    return lower.count > 3 && datives.contains { lower.hasSuffix($0) } && !others.contains(lower)
  }

  private static func isInfinitive(_ word: String) -> Bool {
    let lower = word.lowercased()
    return word.count > 3 && infinitives.contains { lower.hasSuffix($0) } && !nouns.contains(lower)
  }

  private static let infinitives = [
    "ати", "яти", "ити", "їти", "йти", "ути", "юти", "асти", "ести", "істи", "езти", "егти", "ягти",
    "отися", "тися",
    "тись", "огти", "ерти", "орти", "єти", "еїти",
  ]

  /// Nouns with the ending of a verb.
  private static let nouns: Set<String> = [
    "дати", "витрати", "затрати", "виплати", "доплати", "плати", "оплати", "результати",
    "сертифікати", "мандати", "депутати", "кандидати", "кредити", "візити", "ліміти", "аудити",
    "депозити", "реквізити", "дебати", "формати", "апарати", "палати", "адвокати",
    "втрати", "квити", "гранти", "інститути", "статути", "атрибути", "маршрути",
    "магістрати", "агрегати", "експонати", "плакати", "хати",
  ]

  private static let datives = [
    "у", "ю", "ові", "еві", "єві", "ам", "ям", "им", "ім", "ій", "ому", "йому", "ці", "зі", "сі",
    "ді", "ті", "бі", "ні", "рі", "лі", "ві", "мі", "ії",
  ]

  /// Words with such an ending that begin a sentence otherwise.
  private static let others: Set<String> = [
    "цьому", "тому", "зокрема", "пункту", "підпункту", "абзацу", "таким", "крім", "окрім", "разом",
    "після", "цим", "цій", "зміни", "щороку", "щокварталу", "протягом", "року", "іншим", "всім",
    "контролю", "термін", "строком",
  ]

  private static let subordinate: Set<String> = [
    "що", "який", "яка", "яке", "які", "якого", "якої", "яких", "яким", "якими", "якою", "якій",
    "якому", "де", "коли", "щоб", "якщо", "котрий", "котра", "котрі", "котрих", "оскільки", "аби",
  ]
}

extension String {
  /// The text without the marks and white space at its ends.
  fileprivate var trimmed: String {
    let isMark = { (character: Character) in character.isWhitespace || ",:;–—-".contains(character)
    }
    guard let first = firstIndex(where: { !isMark($0) }),
      let last = lastIndex(where: { !isMark($0) })
    else { return "" }
    return String(self[first...last])
  }
}
