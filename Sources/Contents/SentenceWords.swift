/// The words of a sentence by their places.
struct SentenceWords {
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
    words.indices.compactMap { index in
      guard ["строк", "термін"].contains(words[index].text.lowercased()) else { return nil }
      return rest(behindLabel: index, ["виконання", "подання"])
    }
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
        end = word.range.upperBound
        break
      }
    }
    return start < end ? start..<end : nil
  }

  private func isLabel(_ word: String) -> Bool {
    ["Строк", "Термін", "Відповідальн", "Викона", "Контроль"].contains { word.hasPrefix($0) }
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
    "до", "не", "протягом", "упродовж", "впродовж", "у", "в", "що", "кожн", "з", "із", "починаючи",
    "терміново", "постійно", "систематично", "регулярно",
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
  func endOfClause(from start: Int) -> Int {
    for (word, next) in zip(words, words.dropFirst()) where word.range.lowerBound >= start {
      let between = scalars[word.range.upperBound..<next.range.lowerBound]
      // «…, а управлінню справами до 15 березня …» is another's duty.
      if between.contains(";"), Self.isBody(next.text) { return word.range.upperBound }
      if between.contains(","), next.text.lowercased() == "а",
        let third = words.first(where: { $0.range.lowerBound >= next.range.upperBound }),
        Self.isBody(third.text)
      {
        return word.range.upperBound
      }
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
  func verb(in range: Range<Int>) -> Range<Int>? {
    words.first { word in
      word.range.lowerBound >= range.lowerBound && word.range.upperBound <= range.upperBound
        && !word.isInParentheses && Self.isInfinitive(word.text)
    }?.range
  }

  /// Whether the first word behind a place is a noun in the dative, or the abbreviation of a body;
  /// within a sentence, whether it is one in the dative that means a body or an office.
  func beginsWithDative(from start: Int) -> Bool {
    guard
      let word = words.first(where: {
        $0.range.lowerBound >= start && !["всім", "усім"].contains($0.text.lowercased())
      })
    else { return false }
    guard Self.isDative(word.text) else { return start > 0 && Self.isBody(word.text) }
    // «Відділу», but not «Організацію»; «Клену І. П.», «Івану КЛЕНУ».
    guard ["у", "ю"].contains(word.text.last?.lowercased()), word.text != word.text.uppercased()
    else {
      return true
    }
    let isName = words.first { $0.range.lowerBound >= word.range.upperBound }?.text.first?
      .isUppercase
    return Self.isBody(word.text) || isName ?? false
  }

  /// The places of those who are named in the dative, one behind another: «Відділу обліку та
  /// управлінню справами» are two, «центральним та місцевим органам» are one.
  func bodies(in range: Range<Int>) -> [Range<Int>] {
    var bodies: [Range<Int>] = []
    var start = range.lowerBound
    var isNamed = false
    let inside = words.filter {
      range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
    }
    for (index, word) in inside.enumerated() where !word.isInParentheses {
      let isShort = Self.isShortName(word.text)
      let isBody = isShort || Self.isBody(word.text)
      let former = index > 0 ? inside[index - 1] : nil
      if isNamed, let former, isBody {
        let isJoined = ["та", "і", "й"].contains(former.text.lowercased())
        let between = scalars[former.range.upperBound..<word.range.lowerBound]
        if isJoined || between.contains(",") {
          let end = isJoined ? former.range.lowerBound : former.range.upperBound
          bodies.append(start..<end)
          (start, isNamed) = (word.range.lowerBound, false)
        }
      }
      if isShort || isBody && !Self.isAdjective(word.text) { isNamed = true }
    }
    return bodies + [start..<range.upperBound]
  }

  /// Where the comma is that ends a clause which begins behind a place; nil where none does.
  func comma(behind place: Int) -> Int? {
    let start = words.first { $0.range.lowerBound >= place }?.range.lowerBound ?? scalars.count
    return scalars[start...].firstIndex(of: ",")
  }

  /// Whether a word in the dative means a body or an office, or says which one.
  private static func isBody(_ word: String) -> Bool {
    let lower = word.lowercased()
    return bodies.contains { lower.hasPrefix($0) } && datives.contains { lower.hasSuffix($0) }
      && !lower.hasSuffix("ію") && !accusatives.contains(lower)
  }

  /// Bodies in the accusative with the ending of a dative.
  private static let accusatives: Set<String> = [
    "службу", "раду", "групу", "палату", "установу", "кафедру", "голову",
  ]

  private static let bodies =
    adjectives + [
      "відділ", "сектор", "управлін", "департамент", "міністерств", "служб", "коміс", "адміністрац",
      "рад", "комітет", "агентств", "інспекц", "центр", "керівник", "начальник", "завідувач",
      "голов",
      "заступник", "спеціаліст", "працівник", "службовц", "секретар", "директор", "бухгалтер",
      "орган", "підрозділ", "установ", "підприємств", "заклад", "архів", "канцеляр", "апарат",
      "груп", "виконавц", "прес", "лабораторі", "бюро", "офіс", "кафедр", "філі", "фонд", "палат",
      "дирекц", "мін", "держ", "укр", "нац", "бібліотек", "музе", "школ", "лікарн", "лісництв",
      "міністр", "ректор", "декан", "інспектор", "прокур", "уповноважен",
    ]

  /// Words that say which body or office.
  private static let adjectives = [
    "робоч", "перш", "відповідальн", "кожн", "структурн", "територіальн", "місцев", "обласн",
    "районн", "сільськ", "селищн", "міськ", "центральн", "державн", "юридичн", "фінансов", "кадров",
    "загальн", "патронатн", "головн",
  ]

  /// «Мінфіну», «ДСНС»: bodies in one word.
  private static func isShortName(_ word: String) -> Bool {
    word.count > 2 && word == word.uppercased()
      || ["Мін", "Держ", "Укр", "Нац"].contains { word.hasPrefix($0) } && !isAdjective(word)
  }

  private static func isAdjective(_ word: String) -> Bool {
    let lower = word.lowercased()
    return adjectives.contains { lower.hasPrefix($0) }
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
