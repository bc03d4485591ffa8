internal import Diagnostics

/// A value that begins with a quotation mark, which closes before the value ends: the clerk's own
/// quotation marks, or an apostrophe, taken by YAML for its.
struct QuotedStart {
  /// The mark that YAML has taken.
  let mark: Character
  /// What stands between the marks.
  let inside: Substring
  /// What stands behind them.
  let behind: Substring

  /// Looks for one in a line.
  init?(_ line: String) {
    var rest = line.drop { $0 == " " }
    while rest.hasPrefix("- ") { rest = rest.dropFirst(2).drop { $0 == " " } }
    if rest.first != "\"", rest.first != "'", let colon = rest.range(of: ": ") {
      rest = rest[colon.upperBound...].drop { $0 == " " }
    }
    guard let mark = rest.first, mark == "\"" || mark == "'" else { return nil }
    rest = rest.dropFirst()
    guard let end = Self.end(of: rest, mark) else { return nil }
    let behind = rest[end...].dropFirst()
    let text = behind.drop { $0 == " " }
    guard let next = text.first, !",]}:".contains(next), next != "#" || behind.first != " " else {
      return nil
    }
    self.mark = mark
    inside = rest[..<end]
    self.behind = behind
  }

  private static func end(of text: Substring, _ mark: Character) -> Substring.Index? {
    var index = text.startIndex
    while index < text.endIndex {
      let next = text.index(after: index)
      if mark == "\"", text[index] == "\\" {
        guard next < text.endIndex else { return nil }
        index = text.index(after: next)
        continue
      }
      if text[index] == mark {
        guard mark == "'", next < text.endIndex, text[next] == "'" else { return index }
        index = text.index(after: next)
        continue
      }
      index = next
    }
    return nil
  }

  /// Whether the mark that closes is an apostrophe within a word.
  private var isApostrophe: Bool {
    mark == "'" && inside.last?.isLetter ?? false && behind.first?.isLetter ?? false
  }

  /// What is told of it.
  var words: (message: Message, help: Message) {
    if isApostrophe {
      return (
        Message(
          uk: "апостроф усередині одинарних лапок закінчив текст",
          en: "an apostrophe inside single quotation marks has ended the text"),
        Message(
          uk: "напишіть ’ замість ' або подвойте його: ''",
          en: "write ’ in place of ', or double it: ''")
      )
    }
    return (
      Message(
        uk: "текст починається з лапок, і YAML закінчив його на других",
        en: "the text begins with a quotation mark, and YAML has ended it at the next one"),
      Message(
        uk: "поставте «ялинки» або візьміть усе значення в одинарні лапки: '\"Перше\" друге'",
        en: "write «…», or put the whole value in single quotation marks: '\"First\" second'")
    )
  }
}

extension StringProtocol {
  /// The first place of another text.
  fileprivate func range(of text: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(text) { return start..<index(start, offsetBy: text.count) }
      start = index(after: start)
    }
    return nil
  }
}
