import CommandHelp
import Testing

struct UsageHintTests {
  @Test(arguments: [
    ("Error: Unknown option '-о'", "The letter 'о' in '-о' is Cyrillic; type '-o'."),
    ("Error: Unknown option '--ж'", "The letter 'ж' in '--ж' is Cyrillic."),
    ("Error: Unknown option '--verison'", "Did you mean '--version'?"),
    ("Error: Unknown option '--fromat=x'", "Did you mean '--format'?"),
    ("Error: Unknown option '--fromat'. Did you mean '--format'?", nil),
    ("Error: Unexpected argument '—-strict'", "Options begin with hyphens: '--strict'."),
    ("Error: Unexpected argument '–o'", "Options begin with hyphens: '-o'."),
    ("Error: Unexpected argument '–'", nil),
    ("Error: Unexpected argument 'plan.yaml'", nil),
    ("Error: Missing expected argument '<paths>'", nil),
    ("Usage: pysar", nil), ("", nil),
  ])
  func whatWasMeantIsTold(_ english: String, _ hint: String?) {
    let options = ["-o", "--output", "--format", "--strict", "--version", "--help"]
    #expect(UsageHint.sentence(for: english, options: options) == hint)
  }

  @Test(arguments: [
    (["render", "-o", "a", "-o", "b"], "-o"), (["render", "-o", "a", "--output=b"], "--output"),
    (["render", "--format", "a", "--format", "b"], nil),
    (["render", "--form", "a", "--form", "b"], nil), (["render", "-o", "-"], nil),
    (["render", "-o", "a", "--", "-o"], nil), (["render"], nil),
  ])
  func anOptionOfOneValueIsGivenOnce(_ arguments: [String], _ name: String?) throws {
    let program = try CommandDescription(
      """
      {"command": {"commandName": "pysar", "subcommands": [{"commandName": "render", "arguments": [
        {"kind": "option", "valueName": "output", "isRepeating": false, "names":
          [{"kind": "long", "name": "output"}, {"kind": "short", "name": "o"}]},
        {"kind": "option", "valueName": "form", "isRepeating": false, "names":
          [{"kind": "long", "name": "form"}]},
        {"kind": "option", "valueName": "format", "isRepeating": true, "names":
          [{"kind": "long", "name": "format"}]}]}]}}
      """)
    #expect(program.repeatedOption(in: arguments) == name)
  }

  @Test(arguments: [
    ("перевірити", "check"), ("Перевірка", "check"), ("скласти", "render"), ("скарга", nil),
    ("складати", "render"),
    ("план", nil), ("", nil),
  ])
  func aCommandIsFoundByWhatItDoes(_ word: String, _ name: String?) throws {
    let program = try CommandDescription(
      """
      {"command": {"commandName": "pysar", "subcommands": [
        {"commandName": "render", "abstract": "Renders."}, {"commandName": "check", "abstract": "Checks."}]}}
      """)
    let translations = Translations(["Renders.\nСкладає документи.\n\nChecks.\nПеревіряє плани."])
    #expect(program.command(doing: word, translations) == name)
  }
}
