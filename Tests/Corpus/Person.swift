/// A name in full and as it stands beside a signature.
struct Person: Sendable {
  let surname: String
  let name: String
  let short: String

  /// Somebody whose short name is not taken yet.
  init(_ dice: inout Dice, taken: inout Set<String>) {
    while true {
      let surname = dice.pick(Names.surnames)
      let (given, patronymics) = dice.pick([
        (Names.women, Names.daughters), (Names.men, Names.sons),
      ])
      let (first, second) = (dice.pick(given), dice.pick(patronymics))
      let short = "\(surname) \(first.prefix(1)). \(second.prefix(1))."
      guard taken.insert(short).inserted else { continue }
      self.surname = surname
      self.short = short
      name = "\(surname) \(first) \(second)"
      return
    }
  }
}

/// Names of people: surnames that grow in the garden and the wood, for men and women alike.
enum Names {
  static let surnames = words(
    """
    Аґрус Барвінок Береза Бузина Бузок Верба Верес Вишня Волошка Гай Гарбуз Глід Горіх Горобина
    Горох Граб Гречка Груша Диня Дуб Жасмин Жолудь Зозулинець Ірис Калина Кавун Квітка Кипарис Клен
    Кмин Колосок Конвалія Кріп Крокус Кульбаба Лаванда Ліщина Лобода Лоза Льон Любисток Мак Малина
    Мальва Модрина Мох М’ята Нагідка Овес Ожина Осика Осока Очерет Папороть Петрушка Подорожник
    Полин Пролісок Просо Пшениця Рогіз Рокита Ромашка Рута Самшит Слива Смерека Сосна Соняшник
    Суниця Терен Тис Тополя Хміль Хрін Часник Чебрець Черемха Чорнобривець Шавлія Шипшина Яблуня
    Явір Ялина Ясен Ячмінь
    """)
  static let men = words(
    """
    Андрій Богдан Василь Віктор Григорій Данило Євген Захар Ігор Кирило Лев Максим Назар Олег Павло
    Роман Сергій Тарас Устим Федір Юрій Ярослав
    """)
  static let women = words(
    """
    Алла Богдана Віра Галина Дарина Єва Зоряна Ірина Катерина Леся Марія Надія Олена Поліна Раїса
    Світлана Тетяна Уляна Христина Юлія Ярина
    """)
  static let sons = words(
    """
    Андрійович Богданович Васильович Вікторович Григорович Данилович Євгенович Захарович Ігорович
    Кирилович Львович Максимович Назарович Олегович Павлович Романович Сергійович Тарасович
    Устимович Федорович Юрійович Ярославович
    """)
  static let daughters = words(
    """
    Андріївна Богданівна Василівна Вікторівна Григорівна Данилівна Євгенівна Захарівна Ігорівна
    Кирилівна Львівна Максимівна Назарівна Олегівна Павлівна Романівна Сергіївна Тарасівна Устимівна
    Федорівна Юріївна Ярославівна
    """)

  private static func words(_ text: String) -> [String] {
    text.split { $0 == " " || $0 == "\n" }.map(String.init)
  }
}
