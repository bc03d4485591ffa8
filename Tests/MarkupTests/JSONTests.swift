import Markup
import Testing

struct JSONTests {
  @Test(arguments: [
    "", "а", "\"\\/\u{8}\u{C}\n\r\t", "\u{0}\u{1F}\u{7F}\u{9F}\u{A0}«»",
    "‧\u{2028}\u{202F}⁦\u{206A}",
    "\u{FEFF}\u{FFFD}\u{FFFE}\u{FFFF}", "😀\u{10FFFF}",
  ])
  func whatIsWrittenIsReadAgain(_ text: String) throws {
    var bytes: [UInt8] = []
    bytes.appendJSON(text)
    #expect(bytes == Array(JSONText.quoted(text).utf8))
    var reader = JSONReader(bytes[...])
    #expect(try reader.string() == text)
    try reader.end()
  }

  @Test(arguments: [
    (#""\u0430\ud83d\uDE00\/""#, "а😀/"), (#""\b\f""#, "\u{8}\u{C}"),
  ])
  func escapesAreRead(_ text: String, _ expected: String) throws {
    var reader = JSONReader(Array(text.utf8)[...])
    #expect(try reader.string() == expected)
  }

  @Test(arguments: [
    "", " ", "{", "[", "[1", "[1,]", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{a:1}", "'a'", "\"a",
    "\"\u{1}\"", #""\x""#, #""\u12"#, #""\ud800""#, #""\ud800\u0041""#, #""\udc00""#, "01", "-",
    "1.",
    "1e", ".5", "+1", "tru", "nul", "NaN", "1 2", "[]]", String(repeating: "[", count: 100_000),
  ])
  func whatIsNoJSONIsRefused(_ text: String) {
    #expect(throws: JSONFault.self) {
      var reader = JSONReader(Array(text.utf8)[...])
      try reader.skip()
      try reader.end()
    }
  }

  @Test(arguments: ["\u{22}\u{FF}", "\u{22}\u{C3}\u{28}"]) func brokenUTF8IsRefused(_ text: String)
  {
    let bytes = text.unicodeScalars.map { UInt8($0.value) } + [0x22]
    #expect(throws: JSONFault.self) {
      var reader = JSONReader(bytes[...])
      _ = try reader.string()
    }
  }

  @Test(arguments: ["0", "-0", "10", "-7", "9223372036854775807"])
  func wholeNumbersAreRead(_ text: String) throws {
    var reader = JSONReader(Array(text.utf8)[...])
    #expect(try reader.number() == Int(text))
    var skipping = JSONReader(Array((text + ".5e+3").utf8)[...])
    try skipping.skip()
    try skipping.end()
  }

  @Test(arguments: ["01", "1.5", "1e3", "-", "9223372036854775808", "\"1\""])
  func whatIsNoWholeNumberIsRefused(_ text: String) {
    #expect(throws: JSONFault.self) {
      var reader = JSONReader(Array(text.utf8)[...])
      _ = try reader.number()
    }
  }
}
