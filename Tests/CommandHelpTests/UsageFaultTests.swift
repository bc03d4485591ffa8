import CommandHelp
import Testing

struct UsageFaultTests {
  private let translations = Translations([
    """
    Error
    Помилка

    Help
    Довідка

    Usage
    Використання

    See '{}' for more information.
    Докладніше: {}

    Did you mean '{}'?
    Можливо, малося на увазі «{}».

    Unknown option '{}'. Did you mean '{}'?
    параметра {} немає; можливо, малося на увазі {}

    Unknown option '{}'
    параметра {} немає

    Missing value for '{}'
    після {} потрібне значення

    Unexpected argument '{}'
    зайве слово: «{}»

    The language.
    Мова.
    """
  ])

  @Test(arguments: [
    (
      "Error: Unknown option '--x'. Did you mean '--xs'?\nUsage: pysar check\n  See 'pysar check --help' for more information.",
      "Помилка: параметра --x немає; можливо, малося на увазі --xs\nВикористання: pysar check\n  Докладніше: pysar check --help"
    ),
    (
      "Error: Missing value for '--lang <lang>'\nHelp:  --lang <lang>  The language.",
      "Помилка: після --lang <lang> потрібне значення\nДовідка: --lang <lang> – Мова."
    ),
    (
      "Error: Unexpected argument 'chek'",
      "Помилка: зайве слово: «chek»\nМожливо, малося на увазі «check»."
    ),
    ("Error: this is not known", "Помилка: this is not known"),
    ("Error: Unknown option '{}'", "Помилка: параметра {} немає"),
    ("", ""),
  ])
  func isSaidInTheOtherLanguage(_ english: String, _ ukrainian: String) {
    #expect(UsageFault.text(of: english, translations, commands: ["check", "build"]) == ukrainian)
  }
}
