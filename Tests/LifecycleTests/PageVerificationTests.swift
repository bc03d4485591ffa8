import Diagnostics
import Documents
import Files
import Lifecycle
import Renditions
import TestSupport
import Testing

/// Pages and texts are held against their plan: nothing may be hidden in them, or added.
struct PageVerificationTests {
  private static func renderer(_ text: TextWriter = TextWriter()) -> PlanRenderer {
    PlanRenderer(
      folders: TemplateFolders([Fixture.templates]), writers: RenditionWriters(text: text))
  }

  /// What is said of a rendition in which some text has given way to other.
  private static func answer(
    _ format: RenditionFormat, _ old: String, _ new: String, writer: TextWriter = TextWriter()
  ) throws -> PlanVerifier.Answer {
    let plan = SourceFile(
      name: "plan.yaml", bytes: try Fixture("Templates/kinds/performance-plan/example.yaml").bytes()
    )
    let sealed = try #require(PlanSealer(renderer: renderer(), renews: false).seal(plan).bytes)
    let source = SourceFile(name: "plan.yaml", bytes: sealed)
    let renderer = renderer(writer)
    let tree = try #require(renderer.read(source)[0].value)
    let page = try #require(renderer.document(of: tree).value)
    let bytes = try #require(renderer.write(tree, page, as: format).value)
    let text = String(decoding: bytes, as: UTF8.self)
    #expect(text.contains(old))
    var verifier = PlanVerifier(renderer: Self.renderer)
    verifier.add(source)
    let changed = Array(text.replacing(old, with: new).utf8)
    verifier.check(rendition: SourceFile(name: "page", bytes: changed))
    return try #require(verifier.answers.last)
  }

  static let pages: [(old: String, new: String, said: String?)] = [
    ("\n", "\r\n", nil),
    ("<!DOCTYPE", "\u{FEFF}<!DOCTYPE", nil),
    ("95 %", "95 % < але 10 % достатньо >", "документ змінено: у ньому «<"),
    ("95 %", "95 %<?10 %>", "документ змінено"),
    ("95 %", "95 %<!-- -->", "не пише: «<!-- -->"),
    ("95 %", "<b hidden>95 %</b>", "не пише: «<b hidden>95"),
    ("95 %", "95 %<img alt=\"але 10 %\">", "не пише: «<img alt"),
    ("<style>", "<style>td::after{content:\"15\"}", "не пише: «<style>td::after"),
    ("default-src 'none'; ", "", "не пише: «<meta http-equiv"),
    ("</head>", "<script>a()</script></head>", "не пише: «<script>a()"),
    ("<main>", "<main onclick=\"a()\">", "не пише: «<main onclick"),
    ("</html>", "", "не пише"),
  ]

  @Test(arguments: pages) func aPageHasNoMoreThanItsPlanGives(
    _ old: String, _ new: String, _ said: String?
  ) throws {
    let answer = try Self.answer(.html, old, new)
    #expect(answer.isGood == (said == nil), "\(answer.message.uk)")
    #expect(answer.message.uk.contains(said ?? "ті самі слова"), "\(answer.message.uk)")
  }

  static let texts: [(writer: TextWriter, old: String, new: String, isGood: Bool)] = [
    (TextWriter(), "\n", "\r\n", true),
    (TextWriter(width: 120), "\n", " \n", true),
    (TextWriter(width: 90, isASCII: true), "\n", " \n", true),
    (TextWriter(), "95 %", "- 95 %", false),
    (TextWriter(), "95 %", "─ 95 %", false),
    (TextWriter(), "95 %", "95 % +", false),
    (TextWriter(), "95 %", "95 % --", false),
    (TextWriter(), "95 %", "__ 95 %", false),
    (TextWriter(), "Завдання:", "Завдання: | ___", false),
    (TextWriter(), "Завдання:", "=== Завдання:", false),
    (TextWriter(isASCII: true), "95 %", "- 95 %", false),
    (TextWriter(isASCII: true), "95 %", "95 % +", false),
  ]

  @Test(arguments: texts) func aTextHasNoMoreThanItsPlanGives(
    _ writer: TextWriter, _ old: String, _ new: String, _ isGood: Bool
  ) throws {
    let answer = try Self.answer(.txt, old, new, writer: writer)
    #expect(answer.isGood == isGood, "\(answer.message.uk)")
  }
}
