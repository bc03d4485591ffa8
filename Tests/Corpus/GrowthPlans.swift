/// Plans that grow in one dimension, and nothing else: each dimension stands for a law of cost.
package struct GrowthDimension: Sendable {
  /// What there is more and more of.
  package let name: String
  /// The plan that has so many.
  package let plan: @Sendable (Int) -> String

  /// All dimensions.
  package static let all = [
    GrowthDimension(name: "tasks") { count in
      performance(
        lines(count) {
          "  - {назва: Завдання \($0), показники: [Подано \($0) звітів], строк: Травень}"
        })
    },
    GrowthDimension(name: "indicators") { count in
      performance(
        "  - назва: Облік\n    строк: Травень\n    показники:\n"
          + lines(count) { "      - Подано \($0) звітів" })
    },
    GrowthDimension(name: "allow comments") { count in
      performance(
        lines(count) {
          "  # pysar: allow measurable — так\n"
            + "  - {назва: Завдання \($0), показники: [Подано звіти], строк: Травень}"
        })
    },
    GrowthDimension(name: "comments of one line") { count in
      performance(
        lines(count) { "  # pysar: allow rule-\($0) — так" }
          + "\n  - {назва: Облік, показники: [Подано 2 звіти], строк: Травень}")
    },
    GrowthDimension(name: "documents") { count in
      lines(count) {
        "---\n"
          + performance(
            "  - {назва: Завдання \($0), показники: [Подано 2 звіти], строк: Травень}",
            unit: "")
      }
    },
    GrowthDimension(name: "measures") { count in
      action(lines(count) { measure("ведення обліку \($0) описів", "Укрдержархів") })
    },
    GrowthDimension(name: "measures of each month") { count in
      action(
        lines(count) {
          "      - {текст: ведення обліку \($0) описів, строк: щомісяця до 5 числа, виконавці: Архів}"
        })
    },
    GrowthDimension(name: "executors") { count in
      action(
        measure(
          "ведення обліку описів",
          "["
            + (0..<count).map {
              $0.isMultiple(of: 2)
                ? "Управління \($0)" : "{назва: Управління \($0), за-згодою: так}"
            }.joined(separator: ", ") + "]"))
    },
    GrowthDimension(name: "executors of measures") { count in
      action(
        lines(count) {
          measure(
            "ведення обліку \($0) описів", "[Архів \($0), {назва: Спілка \($0), за-згодою: так}]")
        })
    },
    GrowthDimension(name: "dittos") { count in
      action(
        measure("ведення обліку описів", "Укрдержархів") + "\n"
          + lines(count) { measure("звірення \($0) описів", "\"-“-\"") })
    },
    GrowthDimension(name: "abbreviations") { count in
      centre(
        lines(count) {
          "          - {текст: Огляд для \(abbreviation($0)) у місті, строк: Грудень, виконавець: Відділ}"
        })
    },
    GrowthDimension(name: "explained abbreviations") { count in
      centre(
        lines(count) {
          "          - {текст: Огляд (далі – \(abbreviation($0))) у місті, строк: Грудень, виконавець: Відділ}"
        })
    },
    GrowthDimension(name: "points with references") { count in
      act(
        lines(count) { number in
          "    - Установити, що пункт \(number + 1) цієї постанови набирає чинності з дня опублікування."
        })
    },
    GrowthDimension(name: "subpoints with references") { count in
      act(
        "    - текст: \"Агентству:\"\n      пункти:\n"
          + lines(count) { number in
            "      - взяти участь у роботі за підпунктом \(number + 1) пункту 1 цієї постанови;"
          })
    },
    GrowthDimension(name: "points in a quotation") { count in
      act(lines(count) { "    - текст: \"«Пункт \($0) викласти в такій редакції:\"" })
    },
    GrowthDimension(name: "approvals") { count in
      performance("  - {назва: Облік, показники: [Подано 2 звіти], строк: Травень}")
        + "погодження:\n"
        + lines(count) { "  - {посада: Керуючий справами \($0), піб: \(surname($0)) О. П.}" } + "\n"
    },
    GrowthDimension(name: "measures alike") { count in
      action(
        lines(count) {
          measure("ведення обліку описів і журналів у архівах \($0 % 100)", "Укрдержархів")
        })
    },
    GrowthDimension(name: "short names") { count in
      action(
        lines(count) {
          measure("ведення обліку", "[Архів \($0) (далі – \(surname($0))), \(surname($0 + 1))]")
        })
    },
    GrowthDimension(name: "blocks") { count in
      centre(
        "          - {текст: Огляд, строк: Грудень, виконавець: Відділ}\n"
          + lines(count) {
            "      - назва: Блок \($0)\n        виконавець: Відділ\n        заходи: "
              + "[{текст: Огляд \($0), строк: Грудень}]"
          })
    },
    GrowthDimension(name: "footnotes") { count in
      centre("          - {текст: Огляд, строк: Грудень, виконавець: Відділ}")
        + "виноски:\n" + lines(count) { "  - \"*\($0) Послуги надаються безоплатно\"" } + "\n"
    },
    GrowthDimension(name: "words of a text") { count in
      performance(
        "  - {назва: Облік, показники: [Подано \((0..<count).map { "звіт \($0)," }.joined(separator: " "))"
          + " 2], строк: Травень}")
    },
  ]

  private static func lines(_ count: Int, _ line: (Int) -> String) -> String {
    (0..<count).map(line).joined(separator: "\n")
  }

  /// Four capitals, others for each number.
  private static func abbreviation(_ number: Int) -> String {
    let letters = Array("БВГДЖЗКЛМНПРСТФЦ")
    return String((0..<4).map { letters[number >> ($0 * 4) & 15] })
  }

  /// A word that may be a surname, another for each number.
  private static func surname(_ number: Int) -> String {
    let syllables = ["ка", "ло", "ми", "ве", "ту", "ро", "се", "ди"]
    let word = (0..<5).map { syllables[number >> ($0 * 3) & 7] }.joined()
    return word.prefix(1).uppercased() + word.dropFirst() + "енко"
  }

  private static func measure(_ text: String, _ executors: String) -> String {
    "      - {текст: \(text), строк: IV квартал, виконавці: \(executors)}"
  }

  private static func performance(_ tasks: String, unit: String = "підрозділ: Відділ\n") -> String {
    """
    вид: завдання-і-показники
    рік: 2027
    орган: Агентство
    службовець: {піб: Калина Олена Петрівна, посада: Спеціаліст, категорія: В}
    \(unit)завдання:
    \(tasks)

    """
  }

  private static func action(_ measures: String) -> String {
    """
    вид: план-заходів
    акт:
      орган: Кабінет Міністрів України
      вид-акта: розпорядження
      назва: Про затвердження плану заходів з обліку на 2027 рік
      пункти: ["Затвердити план заходів з обліку на 2027 рік, що додається."]
      підписувач: {посада: Прем’єр-міністр України, піб: П. ПЕТРЕНКО}
    назва: план заходів з обліку на 2027 рік
    рік: 2027
    завдання:
      - назва: Облік
        заходи:
    \(measures)

    """
  }

  private static func centre(_ measures: String) -> String {
    """
    вид: план-цнап
    акт:
      орган: Зарічненська селищна рада Вигаданої області
      вид-акта: розпорядження
      назва: Про затвердження Плану заходів на 2027 рік
      пункти: ["Затвердити План заходів на 2027 рік, що додається."]
      підписувач: {посада: Селищний голова, піб: Богдан ЯСЕН}
    назва: План заходів на 2027 рік
    рік: 2027
    розділи:
      - назва: ЗАХОДИ
        блоки:
          - назва: Огляди
            заходи:
    \(measures)

    """
  }

  private static func act(_ points: String) -> String {
    """
    вид: постанова
    акт:
      орган: Кабінет Міністрів України
      вид-акта: постанова
      назва: Питання обліку
      преамбула: "Кабінет Міністрів України постановляє:"
      пункти:
    \(points)
      підписувач: {посада: Прем’єр-міністр України, піб: П. ПЕТРЕНКО}

    """
  }
}
