import Testing

@testable import CommandHelp

struct HelpPageTests {
  private let dump = """
    {"command": {"abstract": "Writes plans.", "commandName": "pysar", "discussion": "",
     "arguments": [],
     "subcommands": [{"abstract": "Checks plans.", "commandName": "check",
       "discussion": "All of\\nthem.\\n\\nExamples:\\n  pysar check a.yaml  one plan",
       "arguments": [
         {"kind": "positional", "valueName": "paths", "abstract": "Plans.", "isRepeating": true,
          "shouldDisplay": true},
         {"kind": "option", "valueName": "lang", "abstract": "The language.", "defaultValue": "uk",
          "names": [{"kind": "long", "name": "lang"}, {"kind": "short", "name": "l"}],
          "shouldDisplay": true},
         {"kind": "flag", "valueName": "x", "abstract": "Hidden.", "shouldDisplay": false,
          "names": [{"kind": "long", "name": "x"}]}]}]},
     "serializationVersion": 0}
    """
  private let translations = Translations([
    """
    OVERVIEW
    ОПИС

    USAGE
    ВИКОРИСТАННЯ

    OPTIONS
    ПАРАМЕТРИ

    Examples
    Приклади

    Checks plans.
    Перевіряє плани.

    All of them.
    Усі.

    one plan
    один план

    Plans.
    Плани.

    <paths>
    ШЛЯХИ

    The language.
    Мова.

    Without it: {}.
    Без нього: {}.
    """
  ])

  @Test func aPageIsSaidInTheOtherLanguage() throws {
    let page = HelpPage(try CommandDescription(dump), translations).text(
      for: ["help", "check"],
      english: "OVERVIEW: Checks plans.\n\nUSAGE: pysar check\n  <paths> ...\n")
    #expect(
      page == """
        ОПИС: Перевіряє плани.

        Усі.

        Приклади:
          pysar check a.yaml  один план

        ВИКОРИСТАННЯ: pysar check ШЛЯХИ ...

        ARGUMENTS:
          ШЛЯХИ                   Плани.

        ПАРАМЕТРИ:
          -l, --lang <lang>       Мова. Без нього: uk.
        """)
  }

  @Test func whatIsNotTranslatedIsKnown() throws {
    let page = HelpPage(try CommandDescription(dump), translations)
    #expect(page.untranslated == ["Writes plans.", "<lang>"])
  }

  @Test func whatIsNoDescriptionIsRefused() {
    #expect(throws: (any Error).self) { try CommandDescription("{}") }
    #expect(throws: (any Error).self) { try CommandDescription("[1") }
  }
}
