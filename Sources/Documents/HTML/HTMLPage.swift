import Bytes
internal import Diagnostics
internal import Markup

/// An HTML page while it is written: bytes, and the few ways in which they may be added.
struct HTMLPage {
  /// What is written so far.
  private(set) var bytes: [UInt8] = []
  /// The sheet of paper that it stands on.
  var sheet: Sheet
  /// How many annexes were begun.
  var annexes = 0
  /// What is being written.
  private(set) var document: Document

  init(_ document: Document) {
    self.document = document
    sheet = document.sheets[0]
    bytes.reserveCapacity(32_768)
  }

  /// Adds markup as it stands: only what is written in this program, never what a plan says.
  mutating func raw(_ markup: StaticString) {
    bytes.append(markup)
  }

  /// Adds another document, which begins a page.
  mutating func add(_ document: Document) {
    pageBreak()
    self.document = document
    sheet = document.sheets[0]
    blocks(document.blocks.indices)
  }

  /// Adds text that only means itself, between two pieces of markup.
  mutating func text(_ text: PlainText, _ start: StaticString = "", _ end: StaticString = "") {
    let all = document.text
    add(all.span.extracting(text.range), from: start, to: end)
  }

  /// Adds text from elsewhere.
  mutating func add(_ text: Span<UInt8>, from start: StaticString = "", to end: StaticString = "") {
    bytes.append(escaping: text, from: start, to: end)
  }

  /// Adds text between the quotes of an attribute.
  mutating func value(_ text: PlainText, _ start: StaticString = "", _ end: StaticString = "") {
    let all = document.text
    bytes.append(escaping: all.span.extracting(text.range), in: .attribute, from: start, to: end)
  }

  /// Adds text from elsewhere between the quotes of an attribute.
  mutating func value(_ text: String) {
    bytes.append(escaping: text.utf8Span.span, in: .attribute)
  }

  /// Adds a number between two pieces of markup.
  mutating func number(_ number: Int, _ start: StaticString, _ end: StaticString) {
    let digits = 20
    let room = start.utf8CodeUnitCount + digits + end.utf8CodeUnitCount
    bytes.append(addingCapacity: room) { page in
      page.append(start)
      if number < 0 { page.append(UInt8(ascii: "-")) }
      var power: UInt = 1
      while number.magnitude / power >= 10 { power *= 10 }
      while power > 0 {
        page.append(UInt8(ascii: "0") + UInt8(number.magnitude / power % 10))
        power /= 10
      }
      page.append(end)
    }
  }

  /// Adds markup that was written before.
  mutating func append(_ markup: [UInt8]) { bytes += markup }
}
