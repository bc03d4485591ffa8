internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import YAML

/// What the builder finds wrong, said so that a clerk can mend it.
extension PlanBuilder {
  /// Tells of an unknown key; the number of the property that was probably meant, which is then not
  /// told to be missing.
  mutating func reportUnknownKey(_ key: YAMLEvent, of object: SchemaObject, type: Int) -> Int? {
    let name = document.text(of: key)
    if name == "<<" {
      report(
        "merge-key", at: key.range,
        Message(
          uk: "ключ злиття «<<» не підтримується", en: "the merge key '<<' is not supported"),
        help: Message(
          uk: "повторіть ключі, а спільне значення візьміть через &name і *name",
          en: "repeat the keys, and share a value by &name and *name"))
      return nil
    }
    if type == kind.schema.root, name == "kind" || name == "вид" {
      reportDuplicate(Schema.Name(en: "kind", uk: "вид"), at: key.range)
      return nil
    }
    if isRestOfText(key) {
      reportComma(name, key.range)
      return nil
    }
    if let scalar = object.scalarProperty, name.contains(" ") {
      report(
        "colon-in-text", at: key.range,
        Message(
          uk: "двокрапка робить із початку тексту ключ",
          en: "the colon makes a key of the text before it"),
        help: Message(
          uk: "візьміть увесь текст у лапки: \"\(name): …\"",
          en: "put the whole text in quotation marks: \"\(name): …\""))
      return scalar
    }
    let names = object.properties.flatMap { [$0.name.en, $0.name.uk] }
    let isUkrainian = name.unicodeScalars.contains { (0x400...0x4FF).contains($0.value) }
    let known = object.properties.map { isUkrainian ? $0.name.uk : $0.name.en }
    let list = known.joined(separator: ", ")
    let synonym = object.properties.first { $0.isAlsoCalled(name) }?.name
    let near =
      synonym.map { isUkrainian ? $0.uk : $0.en } ?? nearestName(to: name, among: names)
    report(
      "unknown-key", at: key.range,
      Message(uk: "невідомий ключ «\(name)»", en: "unknown key '\(name)'"),
      help: near.map { ReadFaults.perhaps($0, for: name) }
        ?? Message(uk: "тут відомі ключі: \(list)", en: "the keys known here: \(list)"))
    return near.flatMap { near in
      object.properties.firstIndex { $0.name.en == near || $0.name.uk == near }
    }
  }

  /// Whether a key is the rest of a text that a comma in braces has ended: nothing stands behind it.
  private func isRestOfText(_ key: YAMLEvent) -> Bool {
    guard key.style == .plain, key.range.start.line == key.range.end.line else { return false }
    let line = source.line(Int(key.range.end.line)).unicodeScalars
    let next = line.dropFirst(Int(key.range.end.column) - 1).first { $0 != " " }
    return next == "," || next == "}"
  }

  private mutating func reportComma(_ name: String, _ range: SourceRange) {
    report(
      "comma-in-text", at: range,
      Message(
        uk: "кома в { } закінчує текст, і «\(name)» стає ключем без значення",
        en: "a comma in { } ends a text, and '\(name)' becomes a key without a value"),
      help: Message(
        uk: "візьміть увесь текст у лапки або запишіть кожен ключ окремим рядком",
        en: "put the whole text in quotation marks, or write each key in a line of its own"))
  }

  /// Tells of keys that begin again in one item of a list: a new item was probably meant.
  mutating func reportForgottenItem(_ name: Schema.Name, at range: SourceRange) {
    report(
      "duplicate-key", at: range,
      Message(
        uk:
          "ключ «\(name.uk)» («\(name.en)») тут уже записано: мабуть, починається новий елемент списку",
        en: "the key '\(name.en)' ('\(name.uk)') was here already: perhaps a new item begins"),
      help: Message(
        uk: "поставте перед новим елементом «- », тобто дефіс і пробіл, на рівні інших",
        en: "write '- ', a hyphen and a space, before the new item, at the level of the others"))
  }

  mutating func reportDuplicate(_ name: Schema.Name, at range: SourceRange) {
    report(
      "duplicate-key", at: range,
      Message(
        uk: "ключ «\(name.uk)» («\(name.en)») тут уже записано",
        en: "the key '\(name.en)' ('\(name.uk)') was here already"),
      help: Message(uk: "залиште один із них", en: "keep one of them"))
  }

  mutating func reportWrongKey(_ key: YAMLEvent) {
    report(
      "wrong-key", at: key.range.firstCharacter,
      Message(
        uk: "ключем має бути слово, а не список чи запис із ключами", en: "a key must be a word"))
  }

  mutating func reportMissing(_ object: SchemaObject, _ seen: UInt64, at range: SourceRange) {
    for (index, property) in object.properties.enumerated()
    where property.isRequired && seen & (1 << UInt64(index)) == 0 {
      report(
        "missing-key", at: range.firstCharacter,
        Message(
          uk: "бракує ключа «\(property.name.uk)» («\(property.name.en)»)",
          en: "the key '\(property.name.en)' ('\(property.name.uk)') is missing"),
        help: Message(
          uk: "додайте «\(property.name.uk): …» – \(property.description.uk.withoutFullStop)",
          en: "add '\(property.name.en): …': \(property.description.en.withoutFullStop)"))
    }
  }

  mutating func reportTooDeep(_ range: SourceRange) {
    report(
      "too-deep", at: range.firstCharacter,
      Message(
        uk: "вкладено глибше, ніж на \(Self.depthLimit) рівнів",
        en: "nested deeper than \(Self.depthLimit) levels"),
      help: Message(uk: "зменште вкладеність", en: "nest it less"))
  }

  mutating func reportCount(_ count: Int, _ list: SchemaList, at range: SourceRange) {
    if count < list.minItems {
      report(
        "too-few-items", at: range.firstCharacter,
        count == 0
          ? Message(uk: "список порожній", en: "the list is empty")
          : Message(
            uk: "елементів у списку \(count), а має бути щонайменше \(list.minItems)",
            en: "the list has \(count) items and needs at least \(list.minItems)"),
        help: Message(
          uk: "додайте елементи або вилучіть увесь ключ, якщо він не обов’язковий",
          en: "add items, or delete the key if it is not required"))
    }
    if let most = list.maxItems, count > most {
      report(
        "too-many-items", at: range.firstCharacter,
        Message(
          uk: "елементів у списку \(count), а має бути щонайбільше \(most)",
          en: "the list has \(count) items and may have at most \(most)"))
    }
  }

  mutating func reportUnknownValue(_ names: [Schema.Name], _ event: YAMLEvent) {
    let text = document.text(of: event)
    let near = nearestName(to: text, among: names.flatMap { [$0.uk, $0.en] })
    let wanted = describe(names)
    report(
      "unknown-value", at: event.range,
      ReadFaults.wrongType(expected: wanted, found: quoted(event)),
      help: near.map { ReadFaults.perhaps($0, for: text) })
  }

  /// Tells why a scalar is none of its type.
  mutating func report(_ fault: ScalarFault, _ form: SchemaType.Form, _ event: YAMLEvent) {
    let code: String
    switch fault {
    case .unknownValue(let names): return reportUnknownValue(names, event)
    case .noSuchDay: return reportNoSuchDay(event)
    case .tooShort: code = "text-too-short"
    case .wrongBoolean: code = "wrong-boolean"
    case .wrongNumber: code = "wrong-number"
    case .numberOutOfRange: code = "number-out-of-range"
    case .wrongDate: code = "wrong-date"
    case .noScalar: code = "wrong-type"
    }
    report(
      code, at: event.range, ReadFaults.wrongType(expected: describe(form), found: quoted(event)),
      help: code == "wrong-date" ? DateGuess.help(for: document.text(of: event)) : nil)
  }

  private mutating func reportNoSuchDay(_ event: YAMLEvent) {
    let text = document.text(of: event)
    report(
      "impossible-date", at: event.range,
      Message(uk: "дня «\(text)» у календарі немає", en: "the calendar has no day '\(text)'"),
      help: Message(uk: "перевірте число і місяць", en: "check the day and the month"))
  }

  mutating func reportWrongType(
    _ form: SchemaType.Form, _ event: YAMLEvent, _ events: inout PlanEvents
  ) throws(Stop) {
    try reportWrongType(expected: describe(form), event, &events)
  }

  mutating func reportWrongType(
    expected: Message, help: Message? = nil, _ event: YAMLEvent, _ events: inout PlanEvents
  ) throws(Stop) {
    let found =
      switch event.kind {
      case .mappingStart: Message(uk: "запис із ключами", en: "a mapping")
      case .sequenceStart: Message(uk: "список", en: "a list")
      default: quoted(event)
      }
    report(
      "wrong-type", at: event.kind == .scalar ? event.range : event.range.firstCharacter,
      ReadFaults.wrongType(expected: expected, found: found),
      help: help)
    if event.kind != .scalar { events.skipRest() }
  }

  /// What a type wants, in the accusative-free form that fits «тут має бути …».
  func describe(_ form: SchemaType.Form) -> Message {
    switch form {
    case .text: return Message(uk: "текст", en: "a text")
    case .choice(let names): return describe(names)
    case .date:
      return Message(
        uk: "дата (2020-12-20, 20.12.2020 або 20 грудня 2020 р.)",
        en: "a date (2020-12-20, 20.12.2020 or 20 грудня 2020 р.)")
    case .boolean: return Message(uk: "«так» або «ні»", en: "'true' or 'false'")
    case .integer(let minimum?, let maximum?):
      return Message(
        uk: "число від \(minimum) до \(maximum)", en: "a number from \(minimum) to \(maximum)")
    case .integer: return Message(uk: "ціле число", en: "a whole number")
    case .object(let object):
      return Message(
        uk: "запис із ключами " + object.properties.map(\.name.uk).joined(separator: ", "),
        en: "a mapping of " + object.properties.map(\.name.en).joined(separator: ", "))
    case .list(let list): return describe(list)
    }
  }

  func describe(_ list: SchemaList) -> Message {
    Message(
      uk: "список" + (list.emptyWord.map { " або «\($0.uk)»" } ?? ""),
      en: "a list" + (list.emptyWord.map { " or '\($0.en)'" } ?? ""))
  }

  private func describe(_ names: [Schema.Name]) -> Message {
    Message(
      uk: "одне з: "
        + names.map { looksAlike($0.en, $0.uk) ? $0.en : $0.uk }.joined(separator: ", "),
      en: "one of " + names.map(\.en).joined(separator: ", "))
  }

  private func quoted(_ event: YAMLEvent) -> Message {
    let text = document.text(of: event)
    let shown = text.count > 80 ? text.prefix(80) + "…" : text[...]
    return Message(uk: "«\(shown)»", en: "'\(shown)'")
  }

  func describeHelp(_ property: SchemaProperty) -> Message {
    Message(
      uk: "напишіть значення – \(property.description.uk.withoutFullStop)",
      en: "write a value: \(property.description.en.withoutFullStop)")
  }

  /// What was found before the text became unreadable, without what only an unclosed bracket or
  /// quotation mark made of it.
  func diagnostics(before stop: Stop) -> [Diagnostic] {
    guard case .unreadable(let fault) = stop, let opening = fault.opening else {
      return diagnostics
    }
    return diagnostics.filter { ($0.range?.start ?? opening) < opening }
  }
}

extension String {
  /// A description, which ends as a sentence does, within another sentence.
  fileprivate var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}

extension SourceRange {
  /// The first character of the range, where marking all of it would say less.
  var firstCharacter: SourceRange { SourceRange(line: Int(start.line), column: Int(start.column)) }
}
