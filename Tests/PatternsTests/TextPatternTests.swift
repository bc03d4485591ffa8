import Diagnostics
import Patterns
import Testing

@Suite("A pattern")
struct TextPatternTests {
  /// A pattern, a text, and what it finds first; nil for nothing.
  static let found: [(String, String, String?)] = [
    ("план", "у плані план", "план"), ("план", "пла", nil), ("", "а", ""), ("", "", ""),
    ("п.ан", "п\nан план", "план"), ("[а-яіїєґ]+", "Її ґанок", "ї"), ("[^а-я ]", "план №", "№"),
    (#"\d{2}\.\d{2}\.\d{4}"#, "від 05.11.2020 р.", "05.11.2020"), (#"\s\S"#, "а\u{A0}б", "\u{A0}б"),
    (#"\w+"#, "«п’ять» слів", "п’ять"), (#"\w+"#, "’лапки’", "лапки"), (#"\w+"#, "'а'", "а"),
    (#"\w+"#, "об'єкт", "об'єкт"), (#"\w+"#, "м’", "м"), (#"\w+"#, "ʼ", nil),
    (#"\bзвіт\b"#, "звітність", nil), (#"\bзвіт\b"#, "(звіт)", "звіт"),
    (#"звіт\B"#, "звітом", "звіт"),
    (#"\bять"#, "п’ять", nil), ("п'ять", "п'ять", "п'ять"), ("п['’ʼ]ять", "пʼять", "пʼять"),
    ("[^'’ʼ]ять", "п’ять", nil), ("'", "а'б 'в'", "'"), (#"\W'"#, "а'б 'в'", " '"),
    ("а|аб|абв", "абв", "абв"), ("(?:аб)+", "бабаба", "абаб"), ("(а|б)*в", "ававббв", "ав"),
    ("а?б", "ааб", "аб"), ("а{2}", "ааа", "аа"), ("а{2,}", "бааааб", "аааа"), ("а{0}б", "аб", "б"),
    ("а{1,2}", "ааа", "аа"), ("^б", "аб", nil), ("^а", "аб", "а"), ("б$", "аб", "б"),
    ("а$", "аб", nil),
    ("^$", "", ""), ("^$", "а", nil), ("(^|,)а", "а,а", "а"), ("абвг|в", "абв", "в"),
    ("абвг|в", "абвг", "абвг"), (#"\u{2116}\."#, "№.", "№."), ("[а\\-в]", "-", "-"),
    ("[в-]", "-", "-"),
    (#"[\d,]+"#, "ціна 3,5 грн", "3,5"), ("😀+", "а😀😀", "😀😀"), ("(a*)*", "b", ""),
    ("(|а)+б", "ааб", "ааб"),
    (#"[^\w ]"#, "п’ять — п", "—"), ("(а*)+$", "баа", "аа"), (#"\$\^\|"#, "$^|", "$^|"),
  ]

  @Test("finds the first and longest match", arguments: found)
  func finds(pattern: String, text: String, match: String?) throws {
    let compiled = try TextPattern(pattern)
    #expect(compiled.matches(text) == (match != nil))
    let found: String = compiled.firstMatch(in: text.utf8.span)
    #expect(found == match ?? "")
    if let range = compiled.firstMatch(in: text) {
      let scalars = Array(text.unicodeScalars)[range]
      #expect(String(String.UnicodeScalarView(scalars)) == match)
    }
  }

  static let folded: [(String, String, Bool)] = [
    ("звіт", "ЗВІТ", true), ("ЇЖАК", "їжак", true), ("[а-я]", "Ж", true), ("[^а-я]", "Ж", false),
    ("ґ", "Ґ", true), ("n", "N", true), ("і", "i", false), (#"\u{451}"#, "Ё", true),
  ]

  @Test("takes capitals for small letters where it is told to", arguments: folded)
  func folds(pattern: String, text: String, isFound: Bool) throws {
    #expect(try TextPattern(pattern, ignoresCase: true).matches(text) == isFound)
  }

  /// A wrong pattern, where its fault stands, how long it is, and a part of the message.
  static let wrong: [(String, Int, Int, String)] = [
    ("аб)", 2, 1, "ніщо не відкриває"), ("а(б", 1, 1, "не закрито"), ("[аб", 0, 1, "не закрито"),
    ("а**", 2, 1, "не повторюють"), ("а+?", 2, 1, "не повторюють"), ("*а", 0, 1, "не на місці"),
    ("а{2", 1, 2, "межі повторень"), ("а{3,2}", 1, 5, "більше за найбільше"),
    ("а{,2}", 1, 3, "межі повторень"), (#"а\q"#, 1, 2, "немає"), (#"а\"#, 1, 1, "нічого немає"),
    ("[я-а]", 1, 3, "навпаки"), ("[]", 0, 2, "порожній"), ("(?=а)", 0, 2, "лише «:»"),
    (#"\b+"#, 0, 3, "не повторюють"), (#"\u{110000}"#, 0, 10, "код знака"),
    ("а{9999}", 0, 7, "надто великий"),
    ("в(а{1,100}){1,100}", 1, 17, "надто великий"), ("[а[б]", 2, 1, "у класі"),
    ("((а{1000}){1000}){1000}", 1, 15, "надто великий"),
  ]

  @Test("is refused with the place of its fault", arguments: wrong)
  func refuses(pattern: String, offset: Int, length: Int, problem: String) {
    let fault = #expect(throws: TextPatternFault.self) { _ = try PatternProgram(pattern) }
    #expect(fault?.offset == offset)
    #expect(fault?.length == length)
    #expect(fault?.problem.uk.contains(problem) == true)
  }
}
