import Diagnostics
import Files
import Foundation
import Rules
import TestSupport
import Testing

/// How often the rules on indicators and tasks are right, on tables of snippets with the verdicts of
/// a strict but fair personnel officer.
@Suite struct IndicatorVerdictTests {
  /// The letters by which the tables name the rules.
  private static let rules = [
    "finished-result": "F", "measurable": "M", "specific": "S", "attainable": "A",
    "standing-duty": "D",
  ]

  @Test(arguments: ["indicators", "duties"]) func rulesAreRight(_ name: String) throws {
    let table = try Fixture("Fixtures/verdicts/\(name).tsv").bytes()
    let rows = String(decoding: table, as: UTF8.self).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.map { $0.split(separator: "\t").map(String.init) }
    var right: [String: Int] = [:]
    var said: [String: Int] = [:]
    var due: [String: Int] = [:]
    // Rules are compiled once for all plans.
    let checker = RuleChecker(packs: RuleFixture.builtIn.packs)
    for row in rows {
      let found = verdict(on: row, by: checker)
      for letter in Self.rules.values {
        let isDue = row[0].contains(letter)
        if isDue { due[letter, default: 0] += 1 }
        if found.contains(letter) { said[letter, default: 0] += 1 }
        if isDue, found.contains(letter) { right[letter, default: 0] += 1 }
      }
    }
    for (letter, due) in due {
      let right = Double(right[letter] ?? 0)
      #expect(right / Double(said[letter] ?? 0) >= 0.9, "precision of \(letter)")
      #expect(right / Double(due) >= 0.85, "recall of \(letter)")
    }
    #expect(!due.isEmpty)
  }

  /// The letters of the rules that find fault with the first task of a plan: its title, where the row
  /// has one, and its indicator.
  private func verdict(on row: [String], by checker: RuleChecker) -> Set<String> {
    let title = row.count > 2 ? row[1] : "Розвиток електронних послуг у відділі"
    let plan = """
      вид: завдання-і-показники
      рік: 2027
      орган: Агентство прикладних справ
      службовець: {піб: Калина Олена Петрівна, посада: Головний спеціаліст, категорія: В}
      перегляд: немає
      завдання:
        - назва: '\(title.replacing("'", with: "’"))'
          показники: ['\((row.last ?? "").replacing("'", with: "’"))']
          строк: Червень
        - {назва: Навчання працівників, показники: [Проведено 2 навчання], строк: Травень}
      погодження: [{посада: Керуючий справами, піб: Гай Г. Г., дата: 21.12.2026}]
      ознайомлення: {піб: Калина О. П., дата: 21.12.2026}
      """
    return Set(
      RuleFixture.builtIn.check(plan + "\n", with: checker)
        .filter { (7...8).contains($0.range?.start.line ?? 0) }
        .compactMap { Self.rules[String($0.code.drop { $0 != "/" }.dropFirst())] })
  }
}
