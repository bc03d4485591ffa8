/// The codes explained, for the terminal and as Markdown.
package struct DiagnosticCodeWriter: Sendable {
  private let language: Language

  /// Makes a writer in a language.
  package init(language: Language) {
    self.language = language
  }

  /// A line for every code: its weight, its name, what it means.
  package func list() -> String {
    DiagnosticCode.all.map { "\(severity($0))  \($0.name)\n    \($0.meaning[language])\n" }.joined()
  }

  /// One code: what it means, and what to do.
  package func page(of code: DiagnosticCode) -> String {
    """
    \(code.name)

    \(code.meaning[language])

      \(say("вага", "severity")): \(severity(code))
      \(say("як виправити", "help")): \(code.remedy[language])

    """
  }

  /// All codes in Markdown.
  package func book() -> String {
    let edited = say(
      "Створено командою make docs; не редагуйте.", "Made by make docs; do not edit.")
    let intro = say(
      """
      Кожне зауваження Pysar має код у квадратних дужках. Коди з рискою, як-от `nads-217-20-2020/task-count`, – це
      [правила](rules.uk.md), кожне з нормою; решту пояснено тут і в `pysar codes КОД`.
      """,
      """
      Every finding of Pysar has a code in square brackets. Those with a slash, such as `nads-217-20-2020/task-count`,
      are [rules](rules.md), each with its clause; all others are explained here, and by `pysar codes CODE`.
      """)
    let head = say(
      "| код | вага | що не так | що робити |", "| code | severity | what is wrong | what to do |")
    var text = "<!-- \(edited) -->\n# \(say("Коди зауважень", "Codes of findings"))\n\n\(intro)\n"
    for about in DiagnosticCode.About.allCases {
      text += "\n## \(title(about))\n\n\(head)\n| --- | --- | --- | --- |\n"
      for code in DiagnosticCode.all where code.about == about {
        text +=
          "| `\(code.name)` | \(severity(code)) | \(code.meaning[language]) | \(code.remedy[language]) |\n"
      }
    }
    return text
  }

  private func title(_ about: DiagnosticCode.About) -> String {
    switch about {
    case .access: say("Читання файлів", "Reading of files")
    case .file: say("Файли планів", "Files of plans")
    case .plan: say("Плани", "Plans")
    case .templates: say("Види, форми, правила, календарі", "Kinds, forms, rules, calendars")
    case .batch: say("Багато планів", "Many plans")
    case .archive: say("Особові справи", "Personnel files")
    }
  }

  private func severity(_ code: DiagnosticCode) -> String {
    switch code.severity {
    case .error: say("помилка", "error")
    case .warning: say("попередження", "warning")
    case .note: say("примітка", "note")
    }
  }

  private func say(_ uk: String, _ en: String) -> String {
    Message(uk: uk, en: en)[language]
  }
}
