internal import Diagnostics
internal import YAML
internal import Schemas
internal import SourceTexts
internal import Tables

/// What the builder finds wrong with keys.
extension PlanBuilder {
  /// A key without a value, whose own keys may stand beside it.
  struct Outdented {
    /// What the key stands for; nil where there is none.
    var property: SchemaProperty?
    /// Where it stands.
    var key = SourceRange(line: 1, column: 1)
    /// Whether it was told that its keys stand beside it.
    var isTold = false
  }

  /// Tells of an unknown key; the number of the property that was probably meant, which is then not
  /// told to be missing.
  ///
  /// - Parameters:
  ///   - textIsThere: whether the object has the text that may stand for all of it.
  ///   - isAlone: whether there is no other key.
  mutating func reportUnknownKey(
    _ key: YAMLEvent, of object: SchemaObject, type: Int, textIsThere: @autoclosure () -> Bool,
    isAlone: Bool
  ) -> Int? {
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
      reportOtherPlan(at: key.range)
      return nil
    }
    if isRestOfText(key) {
      reportComma(name, key.range)
      return nil
    }
    if let scalar = object.scalarProperty, name.contains(" ") {
      reportColon(behind: name, at: key.range)
      return scalar
    }
    let isUkrainian = KeyGuess.isUkrainian(name)
    if let near = KeyGuess.meant(by: name, of: object) {
      reportUnknown(key, help: ReadFaults.perhaps(near, for: name))
      return object.properties.firstIndex { $0.name.en == near || $0.name.uk == near }
    }
    let titles = kind.schema.types[type].table == .row ? table.columns : nil
    if let near = titles?.title(near: name) {
      reportUnknown(key, help: ReadFaults.perhaps(near, for: name))
      return nil
    }
    if let scalar = object.scalarProperty, isAlone || Self.beginsText(name), !textIsThere() {
      reportColon(behind: name, at: key.range)
      return scalar
    }
    let known =
      titles?.all.map(\.title) ?? object.properties.map { isUkrainian ? $0.name.uk : $0.name.en }
    let list = known.joined(separator: ", ")
    reportUnknown(
      key,
      help: place(of: name, below: object, type: type)
        ?? Message(uk: "тут відомі ключі: \(list)", en: "the keys known here: \(list)"))
    return nil
  }

  /// Tells of a text whose colon has made a key of what stands before it.
  mutating func reportColon(behind text: String, at range: SourceRange) {
    report(
      "colon-in-text", at: range,
      Message(
        uk: "двокрапка робить із початку тексту ключ",
        en: "the colon makes a key of the text before it"),
      help: Message(
        uk: "візьміть увесь текст у лапки: \"\(text): …\"",
        en: "put the whole text in quotation marks: \"\(text): …\""))
  }

  /// Whether a key looks like the beginning of a text: keys have no capital letters and no spaces.
  static func beginsText(_ key: String) -> Bool {
    key.contains(" ") || key.unicodeScalars.first?.properties.isUppercase ?? false
  }

  private mutating func reportUnknown(_ key: YAMLEvent, help: Message) {
    let name = document.text(of: key)
    report(
      "unknown-key", at: key.range,
      Message(uk: "невідомий ключ «\(name)»", en: "unknown key '\(name)'"), help: help)
  }

  /// Where a key belongs that is not known here: below this object, or in the plan itself.
  private func place(of name: String, below object: SchemaObject, type: Int) -> Message? {
    if type != kind.schema.root, kind.schema.rootObject.property(called: name) != nil {
      return Message(
        uk: "«\(name)» – ключ самого плану: приберіть відступ перед ним",
        en: "'\(name)' is a key of the plan itself: delete the spaces before it")
    }
    guard let path = KeyGuess.place(of: name, below: object, in: kind.schema) else { return nil }
    return Message(
      uk: "цей ключ пишуть глибше: \(path.map { "«\($0.uk)»" }.joined(separator: " → "))",
      en: "this key stands deeper: \(path.map { "'\($0.en)'" }.joined(separator: " → "))")
  }

  /// Tells of a key that stands beside the one that it belongs to, whose value is empty for that.
  ///
  /// - Returns: whether it is such a key.
  mutating func reportOutdented(_ key: YAMLEvent, of owner: Outdented) -> Bool {
    let name = document.text(of: key)
    guard let property = owner.property, let object = kind.schema.object(in: property.type),
      object.property(called: name) != nil
    else { return false }
    // It is told once, and the empty value came of it.
    if owner.isTold { return true }
    withdraw("empty-value", at: owner.key)
    report(
      "unknown-key", at: key.range,
      Message(
        uk: "ключ «\(name)» належить до «\(property.name.uk)», а стоїть поруч із ним",
        en: "the key '\(name)' belongs to '\(property.name.en)', and stands beside it"),
      help: Message(
        uk: "поставте перед ним і рештою ключів «\(property.name.uk)» на два пробіли більше",
        en: "put two more spaces before it and the other keys of '\(property.name.en)'"))
    return true
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

  /// Tells of a second kind; all keys behind it are probably those of another plan.
  private mutating func reportOtherPlan(at range: SourceRange) {
    guard !beginsOther else { return }
    beginsOther = true
    report(
      "duplicate-key", at: range,
      Message(
        uk: "ключ «вид» («kind») тут уже записано", en: "the key 'kind' ('вид') was here already"),
      help: Message(
        uk: "залиште один із них; якщо починається інший план, поставте перед ним рядок «---»",
        en: "keep one of them; if another plan begins, write a line '---' before it"))
  }

  /// Tells of a key that was here already.
  ///
  /// - Parameter type: its value's type.
  mutating func reportDuplicate(_ name: Schema.Name, at range: SourceRange, type: Int? = nil) {
    // Behind a second kind all keys are of another plan, which is told once.
    if beginsOther, depth == 0 { return }
    var isList = false
    if let type, case .list = kind.schema.types[type].form { isList = true }
    report(
      "duplicate-key", at: range,
      Message(
        uk: "ключ «\(name.uk)» («\(name.en)») тут уже записано",
        en: "the key '\(name.en)' ('\(name.uk)') was here already"),
      help: isList
        ? Message(
          uk: "перенесіть елементи до першого списку, а цей ключ вилучіть",
          en: "move the items to the first list, and delete this key")
        : Message(uk: "залиште один із них", en: "keep one of them"))
  }

  mutating func reportWrongKey(_ key: YAMLEvent) {
    report(
      "wrong-key", at: key.range.firstCharacter,
      Message(
        uk: "ключем має бути слово, а не список чи запис із ключами", en: "a key must be a word"),
      help: Message(
        uk: "напишіть ключ без дужок", en: "write the key without brackets"))
  }

  mutating func reportMissing(_ object: SchemaObject, _ seen: UInt64, at range: SourceRange) {
    for (index, property) in object.properties.enumerated()
    where property.isRequired && seen & (1 << UInt64(index)) == 0 {
      report(
        "missing-key", at: range.firstCharacter,
        Message(
          uk: "бракує ключа «\(property.name.uk)» («\(property.name.en)»)",
          en: "the key '\(property.name.en)' ('\(property.name.uk)') is missing"),
        help: itemsHelp(property)
          ?? Message(
            uk: "додайте «\(property.name.uk): …» – \(property.description.uk.withoutFullStop)",
            en: "add '\(property.name.en): …': \(property.description.en.withoutFullStop)"))
    }
  }

  /// How a list of items with keys is written; nil for what is none.
  private func itemsHelp(_ property: SchemaProperty) -> Message? {
    guard case .list(let list) = kind.schema.types[property.type].form,
      case .object(let object) = kind.schema.types[list.item].form
    else { return nil }
    let keys = object.properties.filter(\.isRequired).map(\.name)
    guard let first = keys.first else { return nil }
    let rest = keys.dropFirst()
    return Message(
      uk: "додайте «\(property.name.uk):», а нижче – кожен елемент: «- \(first.uk): …»"
        + rest.map { ", «\($0.uk): …»" }.joined(),
      en: "add '\(property.name.en):', and below it each item: '- \(first.en): …'"
        + rest.map { ", '\($0.en): …'" }.joined())
  }

  /// Tells of keys one of which is enough, where none is there.
  mutating func reportMissingAny(_ object: SchemaObject, _ seen: UInt64, at range: SourceRange) {
    for group in object.anyOf where !group.contains(where: { seen & (1 << UInt64($0)) != 0 }) {
      let names = group.map { object.properties[$0] }
      let all = names.map { "«\($0.name.uk)»" }.joined(separator: ", ")
      let english = names.map { "'\($0.name.en)'" }.joined(separator: ", ")
      report(
        "missing-key", at: range.firstCharacter,
        Message(
          uk: "бракує одного з ключів: \(all)", en: "one of the keys is missing: \(english)"),
        help: Message(
          uk: "додайте "
            + names.map { "«\($0.name.uk): …» – \($0.description.uk.withoutFullStop)" }
            .joined(separator: ", або "),
          en: "add "
            + names.map { "'\($0.name.en): …': \($0.description.en.withoutFullStop)" }
            .joined(separator: ", or ")))
    }
  }
}
