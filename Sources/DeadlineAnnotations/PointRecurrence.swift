internal import Contents
internal import DeadlineGrammar
internal import Deadlines
internal import Schemas
internal import XML

extension XMLNode {
  /// The words of a point that those of its deadline are a part of, where only these say how often:
  /// «щомісяця до 5 числа» of a text whose key has «до 5 числа»; nil for any other deadline.
  func recurrenceOfPoint(_ kind: Kind) -> String? {
    guard let texts = kind.schema.dutyTexts, let list = parent,
      list.isNamed(texts.deadlines.element),
      let text = list.parent?.children.first(where: { $0.isNamed(texts.text) })?.stringValue
    else { return nil }
    let own = stringValue
    guard text.contains(own), !Self.isRecurrence(own) else { return nil }
    return DutySentence(text, hasExecutor: true).deadlines.first {
      $0 != own && $0.contains(own) && Self.isRecurrence($0)
    }
  }

  private static func isRecurrence(_ words: String) -> Bool {
    let read = DeadlineReader(year: nil).read(words)
    return read.isKnown && read.deadlines.count == 1 && read.deadlines[0].every != nil
  }
}
