/// The words of the grammar with all forms that deadlines use.
enum DeadlineLexicon {
  /// What a word means, or nil for one that is not known.
  static func meaning(of key: WordKey) -> DeadlineWord? { words[key] }

  /// Whether a full stop behind a word belongs to it: «р.», «кв.».
  static func isAbbreviation(_ word: DeadlineWord, _ key: WordKey) -> Bool {
    switch word {
    case .yearMark, .thisMark: true
    case .unit(.quarter): key == quarterMark
    default: false
    }
  }

  private static let quarterMark = WordKey("кв")

  private static let words: [WordKey: DeadlineWord] = {
    var words: [WordKey: DeadlineWord] = [:]
    words.reserveCapacity(700)
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
    for (number, (stem, endings)) in months.enumerated() {
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

  private static let months: [(String, String)] = [
    ("січ", "ень|ня|ню|нем|ні"), ("лют", "ий|ого|ому|им"), ("берез", "ень|ня|ню|нем|ні"),
    ("квіт", "ень|ня|ню|нем|ні"), ("трав", "ень|ня|ню|нем|ні"), ("черв", "ень|ня|ню|нем|ні"),
    ("лип", "ень|ня|ню|нем|ні"), ("серп", "ень|ня|ню|нем|ні"), ("верес", "ень|ня|ню|нем|ні"),
    ("жовт", "ень|ня|ню|нем|ні"), ("листопад", "|а|у|ом|і"), ("груд", "ень|ня|ню|нем|ні"),
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

  private static let table: [(String, DeadlineWord)] = numbers + units + relations + conditions

  private static let numbers: [(String, DeadlineWord)] = [
    ("і", .loneI), ("іі", .roman(2)), ("ііі", .roman(3)), ("іv іу", .roman(4)),
    ("перший перше перша першого першому першої першій першу", .ordinal(1)),
    ("другий друге друга другого другому другої другій другу", .ordinal(2)),
    ("третій третє третя третього третьому третьої третю", .ordinal(3)),
    ("четвертий четвертого четвертому", .ordinal(4)),
    ("й ий го ого му ому ше ге е є ій ої ти х тих ми м я ша га тя а", .ordinalSuffix),
    ("один одного одна однієї одну одне", .cardinal(1)), ("два двох дві двома", .cardinal(2)),
    ("три трьох", .cardinal(3)), ("чотири чотирьох", .cardinal(4)),
    ("п’ять п’яти п’ятьох", .cardinal(5)), ("шість шести шістьох", .cardinal(6)),
    ("сім семи сімох", .cardinal(7)), ("вісім восьми вісьмох", .cardinal(8)),
    ("дев’ять дев’яти", .cardinal(9)), ("десять десяти десятьох", .cardinal(10)),
    ("одинадцять одинадцяти", .cardinal(11)), ("дванадцять дванадцяти", .cardinal(12)),
    ("тринадцять тринадцяти", .cardinal(13)), ("чотирнадцять чотирнадцяти", .cardinal(14)),
    ("п’ятнадцять п’ятнадцяти", .cardinal(15)), ("шістнадцять шістнадцяти", .cardinal(16)),
    ("сімнадцять сімнадцяти", .cardinal(17)), ("вісімнадцять вісімнадцяти", .cardinal(18)),
    ("дев’ятнадцять дев’ятнадцяти", .cardinal(19)), ("двадцять двадцяти", .cardinal(20)),
    ("тридцять тридцяти", .cardinal(30)), ("сорок сорока", .cardinal(40)),
    ("п’ятдесят п’ятдесяти", .cardinal(50)), ("шістдесят шістдесяти", .cardinal(60)),
    ("дев’яносто дев’яноста", .cardinal(90)),
  ]

  private static let units: [(String, DeadlineWord)] = [
    ("день дня днів дні днем дню", .unit(.day)), ("тиждень тижня тижнів тижні", .unit(.week)),
    ("місяць місяця місяців місяці місяцем", .unit(.month)),
    ("квартал кварталу кварталі кварталом квартали кварталів кварталах кв", .unit(.quarter)),
    ("півріччя півріччі півріччям піврічь півріч півроку піврік", .unit(.halfYear)),
    ("рік року році роком роки років роках роками", .unit(.year)),
    ("половина половини половині половину", .half), ("числа число чисел", .dayOfMonth),
    ("декада декади декаді декаду", .decade), ("період періоду періоді періодом", .period),
    ("р рр", .yearMark), ("п ц", .thisMark),
    ("щодня щоденно", .every(.day)), ("щотижня щотижнево", .every(.week)),
    ("щомісяця щомісячно", .every(.month)), ("щокварталу щоквартально", .every(.quarter)),
    ("щопівроку щопіврічно щопівріччя", .every(.halfYear)), ("щороку щорічно", .every(.year)),
    ("щопонеділка", .weekday(1)), ("щовівторка", .weekday(2)), ("щосереди", .weekday(3)),
    ("щочетверга", .weekday(4)), ("щоп’ятниці", .weekday(5)), ("щосуботи", .weekday(6)),
    ("щонеділі", .weekday(7)),
    ("кожен кожний кожного кожному кожне кожної кожну кожні кожних", .each),
    ("раз рази разу разів", .time), ("двічі", .times(2)), ("тричі", .times(3)),
    ("робочий робочого робочі робочих", .working),
    ("календарний календарного календарні календарних", .calendar),
  ]

  private static let relations: [(String, DeadlineWord)] = [
    ("до", .until), ("по", .by), ("з із зі", .since), ("від", .from), ("у в", .into), ("на", .on),
    ("за", .about), ("через", .through), ("протягом упродовж впродовж", .during),
    ("протязі", .course), ("не", .not), ("пізніше пізніш", .later), ("раніше", .earlier),
    ("рідше менше", .rarer), ("ніж як аніж", .than), ("щонайменше принаймні", .atLeast),
    ("включно", .inclusive), ("починаючи", .starting), ("кінця", .end),
    ("усього всього весь увесь", .whole), ("останнього останній останньому", .last),
    ("поточного поточний поточному цього цей звітного звітний звітному звітним", .current),
    ("планового плановий", .current), ("наступного наступному наступний", .next),
    ("попереднього попередній попередньому минулого минулому", .previous), ("передує", .precedes),
    ("оперативно планово", .manner), ("настає йде", .coming), ("що який", .that),
    ("постійно безстроково безперервно", .standing),
    ("постійній", .permanent), ("основі", .basis), ("та й або чи", .and),
    ("але а також проте", .but), ("строк строку строки термін терміну терміни", .term),
  ]

  private static let conditions: [(String, DeadlineWord)] = [
    ("після", .after), ("перед", .before), ("негайно невідкладно терміново", .promptly),
    (
      "при під згідно відповідно якщо коли одночасно залежно", .opener
    ),
    (
      "потреби потребою необхідності наявності умови умов запитом запитами зверненням зверненнями "
        + "рішенням окремим окремими результатами підсумками графіком дорученням дорученнями "
        + "погодженням фактом ініціативою можливості", .noun(.za)
    ),
    (
      "разі міру випадку випадках установлені встановлені установлений встановлений визначені "
        + "визначений передбачені передбачений порядку", .noun(.u)
    ),
    ("мірі", .noun([.u, .po])), ("завершенні закінченні завершенню закінченню", .noun(.po)),
    ("запит вимогу підставі", .noun(.na)),
    ("час", .noun([.na, .z])), ("моменту дати часу", .noun(.z)),
    (
      "завершення закінчення припинення скасування прийняття затвердження набрання настання "
        + "виконання проведення внесення досягнення отримання", .noun([.do])
    ),
  ]
}
