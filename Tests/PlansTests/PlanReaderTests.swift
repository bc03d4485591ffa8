import Diagnostics
import Plans
import TestSupport
import Testing
import XML

/// A plan of one task, which the tests change here and there.
let shortPlan = """
  kind: performance-plan
  year: 2021
  agency: Інститут
  servant: {name: Кленова О. І., position: Спеціаліст, category: В}
  tasks:
    - title: Опис справ
      indicators: Описано 120 справ
      deadline: Квітень

  """

@Suite struct PlanReaderTests {
  static let dumped: [(String, String)] = [
    ("short", shortPlan),
    (
      "mixed-keys",
      """
      # ключі двома мовами; вид не перший
      рік: 2021
      servant:
        піб: Кленова О. І.
        position: "Спеціаліст"
        категорія: В
      review: [І, II]
      вид: завдання-і-показники
      tasks:
      - назва: Опис справ
        indicators:
        - Описано 120 справ
        - {текст: "Описано\\n20 карток", deadline: 2.10}
        змінено: так
      - title: >
          Облік
          справ
        показники: 1_000
        changed: false
      agency: 'Інститут'
      acknowledgement: {name: Кленова О. І., дата: 21 грудня 2020 р.}
      """
    ),
    (
      "aliases",
      """
      kind: action-plan
      act:
        issuer: &issuer Рада
        type: рішення
        title: Про план
        points: [&point {text: Затвердити, responsible: [&body Відділ, *body]}, *point]
        signatory: {position: Голова, name: Клен К. К.}
      title: *issuer
      year: 2021
      tasks:
      - title: Завдання
        measures: &measures
        - {text: Захід, deadline: *body}
      - title: Ще завдання
        measures: *measures
      """
    ),
    (
      "ditto",
      """
      вид: план-заходів
      акт: {орган: Рада, вид-акта: рішення, назва: Про план, пункти: [Затвердити], підписувач: {посада: Голова, піб: Клен}}
      назва: План
      рік: 2021
      завдання:
      - назва: Перше
        заходи:
        - {текст: Захід, строк: Квітень, виконавці: [Відділ, Рада]}
        - {текст: -“-, виконавці: те саме, строк: '-"-'}
        - Захід без строку
        - '—“—'
      - назва: Друге
        заходи:
        - виконавці: Відділ
          текст: '"'
      """
    ),
    (
      "points",
      """
      kind: resolution
      act:
        issuer: Кабінет Міністрів України
        type: постанова
        title: Деякі питання
        points:
        - text: Міністерству
          points:
          - text: подати
            points: [один, {text: два, responsible: Рада}]
            responsible: Відділ
          - responsible: -“-
            text: звітувати
          deadline: [до 15 лютого, до 15 березня]
          paragraphs: [Абзац, {text: — абзац, deadline: щороку}]
        - Контроль
        signatory: {position: Прем’єр-міністр України, name: Д. ШМИГАЛЬ}
      """
    ),
  ]

  @Test(arguments: dumped) func theTreeHasItsPlaces(_ name: String, _ text: String) {
    let plans = read(text)
    let reported = TextReporter().report(plans.flatMap(\.diagnostics))
    expectFile(
      reported + plans.compactMap { $0.value?.dump() }.joined(separator: "---\n"),
      matches: "Tests/Expected/Plans/\(name).txt")
  }

  @Test func severalPlansOfOneFileStandForThemselves() {
    let bad = shortPlan.replacing("agency: Інститут\n", with: "")
    let plans = read(
      "---\n# нічого\n---\n" + shortPlan + "---\n" + bad + "---\n" + shortPlan + "...\n")
    #expect(plans.map { $0.value?.isWhole } == [true, false, true])
    #expect(plans.map { $0.value?.index } == [1, 2, 3])
    #expect(plans.map { $0.diagnostics.map(place) } == [[], ["13:1"], []])
    #expect(plans[2].value?.root.name == "performance-plan")
  }

  @Test func anchorsBelongToOnePlan() {
    let named = shortPlan.replacing("agency: Інститут", with: "agency: &a Інститут")
    let alias = shortPlan.replacing("agency: Інститут", with: "agency: *a")
    #expect(faults(named + "---\n" + alias) == ["unused-anchor 3:9", "bad-alias 12:9"])
  }

  @Test func anAliasMeansTheLastAnchorBeforeIt() {
    let lines = [
      "agency: &a Перший", "unit: *a", "department: &a Другий",
      "servant: {name: *a, position: Спеціаліст, category: В}", "year: 2021",
      "tasks: [{title: Опис, indicators: Описано}]",
    ]
    let expected = xml((["kind: performance-plan"] + lines).joined(separator: "\n"))
    #expect(expected.contains("<unit>Перший</unit>") && expected.contains("<name>Другий</name>"))
    for place in 1...lines.count {
      var lines = lines
      lines.insert("kind: performance-plan", at: place)
      #expect(xml(lines.joined(separator: "\n")) == expected)
    }
    #expect(faults("unit: *a\nagency: &a Орган\nkind: performance-plan\n") == ["bad-alias 1:7"])
    #expect(
      xml(shortPlan.replacing("kind: p", with: "kind: &k p") + "unit: *k\n").contains(
        "<unit>performance-plan"))
    #expect(
      xml(shortPlan.replacing("kind: p", with: "&k kind: p") + "unit: *k\n").contains(
        "<unit>kind"))
  }

  @Test(arguments: [
    ("2021\nagency: 86-р", "86-р"), ("2021\nagency: 208", "208"), ("2021\nagency: так", "так"),
    ("2021\nagency: 2.10", "2.10"), ("2021\nagency: 1_000", "1_000"),
    ("2021\nagency: 0x1F", "0x1F"),
    ("2021\nagency: 'null'", "null"), ("2021\nagency: 2020-12-20", "2020-12-20"),
    ("2021\nagency: |\n  два\n  рядки\n\n", "два\nрядки"),
    ("2021\nagency: >-\n  два\n  рядки", "два рядки"),
    ("2021\nagency: \" а\\tб\\u0301 \"", "а\tб\u{301}"), ("2021\nagency: !!str '7'", "7"),
  ])
  func aTextStaysAsItIsWritten(_ lines: String, _ expected: String) {
    let plan = read(shortPlan.replacing("2021\nagency: Інститут", with: lines)).first?.value
    let agency = plan?.root.children.first { $0.isNamed("agency") }?.stringValue
    #expect(agency == expected)
  }

  @Test(
    arguments: [
      ("так", "true"), ("true", "true"), ("ТАК", "true"), ("ні", "false"), ("False", "false"),
      ("yes", nil), ("1", nil), ("[так]", nil),
    ] as [(String, String?)])
  func booleansAreReadInBothLanguages(_ text: String, _ expected: String?) {
    let plan = read(shortPlan.replacing("deadline: Квітень", with: "changed: \(text)")).first?.value
    let task = plan?.root.children.first { $0.isNamed("tasks") }?.firstChild
    #expect(task?.children.first { $0.isNamed("changed") }?.stringValue == expected)
  }

  @Test func everythingWrongIsToldAtOnce() {
    let marked = MarkedText(
      """
      kind: performance-plan
      year: ↓21
      ↓agency: ""
      servant: {name: Кленова, ↓посадa: Спеціаліст, category: ↓С}
      ↓reviewed: none
      tasks:
        - title: ↓[Опис]
          ↓індикатори: Описано
          ↓title: Ще раз
          changed: ↓можливо
      acknowledgement: {name: Кленова, date: ↓31.06.2021}
      approvals: ↓[]
      """)
    let all = read(marked.text).flatMap(\.diagnostics)
    let places = all.map(place)
    // One that was misspelt, or called otherwise, is not missing, too.
    #expect(places == marked.places)
  }

  @Test func wordsForTheEmptyListAreReadInBothLanguages() {
    let none = xml(shortPlan + "review: none\n")
    #expect(none == xml(shortPlan + "перегляд: немає\n"))
    #expect(none.contains("<review></review>"))
    #expect(!xml(shortPlan).contains("review"))
    #expect(xml(shortPlan + "review: II\n") == xml(shortPlan + "перегляд: [ІІ]\n"))
    #expect(faults(shortPlan + "review: []\n") == ["too-few-items 9:9"])
  }
}
