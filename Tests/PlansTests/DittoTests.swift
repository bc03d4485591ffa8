import Plans
import TestSupport
import Testing

@Suite struct DittoTests {
  /// A plan of measures with these measures for its tasks.
  static func plan(_ tasks: String...) -> String {
    let act =
      "act: {issuer: Рада, type: рішення, title: Про план, points: [Пункт], signatory: {position: Голова, name: Клен}}"
    let items = tasks.map { "  - title: Завдання\n    measures: \($0)\n" }.joined()
    return "kind: action-plan\n\(act)\ntitle: План\nyear: 2021\ntasks:\n\(items)"
  }

  @Test(arguments: [
    "-“-", "\"-\\\"-\"", "—“—", "те саме", "Те саме", "-”-", "– „ –", "'-«-'", "'\"'", "\"-''-\"",
    "-//-", "〃", "так само", "Там само", "там же", "те ж саме", "той самий", "Вони ж",
  ])
  func marksStandForTheCellAbove(_ mark: String) {
    let text = xml(
      Self.plan("[{text: Захід, deadline: Квітень}, {text: Інший, deadline: \(mark)}]"))
    #expect(text.components(">Квітень</deadline>") == 2, "\(text)")
    #expect(text.components(" ditto=\"") == 1, "\(text)")
  }

  @Test(arguments: [
    "'-'", "—", "''''''", "\"--\"", "текст -“-", "'«»-а'", "'--“--“--“'", "темсаме",
  ])
  func otherTextsAreTexts(_ text: String) {
    let text = xml(
      Self.plan("[{text: Захід, deadline: Квітень}, {text: Інший, deadline: \(text)}]"))
    #expect(text.components("Квітень") == 1 && text.components("ditto") == 0, "\(text)")
  }

  @Test func aListIsRepeatedWhole() {
    let text = xml(
      Self.plan(
        "[{text: Захід, executors: [Рада, Відділ]}, {text: Інший, executors: -“-}, {text: Ще, executors: -“-}]"
      ))
    #expect(text.components("<executors ditto=\"-“-\">") == 2)
    #expect(text.components("<name>Відділ</name>") == 3)
  }

  @Test func theCellAboveMayStandInTheTaskBefore() {
    let text = xml(
      Self.plan("[{text: Захід, deadline: Квітень}]", "[{text: Інший, deadline: -“-}]"))
    #expect(text.components("Квітень</deadline>") == 2)
  }

  @Test func aRowThatIsABareTextIsARow() {
    let text = xml(Self.plan("[Захід, -“-]"))
    #expect(text.components("<text>Захід</text>") == 1)
    #expect(text.components("<text ditto=\"-“-\">Захід</text>") == 1)
    let marked = MarkedText(
      Self.plan("[{text: Захід, deadline: Травень}, Інший, {text: Ще, deadline: ↓-“-}]"))
    #expect(faults(marked.text) == marked.places.map { "ditto \($0)" })
  }

  @Test(arguments: [
    "[{text: Захід, deadline: ↓-“-}]", "[↓-“-]",
    "[{text: Захід}, {text: Інший, deadline: ↓те саме}]",
    "[{text: Захід, executors: ↓-“-}]",
  ])
  func nothingAboveIsAnError(_ marked: String) {
    let text = MarkedText(Self.plan(marked))
    #expect(faults(text.text) == text.places.map { "ditto \($0)" })
  }

  @Test func theRowAboveIsOneOfTheSameDepthWhateverTheOrderOfKeys() {
    let head =
      "kind: resolution\nact: {issuer: Рада, type: рішення, title: Про, signatory: {position: Голова, name: Клен}, points: "
    let inner = "points: [{text: Підпункт, responsible: Відділ}]"
    let first = xml(head + "[{text: А, responsible: Рада}, {\(inner), text: Б, responsible: -“-}]}")
    let last = xml(head + "[{text: А, responsible: Рада}, {text: Б, responsible: -“-, \(inner)}]}")
    #expect(first == last)
    #expect(
      first.components("<responsible ditto=\"-“-\">\n          <body>Рада</body>") == 1, "\(first)")
  }
}

extension String {
  /// How often another text stands in this one.
  fileprivate func components(_ text: String) -> Int { ranges(of: text).count }
}
