import Diagnostics
import Files
import Schemas
import Testing

/// A kind is found by its Ukrainian name, however its schema writes it.
struct KindLibraryTests {
  @Test(arguments: ["план", "\"план\"", "'план'", #""\u043f\u043b\u0430\u043d""#, ">-\n    план"])
  func kindIsFoundByItsName(_ written: String) {
    #expect(Self.library(written).kind(called: "план")?.value?.name == "report")
  }

  @Test func kindThatSpeaksOfAnotherIsNotTheOther() {
    let kinds = Self.library("план")
    #expect(kinds.kind(called: "звіт")?.value?.name == "letter")
    #expect(kinds.kind(called: "лист")?.value == nil)
  }

  /// Two kinds, of which the first names the other in a comment.
  private static func library(_ name: String) -> KindLibrary {
    KindLibrary(
      folders: TemplateFolders([
        .texts([
          "kinds/letter/schema.yaml": schema(called: "звіт", "# Не план."),
          "kinds/report/schema.yaml": schema(called: name, "# Не звіт."),
        ])
      ]))
  }

  private static func schema(called name: String, _ comment: String) -> String {
    """
    \(comment)
    title: A kind
    x-uk:
      name: \(name)
    type: object
    properties:
      title: {type: string, x-uk: назва}

    """
  }
}
