internal import Deadlines

/// The words of the grammar with all forms that deadlines use.
package enum DeadlineLexicon {
  /// What a word means, or nil for one that is not known.
  package static func meaning(of key: WordKey) -> DeadlineWord? { words[key] }

  /// Whether a full stop behind a word belongs to it: «р.», «кв.».
  package static func isAbbreviation(_ key: WordKey) -> Bool { abbreviations.contains(key) }

  /// Whether a word is the plural of years, behind a list of their numbers.
  package static func isPluralYears(_ key: WordKey) -> Bool { pluralYears.contains(key) }

  /// Whether a word is the singular of a length, which no count but one can stand before.
  package static func isSingular(_ key: WordKey) -> Bool { singular.contains(key) }

  /// Whether a word is the plural of a length, which is none by itself: «у робочі дні».
  package static func isPlural(_ key: WordKey) -> Bool { plural.contains(key) }

  /// Whether a word is something that lasts: «протягом роботи комісії».
  package static func isLasting(_ key: WordKey) -> Bool { lasting.contains(key) }

  /// Whether a word is an act that a term may count from: «цього розпорядження».
  package static func isAct(_ key: WordKey) -> Bool { acts.contains(key) }

  /// Whether a word says that something follows another: «далі – щокварталу».
  package static func isSequel(_ key: WordKey) -> Bool { sequels.contains(key) }

  /// Whether a word points at the act itself: «цим розпорядженням».
  package static func isThis(_ key: WordKey) -> Bool { these.contains(key) }

  /// Whether a word says that an act is made: «з дня прийняття».
  package static func isMaking(_ key: WordKey) -> Bool { making.contains(key) }

  /// Whether a word says that something ends: «після закінчення кварталу».
  package static func isEnding(_ key: WordKey) -> Bool { endings.contains(key) }

  /// Whether a month stands in the genitive, as behind the number of a day.
  package static func isGenitiveMonth(_ key: WordKey) -> Bool { genitiveMonths.contains(key) }

  /// «а»: a conjunction, and the letter of a subpoint.
  package static let letterA = WordKey("а")
  /// «затвердження» of «затвердження плану».
  package static let approval = WordKey("затвердження")
  /// «плану» behind it.
  package static let plan = WordKey("плану")
  /// «набрання» of «набрання чинності», the entry into force.
  package static let entry = WordKey("набрання")
  /// «чинності» behind it.
  package static let force = WordKey("чинності")

  /// All words with more than three letters, for the help about one that is misspelled.
  static let spelled: [String] = {
    let words = table.flatMap { forms, _ in forms.split(separator: " ").map(String.init) }
    return (words + monthNames).filter { $0.count > 3 }
  }()

  /// The names of months in all their forms, and the first letters that stand for them.
  static let monthNames = monthForms.flatMap { stem, endings in
    endings.split(separator: "|", omittingEmptySubsequences: false).map { stem + $0 }
  }

  private static func keys(_ words: String) -> Set<WordKey> {
    Set(words.split(separator: " ").map { WordKey($0) })
  }

  private static let abbreviations = keys(
    "пост пн вт ср чт пт сб нд р рр кв п ц н д дн к кал роб міс тиж год хв пів півр січ лют бер берез квіт трав черв лип "
      + "серп вер верес жовт листоп груд кварт щоміс щокв щокварт щотиж")
  private static let pluralYears = keys("роки років роках роками рр")
  private static let plural = keys(
    "дні днів днях тижні тижнів місяці місяців роки років годин")
  private static let lasting = keys(
    "дії роботи навчання перебування функціонування чергування існування підготовки кампанії "
      + "карантину відпустки відрядження канікул зміни сесії експерименту ярмарку табору "
      + "випробування стажування практики ремонту рейсу польоту огляду перевірки обстеження "
      + "виконання проведення")
  private static let singular = keys("день тиждень місяць рік година")
  private static let acts = keys(
    "розпорядження розпорядженням постанови постановою наказу наказом рішення рішенням акта актом")
  private static let sequels = keys("далі надалі потім згодом подальшому після")
  private static let these = keys("цим цього цієї цією")
  private static let endings = keys("закінчення завершення")
  private static let genitiveMonths = keys(
    "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня")
  private static let making = keys("прийняття видання підписання")

  private static let words: [WordKey: DeadlineWord] = {
    var words: [WordKey: DeadlineWord] = [:]
    words.reserveCapacity(1200)
    let add = { (forms: String, word: DeadlineWord) in
      var key = WordKey()
      for scalar in forms.unicodeScalars {
        if scalar == " " {
          words[key] = word
          key = WordKey()
        } else if WordKey.code(of: scalar.value) != 0 {
          key.append(WordKey.code(of: scalar.value))
        }
      }
      words[key] = word
    }
    for (forms, word) in table { add(forms, word) }
    for (number, (stem, endings)) in monthForms.enumerated() {
      for ending in endings.split(separator: "|", omittingEmptySubsequences: false) {
        add(stem + ending, .month(number + 1))
      }
    }
    for (prefix, count) in [("", 1)] + counts {
      for (stem, unit) in lengths {
        for ending in ["ий", "ого", "ому"] {
          add(prefix + stem + ending, prefix.isEmpty ? .daysLong(unit) : .long(count, unit))
        }
      }
    }
    return words
  }()

  private static let monthForms: [(String, String)] = [
    ("січ", "ень|ня|ню|нем|ні|"), ("лют", "ий|ого|ому|им|"),
    ("бер", "езень|езня|езню|езнем|езні|ез|"),
    ("квіт", "ень|ня|ню|нем|ні|"), ("трав", "ень|ня|ню|нем|ні|"), ("черв", "ень|ня|ню|нем|ні|"),
    ("лип", "ень|ня|ню|нем|ні|"), ("серп", "ень|ня|ню|нем|ні|"),
    ("вер", "есень|есня|есню|еснем|есні|ес|"),
    ("жовт", "ень|ня|ню|нем|ні|"), ("лист", "опад|опада|опаду|опадом|опаді|оп"),
    ("груд", "ень|ня|ню|нем|ні|"),
  ]

  /// «десятиденний», «двомісячний»: the beginnings, and the units at their end.
  private static let counts = [
    ("одно", 1), ("дво", 2), ("три", 3), ("чотири", 4), ("п’яти", 5), ("шести", 6), ("семи", 7),
    ("восьми", 8), ("дев’яти", 9), ("десяти", 10), ("чотирнадцяти", 14), ("п’ятнадцяти", 15),
    ("двадцяти", 20), ("тридцяти", 30), ("шістдесяти", 60),
  ]
  private static let lengths: [(String, TimeUnit)] = [
    ("денн", .day), ("тижнев", .week), ("місячн", .month), ("річн", .year),
  ]

  private static let table: [(String, DeadlineWord)] =
    numbers + units + days + relations + conditions
}
