import Diagnostics
import Documents
import Files
import Lifecycle
import Renditions
import TestSupport
import Testing
import ZIP

/// A file of Word is held against the plan that lies in it.
struct WordVerificationTests {
  private static func renderer(_ text: TextWriter = TextWriter()) -> PlanRenderer {
    PlanRenderer(
      folders: TemplateFolders([Fixture.templates]), writers: RenditionWriters(text: text))
  }

  /// The file of a plan that is sealed.
  static func sealed() throws -> [UInt8] {
    let renderer = renderer()
    let plan = SourceFile(
      name: "plan.yaml", bytes: try Fixture("Templates/kinds/performance-plan/example.yaml").bytes()
    )
    let sealed = PlanSealer(renderer: renderer, renews: false).seal(plan)
    let bytes = try #require(sealed.bytes)
    let tree = try #require(renderer.read(SourceFile(name: "plan.yaml", bytes: bytes))[0].value)
    let page = try #require(renderer.document(of: tree).value)
    return try #require(renderer.write(tree, page, as: .docx).value)
  }

  /// The file with one of its parts changed.
  private static func file(
    changing part: String, _ old: String, to new: String
  ) throws -> SourceFile {
    let archive = try #require(ZIPReader(try sealed()))
    var writer = ZIPWriter()
    for name in archive.names {
      var bytes = try #require(archive[name])
      if name == part {
        let content = String(decoding: bytes, as: UTF8.self)
        #expect(content.contains(old))
        bytes = Array(content.replacing(old, with: new).utf8)
      }
      try writer.add(ZIPEntry(name, bytes))
    }
    return SourceFile(name: "sent.docx", bytes: writer.finish())
  }

  static func answer(_ source: SourceFile) -> (isGood: Bool, text: String, faults: [String]) {
    var verifier = PlanVerifier(renderer: renderer)
    verifier.check(rendition: source)
    return (
      verifier.answers.allSatisfy(\.isGood), verifier.answers.map(\.message.uk).joined(),
      verifier.diagnostics.map(\.code)
    )
  }

  @Test func anotherPackageWithTheSameWordsIsGood() throws {
    let answer = Self.answer(
      try Self.file(changing: "docProps/core.xml", "<dc:subject>", to: "<dc:subject>"))
    #expect(answer.isGood && answer.text.hasPrefix("ті самі слова, що дає план у цьому файлі"))
  }

  @Test func aWordThatWasChangedIsNamed() throws {
    let answer = Self.answer(
      try Self.file(changing: "word/document.xml", " перелік", to: " список"))
    #expect(!answer.isGood)
    #expect(answer.text.contains("у ньому «список», а у плані, з якого його складено, – «перелік»"))
  }

  @Test func aBoxThatWasTickedIsAChange() throws {
    let answer = Self.answer(try Self.file(changing: "word/document.xml", "☐", to: "☒"))
    #expect(!answer.isGood && answer.text.contains("«☒»"))
  }

  @Test func aPlanThatWasChangedInTheFileIsFound() throws {
    let answer = Self.answer(
      try Self.file(changing: "customXml/item1.xml", "перелік", to: "список"))
    #expect(!answer.isGood && answer.faults == ["broken-seal"])
  }

  @Test func whatIsNoFileOfWordIsSaidToBeNone() {
    let answer = Self.answer(SourceFile(name: "sent.DOCX", bytes: Array("текст".utf8)))
    #expect(!answer.isGood && answer.text.hasPrefix("це не файл Word"))
  }
}
