/// The words of a sentence by their places.
struct SentenceWords {
  struct Word {
    var text: String
    var range: Range<Int>
    var isInParentheses: Bool
  }

  let scalars: [Unicode.Scalar]
  private(set) var words: [Word] = []

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
    let word = text.prefix { $0.isLetter || "’'-‑".contains($0) }
    guard let first = word.first, first.isUppercase else { return false }
    let lower = word.lowercased()
    return times.contains { lower.hasPrefix($0) } || openings.contains(lower)
      || WordForms.isDative(String(word)) || WordForms.isShortName(String(word))
      || WordForms.isInfinitive(String(word)) && !WordForms.isPerformative(lower)
      || WordForms.givesDuty(lower) || isName(text, behind: word)
      || isNominativeBody(text.split(maxSplits: 2) { $0 == " " || $0 == "\u{A0}" }.prefix(2))
  }

  /// Whether words begin with a body in the nominative, perhaps behind an adjective: «Господарський
  /// відділ».
  private static func isNominativeBody(_ words: some Collection<some StringProtocol>) -> Bool {
    guard let first = words.first?.lowercased() else { return false }
    if BodyNames.isNominative(first) { return true }
    return ["ий", "ій", "а", "е"].contains { first.hasSuffix($0) }
      && words.dropFirst().first.map { BodyNames.isNominative($0.lowercased()) } ?? false
  }

  /// Whether a body in the nominative begins behind a place, where the dative is meant: «Відділ до 1
  /// березня скласти перелік».
  func beginsWithNominative(from start: Int) -> Bool {
    Self.isNominativeBody(words.drop { $0.range.lowerBound < start }.prefix(2).map(\.text))
  }

  /// Words that a sentence begins with before it names who owes it: «У разі … керівникам …».
  private static let openings: Set<String> = [
    "за", "з", "із", "у", "в", "для", "відповідно", "згідно", "станом", "на", "при", "після",
    "всім", "усім",
    "враховуючи", "зважаючи", "кп", "ко", "дп",
  ]

  /// Whether a surname is followed by initials: «Клен І. І. до 5 лютого …».
  private static func isName(_ text: String, behind word: Substring) -> Bool {
    let rest = text[word.endIndex...].drop { $0 == " " || $0 == "\u{A0}" }
    let letters = rest.prefix(6).filter { !$0.isWhitespace }
    return letters.count > 3
      && letters.enumerated().prefix(4).allSatisfy { index, letter in
        index % 2 == 0 ? letter.isUppercase : letter == "."
      }
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
    let first = words.firstIndex { $0.range.lowerBound >= start } ?? words.endIndex
    for index in words.indices.dropLast() where index >= first {
      let (word, next) = (words[index], words[index + 1])
      let following = index + 2 < words.count ? words[index + 2].text : ""
      let between = scalars[word.range.upperBound..<next.range.lowerBound]
      let isBehindComma = between.contains(",")
      let isStop = between.first == "." && between.count > 1 && word.text.count > 3
      // «…, а управлінню справами до 15 березня …» is another's duty; «місяця, що настає за звітним» is
      // of the time itself.
      let ends =
        between.contains(";") && WordForms.isBody(next.text)
        || isBehindComma && next.text.lowercased() == "а" && WordForms.isBody(following)
        || isBehindComma && WordForms.subordinate.contains(next.text.lowercased())
          && !["настає", "передує", "йде"].contains(following.lowercased())
        || isStop && next.text.first?.isUppercase ?? false
      if ends { return word.range.upperBound }
    }
    return scalars.count
  }

  /// The place of the first infinitive outside parentheses.
  func verb(in range: Range<Int>) -> Range<Int>? {
    words.first { word in
      word.range.lowerBound >= range.lowerBound && word.range.upperBound <= range.upperBound
        && !word.isInParentheses && WordForms.isInfinitive(word.text)
    }?.range
  }

  /// Whether those begin behind a place who owe something: a noun in the dative, the abbreviation of a
  /// body, a surname with initials; within a sentence a noun in the dative that means a body or an
  /// office.
  func beginsWithDative(from start: Int) -> Bool {
    let rest = words.drop { $0.range.lowerBound < start }
    let named = rest.drop { ["всім", "усім"].contains($0.text.lowercased()) }
    guard let word = named.first else { return false }
    let isWithin = start > 0 || named.count < rest.count
    let next = named.dropFirst().first?.text
    if WordForms.isDativeAdjective(word.text), word.text.first?.isUppercase ?? false || isWithin,
      let noun = named.first(where: { !WordForms.isDativeAdjective($0.text) }),
      WordForms.isDativeNoun(noun.text)
    {
      return true
    }
    if word.text.first?.isUppercase ?? false {
      if WordForms.isShortName(word.text) { return true }
      if ["КП", "КО", "ДП"].contains(word.text) { return true }
      let initials = named.dropFirst().prefix(2)
      if initials.count == 2,
        initials.allSatisfy({ $0.text.count == 1 && $0.text == $0.text.uppercased() })
      {
        return true
      }
    }
    guard WordForms.isDative(word.text) else { return isWithin && WordForms.isBody(word.text) }
    // «Відділу», but not «Організацію»; «Клену І. П.», «Івану КЛЕНУ».
    guard ["у", "ю"].contains(word.text.last?.lowercased()), word.text != word.text.uppercased()
    else {
      return true
    }
    return WordForms.isBody(word.text) || next?.first?.isUppercase ?? false
  }

  /// Where those begin in a stretch who are named behind other words, «За результатами перевірки
  /// керівникам закладів …», by a form that is nothing but a dative; nil where none is.
  func laterDative(in range: Range<Int>) -> Int? {
    let inside = words.filter {
      range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
        && !$0.isInParentheses
    }
    guard
      var index = inside.indices.first(where: { index in
        WordForms.isBody(inside[index].text) && !WordForms.isAdjective(inside[index].text)
          && (WordForms.isDativeAlone(inside[index].text)
            || index > 0 && inside[index].text.hasSuffix("у")
              && inside[index - 1].text.hasSuffix("ому")
            || index > 0 && ["р", "року"].contains(inside[index - 1].text))
      })
    else { return nil }
    while index > 0,
      WordForms.isAdjective(inside[index - 1].text) && WordForms.isBody(inside[index - 1].text)
        || WordForms.isDativeAdjective(inside[index - 1].text)
    {
      index -= 1
    }
    return inside[index].range.lowerBound
  }

  /// Where words begin, behind those who owe it, that say how: «відповідно до …», «у межах …».
  func manner(in range: Range<Int>) -> Int? {
    let inside = words.filter { range.contains($0.range.lowerBound) }
    return inside.indices.dropFirst().first { index in
      let next = index + 1 < inside.count ? inside[index + 1].text : ""
      return switch inside[index].text {
      case "відповідно", "згідно": true
      case "у", "в": next == "межах"
      case "за": ["погодженням", "узгодженням", "участю", "сприяння"].contains(next)
      case "з", "із": ["залученням", "урахуванням", "дотриманням", "використанням"].contains(next)
      default: false
      }
    }.map { inside[$0].range.lowerBound }
  }

  /// The words behind a verb that gives a duty to somebody: «Доручити …», «Зобов’язати …».
  var charged: Int? {
    guard let first = words.first, WordForms.givesDuty(first.text.lowercased()) else { return nil }
    return first.range.upperBound
  }

  /// Whether the sentence begins with what is to be done, and the act does not do it by itself:
  /// «Провести до 5 лютого навчання», not «Затвердити план».
  var beginsWithTask: Bool {
    guard let first = words.first else { return false }
    return WordForms.isInfinitive(first.text) && !WordForms.isPerformative(first.text.lowercased())
  }

  /// Whether the sentence begins with words that name nobody yet: «У разі …», «З метою …».
  var beginsWithOpening: Bool {
    words.first.map { Self.openings.contains($0.text.lowercased()) } ?? false
  }

  /// Where those stand who are named in brackets at the end: «… (відділ обліку)».
  var bracketed: Range<Int>? {
    guard let last = words.last, last.isInParentheses,
      let open = scalars[..<last.range.lowerBound].lastIndex(of: "("),
      let close = scalars[last.range.upperBound...].firstIndex(of: ")"),
      let first = words.first(where: { $0.range.lowerBound > open }),
      BodyNames.isNominative(first.text.lowercased())
    else { return nil }
    return open + 1..<close
  }

  /// The places of those who are named in the dative, one behind another: «Відділу обліку та
  /// управлінню справами» are two, «центральним та місцевим органам» are one.
  func bodies(in range: Range<Int>) -> [Range<Int>] {
    var bodies: [Range<Int>] = []
    var start = range.lowerBound
    var isNamed = false
    // «Ірині КЛЕН, заступникові директора» is one.
    var isPerson = false
    let inside = words.filter {
      range.lowerBound <= $0.range.lowerBound && $0.range.upperBound <= range.upperBound
    }
    for (index, word) in inside.enumerated() where !word.isInParentheses {
      let isShort = WordForms.isShortName(word.text)
      let next = index + 1 < inside.count ? inside[index + 1].text : ""
      let isAdjective = WordForms.isDativeAdjective(word.text) && WordForms.isDativeNoun(next)
      let isBody = isShort || isAdjective || WordForms.isBody(word.text)
      let former = index > 0 ? inside[index - 1] : nil
      if isNamed, let former, isBody {
        let isJoined = ["та", "і", "й"].contains(former.text.lowercased())
        let between = scalars[former.range.upperBound..<word.range.lowerBound]
        if isJoined || between.contains(",") && !isPerson {
          let end = isJoined ? former.range.lowerBound : former.range.upperBound
          bodies.append(start..<end)
          (start, isNamed) = (word.range.lowerBound, false)
        }
      }
      if word.range.lowerBound == start { isPerson = !isBody }
      let isNoun =
        !WordForms.isDativeAdjective(word.text) && !WordForms.isAdjective(word.text)
      if isShort || isBody && isNoun { isNamed = true }
    }
    return bodies + [start..<range.upperBound]
  }

  /// Where the comma is that ends a clause which begins behind a place; nil where none does.
  func comma(behind place: Int) -> Int? {
    let start = words.first { $0.range.lowerBound >= place }?.range.lowerBound ?? scalars.count
    return scalars[start...].firstIndex(of: ",")
  }
}
