internal import DeadlineAnnotations
internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import YAML

/// What the builder finds wrong, said so that a clerk can mend it.
extension PlanBuilder {
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
    let wanted = describe(names)
    report(
      "unknown-value", at: event.range,
      ReadFaults.wrongType(expected: wanted, found: quoted(event)),
      help: ValueGuess.choice(text, among: names) ?? ReadFaults.unseen(in: text))
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
      help: help(for: fault, form, document.text(of: event)))
  }

  private func help(for fault: ScalarFault, _ form: SchemaType.Form, _ text: String) -> Message? {
    if let unseen = ReadFaults.unseen(in: text) { return unseen }
    return switch (fault, form) {
    case (.wrongDate, _): DateGuess.help(for: text)
    case (.wrongBoolean, _): ValueGuess.boolean(text)
    case (.wrongNumber, .integer(let minimum, let maximum)),
      (.numberOutOfRange, .integer(let minimum, let maximum)):
      ValueGuess.number(text, (minimum ?? .min)...(maximum ?? .max))
    case (.wrongNumber, .years(let years)), (.numberOutOfRange, .years(let years)):
      ValueGuess.number(text, years)
    default: nil
    }
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
    if case .text = form, event.kind == .mappingStart, event.style != .flow,
      let key = events.peeked, key.kind == .scalar, key.style == .plain,
      Self.beginsText(document.text(of: key))
    {
      reportColon(behind: document.text(of: key), at: key.range)
      return events.skipRest()
    }
    try reportWrongType(
      expected: describe(form), help: helpForType(form, event), event, &events)
  }

  /// How to write what was written in another shape.
  private func helpForType(_ form: SchemaType.Form, _ event: YAMLEvent) -> Message? {
    switch (form, event.kind) {
    case (.object(let object), .scalar):
      let keys = object.properties.filter(\.isRequired)
      return Message(
        uk: "запишіть нижче, кожне в окремому рядку: "
          + keys.map { "«\($0.name.uk): …»" }.joined(separator: ", "),
        en: "write below, each in a line of its own: "
          + keys.map { "'\($0.name.en): …'" }.joined(separator: ", "))
    case (.object, .sequenceStart):
      return Message(
        uk: "тут не список: приберіть «- » перед першим ключем",
        en: "this is no list: delete the '- ' before the first key")
    case (_, .sequenceStart) where event.style == .flow,
      (_, .mappingStart) where event.style == .flow:
      return event.kind == .mappingStart
        ? Message(
          uk: "якщо це текст із дужками, візьміть усе значення в лапки",
          en: "if this is a text with brackets, put the whole value in quotation marks")
        : Message(
          uk: "тут одне значення: залиште одне з них; текст із дужками візьміть у лапки",
          en: "one value stands here: keep one; put a text with brackets in quotation marks")
    case (_, .sequenceStart):
      return Message(
        uk: "тут не список: запишіть одне значення, без «- »",
        en: "this is no list: write one value, without '- '")
    case (_, .mappingStart):
      return Message(
        uk: "запишіть значення в рядку ключа; текст із двокрапкою візьміть у лапки",
        en: "write the value in the key's line; put a text with a colon in quotation marks")
    default: return nil
    }
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
    case .text(let length) where length > 1:
      return Message(
        uk: "текст не коротший за \(length) зн.", en: "a text of \(length) characters or more")
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
    case .integer(let minimum?, nil):
      return Message(uk: "ціле число від \(minimum)", en: "a whole number from \(minimum)")
    case .integer: return Message(uk: "ціле число", en: "a whole number")
    case .years(let years):
      return Message(
        uk: "рік від \(years.lowerBound) до \(years.upperBound) або кілька: «2027–2029»",
        en: "a year from \(years.lowerBound) to \(years.upperBound), or several: «2027–2029»")
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
        + names.map(\.shown).joined(separator: ", "),
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
  var withoutFullStop: String { hasSuffix(".") ? String(dropLast()) : self }
}
