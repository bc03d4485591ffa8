/// What the endings and beginnings of Ukrainian words say in the sentences of acts.
enum WordForms {
  /// Whether a word in the dative means a body or an office, or says which one.
  static func isBody(_ word: String) -> Bool {
    let lower = word.lowercased()
    return bodies.contains { lower.hasPrefix($0) } && datives.contains { lower.hasSuffix($0) }
      && !lower.hasSuffix("ію") && !accusatives.contains(lower)
  }

  /// Bodies in the accusative with the ending of a dative.
  static let accusatives: Set<String> = [
    "службу", "раду", "групу", "палату", "установу", "кафедру", "голову",
  ]

  /// Whether a noun can be nothing but a dative: «керівникам», and not «відділу».
  static func isDativeAlone(_ word: String) -> Bool {
    let lower = word.lowercased()
    return ["ам", "ям", "ові", "еві", "єві", "нню", "ству"].contains { lower.hasSuffix($0) }
  }

  /// Whether a verb gives what follows to somebody as a duty.
  static func givesDuty(_ verb: String) -> Bool {
    verb == "доручити" || verb.hasPrefix("зобов") && verb.hasSuffix("язати")
  }

  /// Whether the act does by itself what a verb says: such a point is nobody's duty.
  static func isPerformative(_ verb: String) -> Bool { performatives.contains(verb) }

  private static let performatives: Set<String> = [
    "затвердити", "схвалити", "погодити", "погодитися", "погодитись", "рекомендувати",
    "запропонувати", "просити", "визнати", "визначити", "внести", "унести", "установити",
    "встановити", "утворити", "створити", "ліквідувати", "скоротити", "збільшити", "зменшити",
    "об’єднати", "приєднати", "підпорядкувати", "реорганізувати", "перетворити", "скасувати",
    "зупинити", "поновити", "відновити", "призначити", "звільнити", "відсторонити", "обрати",
    "виділити", "спрямувати", "передати", "прийняти", "перейменувати", "змінити", "надати",
    "увести", "ввести", "запровадити", "започаткувати", "оголосити", "відкрити", "закрити",
    "доповнити", "викласти", "виключити", "вилучити", "вважати", "взяти", "узяти", "закріпити",
    "уповноважити", "делегувати", "припинити", "віднести", "включити", "поширити", "подовжити",
    "продовжити", "дозволити", "заборонити", "обмежити", "зарахувати", "присвоїти", "нагородити",
    "відзначити", "преміювати", "залишити", "відрядити", "перевести",
  ]

  static let bodies =
    adjectives + [
      "учител", "вчител", "завгосп", "юрисконсульт", "лікар", "інженер", "сестр", "фельдшер",
      "виховат", "помічник", "старост", "член", "викладач", "методист", "психолог", "сторож",
      "воді", "двірник", "оператор", "адміністратор", "касир", "економіст", "діловод", "референт",
      "консультант", "судд", "сторон", "фахівц", "координатор", "товариств", "організац", "клас",
      "відділ", "сектор", "управлін", "департамент", "міністерств", "служб", "коміс", "адміністрац",
      "рад", "комітет", "агентств", "інспекц", "центр", "керівник", "начальник", "завідувач",
      "голов", "заступник", "спеціаліст", "працівник", "службовц", "секретар", "директор",
      "бухгалтер", "орган", "підрозділ", "установ", "підприємств", "заклад", "архів", "канцеляр",
      "апарат", "груп", "виконавц", "прес", "лабораторі", "бюро", "офіс", "кафедр", "філі", "фонд",
      "палат", "дирекц", "мін", "держ", "укр", "нац", "бібліотек", "музе", "школ", "лікарн",
      "лісництв", "міністр", "ректор", "декан", "інспектор", "прокур", "уповноважен", "інститут",
      "університет", "академі", "коледж", "ліце", "гімназі", "дитсад", "театр", "господарств",
      "секретаріат", "казначейств", "станці", "компані", "корпораці", "асоціаці", "спілк",
      "підрядник", "постачальник", "комендант", "хранител", "завгосп", "бригад", "дільниц", "цех",
      "склад", "диспетчер", "чергов", "охорон", "гараж", "редакц", "поліклінік", "амбулатор",
    ]

  /// Words that say which body or office.
  static let adjectives = [
    "робоч", "перш", "відповідальн", "кожн", "структурн", "територіальн", "місцев", "обласн",
    "районн", "сільськ", "селищн", "міськ", "центральн", "державн", "юридичн", "фінансов", "кадров",
    "загальн", "патронатн", "головн", "комунальн", "медичн", "класн", "старш", "провідн",
    "приймальн", "виконавч", "національн", "соціальн", "навчальн",
  ]

  /// «Мінфіну», «ДСНС»: bodies in one word.
  static func isShortName(_ word: String) -> Bool {
    word.count > 2 && word == word.uppercased()
      || ["Мін", "Держ", "Укр", "Нац"].contains { word.hasPrefix($0) } && !isAdjective(word)
  }

  static func isAdjective(_ word: String) -> Bool {
    let lower = word.lowercased()
    return adjectives.contains { lower.hasPrefix($0) }
  }

  /// Whether a word may be an adjective in the dative: «Господарському», «науковій».
  static func isDativeAdjective(_ word: String) -> Bool {
    let lower = word.lowercased()
    return lower.count > 6 && !others.contains(lower)
      && ["ькому", "ному", "овому", "евому", "ькій", "ній", "овій", "евій"].contains {
        lower.hasSuffix($0)
      }
  }

  /// Whether a noun may stand in the dative behind such an adjective: «відділу», «службі».
  static func isDativeNoun(_ word: String) -> Bool {
    ["у", "ю", "ові", "еві", "єві"].contains { word.lowercased().hasSuffix($0) } || isBody(word)
  }

  /// Whether a word with a capital is a noun in the dative, or an abbreviation.
  static func isDative(_ word: String) -> Bool {
    guard word.first?.isUppercase ?? false else { return false }
    if word.count > 2, word == word.uppercased() { return true }
    let lower = word.lowercased()
    return lower.count > 3 && datives.contains { lower.hasSuffix($0) } && !others.contains(lower)
  }

  static func isInfinitive(_ word: String) -> Bool {
    let lower = word.lowercased()
    return word.count > 3 && infinitives.contains { lower.hasSuffix($0) } && !nouns.contains(lower)
  }

  static let infinitives = [
    "ати", "яти", "ити", "їти", "йти", "ути", "юти", "асти", "ести", "істи", "езти", "егти", "ягти",
    "отися", "тися", "тись", "огти", "ерти", "орти", "єти", "еїти",
  ]

  /// Nouns with the ending of a verb.
  static let nouns: Set<String> = [
    "дати", "витрати", "затрати", "виплати", "доплати", "плати", "оплати", "результати",
    "сертифікати", "мандати", "депутати", "кандидати", "кредити", "візити", "ліміти", "аудити",
    "депозити", "реквізити", "дебати", "формати", "апарати", "палати", "адвокати", "втрати",
    "квити", "гранти", "інститути", "статути", "атрибути", "маршрути", "магістрати", "агрегати",
    "експонати", "плакати", "хати",
  ]

  static let datives = [
    "у", "ю", "ові", "еві", "єві", "ам", "ям", "им", "ім", "ій", "ому", "йому", "ці", "зі", "сі",
    "ді", "ті", "бі", "ні", "рі", "лі", "ві", "мі", "ії",
  ]

  /// Words with such an ending that begin a sentence otherwise.
  static let others: Set<String> = [
    "цьому", "тому", "зокрема", "пункту", "підпункту", "абзацу", "таким", "крім", "окрім", "разом",
    "після", "цим", "цій", "зміни", "щороку", "щокварталу", "протягом", "року", "іншим", "всім",
    "контролю", "термін", "строком",
  ]

  static let subordinate: Set<String> = [
    "що", "який", "яка", "яке", "які", "якого", "якої", "яких", "яким", "якими", "якою", "якій",
    "якому", "де", "коли", "щоб", "якщо", "котрий", "котра", "котрі", "котрих", "оскільки", "аби",
  ]
}
