internal import Diagnostics
internal import SourceTexts
internal import Schemas
internal import YAML

/// Warnings where a slip of the hand would lose or join words, and the plan is well formed.
extension PlanBuilder {
  /// Warns where a text is cut short, perhaps to nothing, by a `#` that was probably a part of it.
  ///
  /// - Parameter isText: whether it is a text, in which words may stand behind a number sign.
  mutating func warnOfCut(_ event: YAMLEvent, isText: Bool = false) {
    guard mayCutText, event.style == .plain else { return }
    let end = event.range.end
    let rest = source.line(Int(end.line)).unicodeScalars.dropFirst(Int(end.column) - 1)
    let comment = rest.drop { $0 == " " }
    guard rest.first == " ", comment.first == "#" else { return }
    let words = String(String.UnicodeScalarView(comment))
    let cut = CutText(
      before: isText ? document.text(of: event) : "", spaces: rest.count - comment.count,
      comment: words)
    // A comment for the program is told of by those who read it.
    guard cut.isProbable, !words.dropFirst().lowercased().hasPrefix("pysar") else { return }
    warn(
      "comment-in-text",
      at: SourceRange(
        line: Int(end.line), column: Int(end.column) + rest.count - comment.count,
        length: comment.count),
      Message(
        uk: "усе від «#» – коментар, і «\(words)» у документ не потрапить",
        en: "all from '#' on is a comment, and '\(words)' is not in the document"),
      help: cut.isGlued
        ? Message(
          uk:
            "якщо це текст, візьміть усе значення в лапки; якщо коментар, поставте після «#» пробіл",
          en:
            "if it is text, put the whole value in quotation marks; if not, set a space behind '#'")
        : Message(
          uk: "якщо це текст, напишіть «№» або візьміть усе значення в лапки; "
            + "якщо коментар, запишіть його окремим рядком",
          en: "if it is text, write '№', or put the whole value in quotation marks; "
            + "if not, write the comment on a line of its own"))
  }

  /// Warns where a text has one quotation mark alone.
  mutating func warnOfQuote(_ event: YAMLEvent) {
    guard let place = UnpairedQuote.place(in: document.texts.span.extracting(event.text)) else {
      return
    }
    let text = document.text(of: event)
    let mark = text.utf8[text.utf8.index(text.startIndex, offsetBy: place)...]
    let sign = String(Substring(mark).prefix(1))
    warn(
      "unpaired-quote", at: event.range,
      Message(
        uk: "у тексті одна лапка «\(sign)», без пари",
        en: "the text has one quotation mark, \(sign)"),
      help: Message(
        uk: "допишіть другу або вилучіть цю; у документах пишуть «ялинки»",
        en: "write the other one, or delete this one; documents have «such marks»"))
  }

  /// Warns where one text stands for a list and begins as an item of a list would; a number begins
  /// one only as 1, in quotation marks only with 2 behind it: «редакція: "3. Облік ведуть щороку."».
  mutating func warnOfDash(_ event: YAMLEvent) {
    let text = document.text(of: event)
    guard !isDitto(event), let mark = ListMark.leading(text), text.count > mark.count else {
      return
    }
    // «* Разом із …» opens a note; stars of a list come again.
    if mark == "*", !text.dropFirst(2).contains("* ") { return }
    if let digit = mark.first, digit.isNumber {
      let next = " 2" + mark.suffix(1)
      guard mark.dropLast() == "1", event.style == .plain || text.contains(next) else { return }
    }
    warn(
      "list-dash", at: event.range.firstCharacter,
      Message(
        uk: "список починають дефісом і пробілом, а тут один текст, що починається з «\(mark)»",
        en: "a list begins with '- ', and this is one text that begins with '\(mark)'"),
      help: Message(
        uk: "напишіть «- », тобто дефіс і пробіл, перед кожним елементом",
        en: "write '- ', a hyphen and a space, before each item"))
  }

  /// Warns of a bullet that another program has left at the beginning of an item.
  mutating func warnOfBullet(_ event: YAMLEvent) {
    guard !event.text.isEmpty,
      [0xC2, 0xE2, 0xEF].contains(document.texts[event.text.lowerBound]),
      let mark = ListMark.bullet(document.text(of: event))
    else { return }
    warn(
      "list-dash", at: event.range.firstCharacter,
      Message(
        uk: "елемент списку починається зі знака «\(mark)», який надрукується",
        en: "the item begins with '\(mark)', which would be printed"),
      help: Message(uk: "вилучіть цей знак", en: "delete it"))
  }

  /// Warns where a line that goes on with a text looks like an item whose hyphen was forgotten.
  ///
  /// - Parameter isItem: whether the text is itself an item of a list.
  mutating func warnOfContinuation(_ event: YAMLEvent, isItem: Bool) {
    let (first, last) = (Int(event.range.start.line), Int(event.range.end.line))
    guard event.kind == .scalar, event.style == .plain, first < last else { return }
    var before = source.line(first)
    for number in first + 1...min(last, first + Self.continuationLimit) {
      let line = source.line(number)
      let text = line.drop { $0 == " " }
      let mark = ListMark.continuing(text)
      if mark != nil || isItem && TextContinuation.looksForgotten(text, after: before) {
        reportForgottenDash(
          at: SourceRange(line: number, column: line.count - text.count + 1), isItem: isItem)
        return
      }
      if !text.isEmpty { before = line }
    }
  }

  /// How many lines of one text are looked at.
  private static let continuationLimit = 20

  private mutating func reportForgottenDash(at range: SourceRange, isItem: Bool) {
    warn(
      "list-dash", at: range,
      Message(
        uk: "цей рядок продовжує попередній текст, а схожий на новий елемент списку",
        en: "this line goes on with the text before, and looks like a new item of a list"),
      help: Message(
        uk: "якщо це новий елемент, поставте перед ним «- »; якщо ні, запишіть текст одним рядком",
        en: "if it is a new item, write '- ' before it; if not, write the text in one line"))
  }

  /// Warns where a comma in brackets has probably split a text in two.
  mutating func warnOfSplit(_ item: YAMLEvent, after before: YAMLEvent, list: SchemaList) {
    guard item.kind == .scalar, before.kind == .scalar, item.style == .plain,
      before.style == .plain
    else { return }
    var isSaid = false
    if case .object(let object) = kind.schema.types[list.item].form,
      let scalar = object.scalarProperty
    {
      // What is said is in sentences; names may begin with a small letter.
      isSaid = object.properties[scalar].name.en == "text"
    }
    let (one, other) = (document.text(of: before), document.text(of: item))
    guard TextContinuation.isSplit(one, other, areSentences: isSaid) else { return }
    warn(
      "comma-in-text", at: item.range,
      Message(
        uk: "кома в [ ] починає новий елемент списку, а «\(other)» схоже на продовження тексту",
        en: "a comma in [ ] begins a new item, and '\(other)' looks like the rest of the text"),
      help: Message(
        uk: "візьміть увесь текст у лапки або запишіть список рядками, кожен після «- »",
        en: "put the whole text in quotation marks, or write the list in lines, each after '- '"))
  }

  /// Tells of the words that YAML has taken for itself: tags, and anchors that nothing refers to.
  mutating func reportMarks() {
    for tag in document.tags {
      let event = document.events[tag.event]
      switch tag.name {
      case "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq": continue
      case "tag:yaml.org,2002:null" where isBlank(event): continue
      default: break
      }
      let written = word(at: tag.position)
      report(
        "tag", at: range(of: written, at: tag.position),
        Message(
          uk: "«\(written)» YAML бере собі, і в документ воно не потрапить",
          en: "'\(written)' is taken by YAML for itself, and is not in the document"),
        help: Self.quoteOrDelete)
    }
    for anchor in document.unusedAnchors {
      warn(
        "unused-anchor", at: range(of: anchor.name, at: anchor.position),
        Message(
          uk: "«\(anchor.name)» YAML бере за позначку, і в документ воно не потрапить",
          en: "'\(anchor.name)' is taken for an anchor, and is not in the document"),
        help: Self.quoteOrDelete)
    }
  }

  private static let quoteOrDelete = Message(
    uk: "якщо це текст, візьміть усе значення в лапки; якщо ні, вилучіть",
    en: "if it is text, put the whole value in quotation marks; if not, delete it")

  /// The word that begins at a place.
  private func word(at position: SourcePosition) -> String {
    let line = source.line(Int(position.line)).unicodeScalars.dropFirst(Int(position.column) - 1)
    return String(String.UnicodeScalarView(line.prefix { $0 != " " && $0 != "," }.prefix(64)))
  }

  private func range(of word: String, at position: SourcePosition) -> SourceRange {
    SourceRange(
      line: Int(position.line), column: Int(position.column), length: word.unicodeScalars.count)
  }

  mutating func warn(
    _ code: String, at range: SourceRange, _ message: Message, help: Message
  ) {
    // An item of a list that is a text is looked at as both.
    guard !diagnostics.contains(where: { $0.code == code && $0.range == range }) else { return }
    report(code, at: range, message, help: help, severity: .warning)
  }
}
