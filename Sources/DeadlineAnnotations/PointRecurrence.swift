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
    let holding = DutySentence(text, hasExecutor: true).deadlines.filter { $0.holdsWords(own) }
    // What stands there by itself, too, is no part of the other.
    guard let phrase = holding.first, holding.count == 1, phrase != own else { return nil }
    return Self.isRecurrence(phrase) ? phrase : nil
  }

  private static func isRecurrence(_ words: String) -> Bool {
    let read = DeadlineReader(year: nil).read(words)
    return read.isKnown && read.deadlines.count == 1 && read.deadlines[0].every != nil
  }
}

extension String {
  /// Whether words stand in it as they are, and not within others: «5 числа» does not in «15 числа».
  fileprivate func holdsWords(_ words: String) -> Bool {
    let isPart = { (character: Character?) in
      character?.isLetter ?? false || character?.isNumber ?? false
    }
    return ranges(of: words).contains { range in
      !isPart(self[..<range.lowerBound].last) && !isPart(self[range.upperBound...].first)
    }
  }
}
