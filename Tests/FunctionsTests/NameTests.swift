import Files
import Names
import TestSupport
import Testing
import XML
import XPathLanguage

@testable import Functions

/// Names of people, bodies and posts are the same however they are typed.
@Suite struct NameTests {
  private static func call(_ name: String, _ arguments: String...) -> String {
    let evaluator = XPathEvaluator(functions: XPathFunction.names)
    let words = arguments.map { "\"\($0)\"" }.joined(separator: ", ")
    guard let expression = try? XPathExpression("\(name)(\(words))"),
      let xpath = try? evaluator.compile(expression)
    else { return "?" }
    return evaluator.string(xpath, at: XMLTree(rootName: "plan").root)
  }

  @Test(arguments: [
    "Калина О. П.", "КАЛИНА О.П.", "О. П. Калина", "Олена КАЛИНА", "Олена Калина", "калина олена",
    "Олена Петрівна Калина", "Калина Олена", "Калина О.", "Калина", "КАЛИНА Олена Петрівна",
    "Калина\u{A0}О.\u{A0}П.", " Калина  О. П. ", "Кaлинa O. П.", "Калина, О. П.",
  ])
  func oneIsOne(_ name: String) {
    #expect(Self.call("same-person", name, "Калина Олена Петрівна") == "true")
    #expect(Self.call("same-person", "Калина Олена Петрівна", name) == "true")
    #expect(Self.call("same-surname", name, "О. П. Калина") == "true")
  }

  @Test(arguments: [
    ("Верба Олена Петрівна", "true"), ("Олена Петрівна Верба", "true"), ("Верба О. П.", "false"),
    ("Верба Олена", "false"), ("Верба Ольга Петрівна", "false"), ("Калина Олена Петрівна", "false"),
  ])
  func aSurnameMayChange(_ name: String, _ isSame: String) {
    #expect(Self.call("same-but-surname", name, "Калина Олена Петрівна") == isSame)
    #expect(Self.call("same-but-surname", "Калина Олена Петрівна", name) == isSame)
  }

  @Test(arguments: [
    ("УП-06", "уп6"), ("уп-06", "уп6"), ("УП–06", "уп6"), ("УП 06", "уп6"), ("УП06", "уп6"),
    ("YП-06", "уп6"), ("УП-6", "уп6"), ("УП-60", "уп60"), ("УП/06", "уп6"), ("1042", "1042"),
    ("01042", "1042"), ("10-42", "10-42"), ("10 42", "10-42"), ("000", "0"), ("101-А", "101а"),
    ("", ""),
  ])
  func anIdentifierIsOne(_ id: String, _ key: String) {
    #expect(Self.call("identifier-key", id) == key)
  }

  @Test(arguments: [
    ("Калина А. П.", "Калина Олена Петрівна"), ("Калина О. І.", "Калина Олена Петрівна"),
    ("Ірина КАЛИНА", "Калина Олена Петрівна"), ("Калина Олеся", "Калина Олена Петрівна"),
    ("Верба О. П.", "Калина О. П."), ("Калинович О. П.", "Калина О. П."), ("", ""), ("\u{A0}", " "),
    ("", "Калина"), ("Калина Олена Степанівна", "Калина Олена Петрівна"),
    ("О. В. Петренко", "В. О. Петренко"), ("Гай І.-О. Ю.", "Гай Ія-Софія Юріївна"),
    ("Гай І.-С. Ю.", "Гай Ія Юріївна"),
  ])
  func twoAreTwo(_ left: String, _ right: String) {
    #expect(Self.call("same-person", left, right) == "false")
    #expect(Self.call("same-person", right, left) == "false")
  }

  @Test(arguments: [
    ("Департамент фінансів", "Департамент фінансу", true),
    ("Міністерство прикладних справ", "Міністерство прикладної справи", true),
    ("Департамент фінансів", "Департамент финансів", true),
    ("Департамент фінансів", "ДЕПАРТАМЕНТ фінансів", false),
    ("Департамент фінансів", "Департамент праці", false), ("Відділ № 1", "Відділ № 2", false),
    ("Сектор А", "Сектор Б", false), ("Відділ ІІ", "Відділ ІІІ", false),
    ("Управління північних доріг", "Управління південних доріг", false),
    ("Відділ контролю", "Відділ контролінгу", false),
    ("Відділ обліку", "Відділ обліку майна", false),
  ])
  func namesThatAreMostLikelyOne(_ left: String, _ right: String, _ areNear: Bool) {
    #expect(Self.call("near-name", left, right) == String(areNear))
    #expect(Self.call("near-name", right, left) == String(areNear))
  }

  @Test(arguments: [
    ("Калина О. П.", 1), ("О. КАЛИНА", 1), ("Гай", 2), ("Гай Марія", 2), ("Гай П.", 3),
    ("Верба", 0),
    ("", 0), ("Петро Гай", 3), ("Калина", 1),
  ])
  func firstOfOnePersonIsFound(_ name: String, _ place: Int) throws {
    let names = ["Калина Олена Петрівна", "Гай М.", "Гай Петро", "Калина О. П.", "Гай"]
    let xml = "<l>" + names.map { "<n>\($0)</n>" }.joined() + "</l>"
    let parsed = try XMLReader.read(Array(xml.utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.names)
    let found = try evaluator.compile(XPathExpression("first-same-person(//n, '\(name)')"))
    let node = evaluator.first(found, at: parsed.tree.root)
    #expect(parsed.tree.root.children.firstIndex { $0 == node }.map { $0 + 1 } ?? 0 == place)
  }

  @Test(arguments: [
    ("В’юн Дем’ян Лук’янович", "В'юн Д. Л."), ("Коваль-Гай Анна Ігорівна", "Анна КОВАЛЬ – ГАЙ"),
    ("Ґедзь Йосип Їжакович", "Ґедзь И\u{306}осип"), ("Гнатович Олена Петрівна", "О. Гнатович"),
    ("Олена Петрівна Гнатович", "Гнатович О. П."), ("Дж. Сміт", "Сміт Джон"),
    ("Гай-Верба І.-С. Ю.", "Гай-Верба Ія-Софія Юріївна"), ("Гай І. Ю.", "Гай Ія-Софія Юріївна"),
    ("Ільків Ілля Ілліч", "І. І. Ільків"), ("Мамедов Алі", "Алі МАМЕДОВ"),
  ])
  func namesOfAllSortsAreKnown(_ left: String, _ right: String) {
    #expect(Self.call("same-person", left, right) == "true")
    #expect(Self.call("same-person", right, left) == "true")
  }

  @Test func aKeyIsSharedByAllWays() {
    let keys = ["Калина Олена Петрівна", "Калина О. П.", "О. П. Калина", "Олена КАЛИНА"].map {
      Self.call("person-key", $0)
    }
    #expect(Set(keys) == ["калина о"])
    #expect(Self.call("person-key", " \u{A0}") == "")
  }

  @Test(arguments: [
    ("Відділ зв’язків  з громадськістю", "відділ зв'язків з\u{A0}громадськістю"),
    ("Відділ обліку", "відділу обліку"), ("Управління справами", "Управлінню справами"),
    ("Відділ «Діловодство»", "Відділ Діловодство"), ("Науково - технічний", "науково-технічний"),
    ("\u{3000}", ""),
  ])
  func bodiesAreOne(_ left: String, _ right: String) {
    #expect(Self.call("name-key", left) == Self.call("name-key", right))
  }

  @Test(arguments: [
    ("Головна спеціалістка", "Головний спеціаліст"), ("Завідувачка сектору", "завідувач сектору"),
    ("Провідна консультантка", "Провідний консультант"),
    ("Начальниця відділу", "Начальник відділу"),
    ("Перша заступниця директорки", "Перший заступник директора"),
  ])
  func postsOfMenAndWomenAreOne(_ left: String, _ right: String) {
    #expect(Self.call("office-key", left) == Self.call("office-key", right))
  }

  @Test(arguments: [
    ("Начальник відділу", "начальник відділ", ""),
    ("В. о. начальника управління", "начальник управлінн", ""),
    ("Заступник начальника відділу", "", "начальник відділ"),
    ("Т.в.о. заступника начальника юридичного відділу", "", "начальник відділ"),
    ("Заступниця завідувачки сектору", "", "завідувач сектор"),
    ("Завідувачка сектору обліку", "завідувач сектор", ""),
    (
      "Перший заступник директора департаменту – начальник відділу", "начальник відділ",
      "директор департамент"
    ),
    ("Заступник керуючого справами", "", "керуюч справ"), ("Керуюча справами", "керуюч справ", ""),
    ("Генеральний директор директорату", "директор директорат", ""),
    ("Заступник голови адміністрації", "", "голова адміністраці"),
    ("Голова районної адміністрації", "голова адміністраці", ""),
    ("Виконувач обов’язків начальника служби", "начальник служб", ""),
    ("Головний спеціаліст відділу", "", ""), ("Помічник начальника управління", "", ""),
    ("Головна спеціалістка", "", ""), ("", "", ""),
    ("Головний бухгалтер", "бухгалтер ", ""), ("Провідний бухгалтер", "", ""),
    ("Головний бухгалтер – начальник відділу", "начальник відділ", ""),
    ("Заступник головного бухгалтера", "", "бухгалтер "),
  ])
  func headsAndDeputiesAreKnown(_ post: String, _ led: String, _ deputised: String) {
    #expect(Self.call("office-led", post) == led)
    #expect(Self.call("office-deputised", post) == deputised)
  }

  /// Of any name, all ways to write it are of one person, and a name with another letter is not.
  @Test(arguments: 0..<30) func anyNameIsItselfInAllWays(_ seed: Int) {
    var random = Seeded(UInt64(seed))
    let surname = random.pick([
      "Верба", "Об’єднаний", "Коваль-Гай", "Їжак", "Зінькевич", "Ґудзь", "Ким",
    ])
    let given = random.pick(["Олена", "Юрій", "Дем’ян", "Єва", "Ярослав"])
    let patronymic = random.pick(["Іванович", "Ігорівна", "Ілліч", "Юріївна", "Лук’янович"])
    let initials = "\(given.prefix(1)). \(patronymic.prefix(1))."
    let ways = [
      "\(surname) \(given) \(patronymic)", "\(given) \(patronymic) \(surname)",
      "\(surname) \(initials)", "\(initials) \(surname)", "\(given) \(surname.uppercased())",
      "\(surname.uppercased()) \(given)",
    ]
    let spaces = [" ", "  ", "\u{A0}", "\u{202F}"]
    for left in ways {
      for right in ways {
        let typed = right.replacing(" ", with: random.pick(spaces))
          .replacing("’", with: random.pick(["'", "ʼ", "’", "`"]))
          .replacing("-", with: random.pick(["-", "‑", "–", " - "]))
        #expect(Self.call("same-person", left, typed) == "true", "\(left) / \(typed)")
        #expect(Self.call("same-person", typed, left) == "true", "\(typed) / \(left)")
      }
      #expect(Self.call("same-person", left, "Щ" + left) == "false")
    }
  }
}

/// The short way to a name's key gives what the long one gives.
@Suite struct NameKeyTests {
  @Test func bothWaysAgree() {
    let parts = [
      "Відділ", "ЄЇ", "обліку", " ", " ", "-", "–", "'", "’", "‘", "`", "\"", "«", "»", ".", ",",
      "(", ")", "2", "10", "ґ", "a", "O", "\u{A0}", "\u{301}", "і", "ё", "№", "/", "\n", "Ѐ", "ѐ",
      "ѝ",
    ]
    var random = Seeded(11)
    var common = 0
    for _ in 0..<3000 {
      let count = Int.random(in: 0...8, using: &random)
      let text = (0..<count).map { _ in random.pick(parts) }.joined()
      let key = NameWord.words(of: text.utf8.span).key
      if let short = NameKey.commonKey(of: text.utf8.span) {
        common += 1
        #expect(short == key, "«\(text)»")
      }
    }
    #expect(common > 300)
  }
}
