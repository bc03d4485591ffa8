import Diagnostics
import Plans
import TestSupport
import Testing

/// Slips of the hand that leave a plan well formed and lose or join words: each is told of, and what
/// only looks like one is not.
@Suite struct SlipTests {
  /// A list of indicators, as lines of a plan; `↓` where a warning stands.
  static let lists: [(String, [String])] = [
    ("\n      - Описано 3 справи\n      - Складено перелік", []),
    (" ↓1. Описано 3 справи", ["list-dash"]),
    ("\n      ↓1. Описано\n      2. Складено", ["list-dash", "list-dash"]),
    (" ↓1) Описано", ["list-dash"]), (" ↓а) описано", ["list-dash"]),
    (" ↓− Описано", ["list-dash"]),
    (" ↓· Описано", ["list-dash"]), (" ↓▪ Описано", ["list-dash"]), (" ↓+ Описано", ["list-dash"]),
    (" ↓• Описано", ["list-dash"]), (" ↓‑ Описано", ["list-dash"]), (" ↓―Описано", ["list-dash"]),
    (" ↓\"* Описано справи * Складено опис\"", ["list-dash"]),
    (" \"* Без справ минулих років\"", []),
    (" ↓\u{F0B7} Описано", ["list-dash"]), (" ↓✓ Описано", ["list-dash"]),
    (" +5 % до торішнього", []), (" −5 °C у сховищі", []), (" 1.02.2027 описано все", []),
    (" 95.5 % описано", []), (" 2027. рік", []),
    ("\n      - ↓• Описано", ["list-dash"]), ("\n      - «Описано» все", []),
    // A line that goes on with the text before.
    (
      "\n      - Описано перелік справ, що зберігаються\n        ↓Зареєстровано всі картки",
      ["list-dash"]
    ),
    ("\n      - Описано 3 справи\n        ↓Навчання двох працівників", ["list-dash"]),
    ("\n      - Описано 3 справи\n        ↓• Складено", ["list-dash"]),
    ("\n      - Описано 3 справи\n        ↓2. Складено", ["list-dash"]),
    ("\n      - Описано 3 справи\n        ↓— Складено", ["list-dash"]),
    ("\n      - Описано 3 справи\n          ↓- Складено", ["list-dash"]),
    ("\n      - Надіслано лист до\n        Міністерства фінансів", []),
    ("\n      - Подано Кабінету\n        Міністрів України звіт", []),
    ("\n      - Описано 3 справи,\n        Зареєстровано 5", []),
    ("\n      - Описано справи\n        – усі до одної", []),
    ("\n      - Описано справи\n        архіву", []),
    ("\n      - \"Описано справи\n        Зареєстровано\"", []),
    // A comma in brackets.
    (" [Описано 3 справи, що зберігаються]", ["comma-in-text"]),
    (" [Проведено два навчання, одне очно]", ["comma-in-text"]),
    (" [Описано 3 справи, Складено перелік]", []), (" [Описано, складено]", []),
    (" [\"Описано 3 справи, що зберігаються\"]", []),
    (" [Описано 3 справи., складено ще]", []),
  ]

  @Test(arguments: lists) func listsThatAreNone(_ value: String, _ codes: [String]) {
    let marked = MarkedText(
      shortPlan.replacing("    indicators: Описано 120 справ", with: "    indicators:\(value)"))
    let plans = read(marked.text)
    #expect(plans.allSatisfy { $0.value?.isWhole ?? false })
    let all = plans.flatMap(\.diagnostics)
    #expect(all.allSatisfy { $0.severity == .warning && $0.help != nil })
    // What goes on with one text is told once.
    #expect(Set(all.map(\.code)) == Set(codes))
    if value.contains("↓") { #expect(all.first.map(place) == marked.places.first) }
  }

  @Test(arguments: [
    ("[Мін’юст, обласні державні адміністрації]", true),
    ("[Служба доріг громади, відділ освіти]", true), ("[Служба доріг, що в селі]", false),
    ("[Рада, та служба]", false),
  ])
  func namesMayBeginWithASmallLetter(_ names: String, _ isFine: Bool) throws {
    let text = String(
      decoding: try Fixture("Templates/kinds/action-plan/example.yaml").bytes(), as: UTF8.self
    ).replacing("виконавці: Укрдержархів", with: "виконавці: \(names)")
    #expect(text.contains(names))
    #expect(
      read(text).flatMap(\.diagnostics).filter { $0.code == "comma-in-text" }.isEmpty == isFine)
  }

  /// Texts with comments behind them; `↓` where words are probably lost.
  @Test(arguments: [
    "Складено опис (форма ↓# 5)", "Описано за формою ↓# 12", "Виконано наказ  ↓# 12-р",
    "Описано перелік ↓# 5 справ", "Опрацьовано 95 ↓# документів", "Перевірено 12 ↓# %",
    "Описано справи згідно з   ↓# наказом", "Складено «Опис ↓# перший»", "Наказ № ↓# 7",
    "Описано Агентство ↓#5",
    "Описано 120 справ  # 2 роки", "Описано справи # уточнити",
    "Описано справи # 12.05 уточнено", "Описано справи # 2027 рік", "Описано справи # 1) спершу",
    "Описано фонд 12 # уточнити", "Описано фонд 12 # Всього документів", "95 # документів",
    "Опис на 2027 # років", "Описано (усі) «справи» # так", "\"Складено опис\" # 5",
  ])
  func wordsBehindANumberSign(_ value: String) {
    let marked = MarkedText(
      shortPlan.replacing("    indicators: Описано 120 справ", with: "    indicators: \(value)"))
    #expect(faults(marked.text) == marked.places.map { "comment-in-text \($0)" })
  }

  @Test(arguments: ["до 1 травня # 3 тижні", "Квітень # 2 рази", "щокварталу # 4 рази"])
  func aDeadlineHasNoNumberSign(_ value: String) {
    #expect(faults(shortPlan.replacing("deadline: Квітень", with: "deadline: \(value)")) == [])
  }

  @Test(arguments: [
    "↓“Описано 120 справ", "↓Описано 120 справ”", "↓Видано “Опис справ",
    "↓Видано \"Опис справ", "↓„Описано 120 справ", "↓'\"Описано 120 справ'",
    "«Опис» справ", "Видано «Опис справ", "Видано «Опис «Озеро» справ»", "Видано „Опис“",
    "Видано \"Опис\"", "Труби 1\"",
    "«Опис «Озеро»",
  ])
  func aQuotationMarkWithoutTheOther(_ value: String) {
    let marked = MarkedText(
      shortPlan.replacing("    indicators: Описано 120 справ", with: "    indicators: \(value)"))
    #expect(
      faults(marked.text) == marked.places.map { ["unpaired-quote", $0].joined(separator: " ") })
  }

  /// Cells of the columns III, «Початок», «Закінчення», «Строк»; `↓` where times disagree.
  @Test(arguments: [
    ("[+, '', '', '']", ""), ("[↓до 15 липня, '', '', '']", "time-in-period"),
    ("[↓15.07, '', '', '']", "time-in-period"), ("[15.02, '', '', '']", ""),
    ("[↓серпень, '', '', '']", "time-in-period"), ("['120,5', '', '', '']", ""),
    ("[↓щомісяця, '', '', '']", "time-in-period"), ("[III квартал, '', '', '']", ""),
    ("[два огляди, '', '', '']", ""),
    ("['', 15.03, ↓01.02, '']", "end-before-start"), ("['', 01.02, 15.03, '']", ""),
    ("['', II квартал, ↓березень, '']", "end-before-start"), ("['', березень, березень, '']", ""),
    ("['', 15.03, '', ↓до 1 лютого]", "end-before-start"), ("['', 15.03, '', щокварталу]", ""),
    ("['', 15.12, 01.02.2028, '']", ""),
  ])
  func timesOfARow(_ cells: String, _ code: String) {
    let plan = """
      kind: action-plan
      approver: {position: Голова, name: Іван ДУБ}
      title: План роботи
      year: 2027
      columns:
        - {title: Захід, role: measure}
        - {title: III, role: period}
        - {title: Початок, role: start}
        - {title: Закінчення, role: end}
        - {title: Строк, role: deadline}
      rows:
        - [Огляд човнів, \(cells.dropFirst())

      """
    let marked = MarkedText(plan)
    #expect(faults(marked.text) == marked.places.map { "\(code) \($0)" })
  }

  @Test(arguments: [
    "null", "~", "Null", "NULL", "", "!!null", "\"\"", "\u{A0}", "\"\u{2009}\u{200B}\"",
  ])
  func nothingIsNoValue(_ text: String) {
    #expect(xml(shortPlan + "unit: \(text)\n") == xml(shortPlan))
    let required = shortPlan.replacing("agency: Інститут", with: "agency: \(text)")
    #expect(faults(required) == ["empty-value 3:1"])
    let item = shortPlan.replacing("Описано 120 справ", with: "[Описано, \(text)]")
    if !text.isEmpty, !text.hasPrefix("!") {
      #expect(faults(item).map { $0.prefix(11) } == ["empty-value"])
    }
  }

  @Test(arguments: ["'null'", "\"~\"", "|\n  null", "nulls", "nUll", "Ґ"])
  func somethingIsAValue(_ text: String) {
    #expect(xml(shortPlan + "unit: \(text)\n").contains("<unit>"))
  }

  @Test(arguments: ["unit: &x Відділ", "unit: &x\n  Відділ", "&x unit: Відділ"])
  func anAnchorThatNothingRefersToIsTold(_ line: String) {
    #expect(faults(shortPlan + line + "\n").map { $0.prefix(13) } == ["unused-anchor"])
    #expect(faults(shortPlan + line + "\ndepartment: *x\n") == [])
  }

  @Test(arguments: ["!!str Відділ", "!!str 12"])
  func aTagThatSaysNothingNewIsFine(_ value: String) {
    #expect(faults(shortPlan + "unit: \(value)\n") == [])
  }

  @Test func keysAreKnownInAnyNormalForm() {
    let composed = shortPlan + "самостійний-підрозділ: Відділ\n"
    let decomposed = shortPlan + "самостіи\u{306}нии\u{306}-підрозділ: Відділ\n"
    #expect(xml(composed).contains("<department>"))
    #expect(xml(decomposed) == xml(composed))
    #expect(faults(decomposed + "department: Ще\n").map { $0.prefix(13) } == ["duplicate-key"])
  }

  @Test(arguments: [
    "-“-", "|\n          -“-", "\" -“- \"", "\"\u{A0}-“-\"", "те\u{A0}саме", "\"-“-\\n\"",
  ])
  func aDittoMarkIsOneWhateverIsAroundIt(_ mark: String) {
    let plan = shortPlan + "  - title: Ще\n    indicators: Описано\n    deadline: \(mark)\n"
    let first = xml(plan)
    #expect(first.contains("ditto="), "\(first)")
    #expect(xml(first) == first)
  }

  @Test func whatStandsInABlockIsText() {
    let text = shortPlan + "unit: |\n  Відділ\n  \u{A0}agency:\u{A0}архіву\n"
    #expect(faults(text) == [])
    #expect(faults(shortPlan + "unit: Відділ 5\u{A0}км\n") == [])
    #expect(faults(shortPlan + "unit:\u{A0}Відділ\n") == ["odd-space 9:6"])
    #expect(faults(shortPlan + "# unit:\u{A0}Відділ\n") == [])
  }

  @Test func faultsOfTheTextBelongToThePlanTheyStandIn() {
    let bad = shortPlan.replacing("Інститут", with: "Інсти\u{2028}тут")
    let plans = read(shortPlan + "---\n" + bad + "---\n" + shortPlan)
    #expect(plans.map { $0.value?.isWhole } == [true, false, true])
    #expect(plans.map { $0.diagnostics.map(place) } == [[], ["12:14"], []])
  }

  @Test(arguments: ["<unit a=\"b\">", "<unit xml:lang=\"uk\">", "<unit from=\"2027-01-01\">"])
  func unknownAttributesOfARenditionAreTold(_ tag: String) {
    let rendition = xml(shortPlan + "unit: Відділ\n").replacing("<unit>", with: tag)
    let all = read(rendition).flatMap(\.diagnostics)
    #expect(all.first?.code == "unknown-attribute" && all.hasErrors)
  }
}
