package import Diagnostics
package import Schemas

/// Writes the reference of a kind's plan language in Markdown: a table for each type of object.
package struct SchemaReference {
  private let language: Language

  /// Makes a writer whose words are in a language; keys and values are always in both.
  package init(language: Language) {
    self.language = language
  }

  /// The Markdown text, ending with a line feed.
  package func write(_ schema: Schema) -> String {
    SchemaReferencePage(schema: schema, language: language).text
  }
}

/// The reference of one schema.
private struct SchemaReferencePage {
  let schema: Schema
  let language: Language
  let types: ObjectTypes

  init(schema: Schema, language: Language) {
    self.schema = schema
    self.language = language
    types = ObjectTypes(of: schema, naming: language == .en ? .elements : .ukrainianKeys)
  }

  var text: String {
    let made = say(
      "<!-- Створено зі схеми виду; не редагуйте. -->",
      "<!-- Made from the kind's schema; do not edit. -->")
    let head = [
      made, "# \(schema.title[language])", schema.description[language], dialect,
    ]
    return (head + types.all.flatMap(section)).filter { !$0.isEmpty }.joined(separator: "\n\n")
      + "\n"
  }

  private var dialect: String {
    say(
      "Українські й англійські ключі та значення рівноправні, також упереміш в одному файлі. "
        + "Ключ без значення – те саме, що його відсутність.",
      "English and Ukrainian keys and values are equal, also mixed in one file. "
        + "A key without a value is as good as none.")
  }

  private func section(_ use: ObjectTypes.Use) -> [String] {
    guard case .object(let object) = schema.types[use.type].form,
      schema.types[use.type].table != .cell
    else { return [] }
    let isRoot = use == types.all[0]
    var rows = object.properties.map { property in
      row(
        property.name, value(of: property, isRow: use.isRow), isRequired: property.isRequired,
        meaning(of: property))
    }
    if isRoot {
      let kind = row(
        Schema.Name(en: "kind", uk: "вид"), both(schema.kind), isRequired: true,
        say("Вид документа.", "The kind of the document."))
      rows.insert(kind, at: 0)
    }
    let title = say(
      "| ключ | key | значення | обов’язковий | зміст |",
      "| key | ключ | value | required | meaning |")
    return [
      "## " + types.name(of: use),
      scalar(object), columns(use.type),
      ([title, "| --- | --- | --- | --- | --- |"] + rows).joined(separator: "\n"),
    ]
  }

  private func row(_ name: Schema.Name, _ value: String, isRequired: Bool, _ meaning: String)
    -> String
  {
    let keys = language == .en ? [name.en, name.uk] : [name.uk, name.en]
    let required = isRequired ? say("так", "yes") : say("ні", "no")
    return "| " + (keys.map { "`\($0)`" } + [value, required, meaning]).joined(separator: " | ")
      + " |"
  }

  /// What a bare scalar stands for.
  private func scalar(_ object: SchemaObject) -> String {
    guard let name = object.scalarProperty.map({ object.properties[$0].name }) else { return "" }
    return say(
      "Саме значення без ключів – це «\(name.uk)»: `…` означає `{\(name.uk): …}`.",
      "A value without keys is its \(name.en): `…` is short for `{\(name.en): …}`.")
  }

  /// How the cells of a row are written.
  private func columns(_ type: Int) -> String {
    guard schema.types[type].table == .row else { return "" }
    return say(
      "Ключами рядка є й заголовки граф, які назвав план: `{Дата: 21 жовтня, Питання: Про звіт}`. "
        + "Рядок може бути й списком клітинок у порядку граф: `[21 жовтня, Про звіт]`.",
      "The titles of the columns that the plan names are keys of a row, too: "
        + "`{Day: 21 October, Matter: On the report}`. "
        + "A row may also be a list of cells in the order of the columns: "
        + "`[21 October, On the report]`.")
  }

  private func meaning(of property: SchemaProperty) -> String {
    let examples = schema.types[property.type].examples.map { "`\($0)`" }.joined(separator: ", ")
    let lead = say("Наприклад", "For example")
    return escaped(property.description[language])
      + (examples.isEmpty ? "" : " \(lead): \(escaped(examples)).")
  }

  // MARK: Values

  private func value(of property: SchemaProperty, isRow: Bool) -> String {
    let ditto = isRow && schema.takesDitto(property)
    return value(property.type, isRow: false)
      + (ditto ? say(", або знак повтору", ", or a ditto mark") : "")
  }

  private func value(_ type: Int, isRow: Bool) -> String {
    switch schema.types[type].form {
    case .text(let minLength):
      return minLength <= 1
        ? say("текст", "text")
        : say("текст, щонайменше знаків: \(minLength)", "text of at least \(minLength) characters")
    case .choice(let names): return names.map(both).joined(separator: ", ")
    case .date:
      return say("дата", "date") + ": `2020-12-20`, `20.12.2020`, `20 грудня 2020 р.`"
    case .boolean: return "`true`/`так`, `false`/`ні`"
    case .integer(let minimum, let maximum): return integer(minimum, maximum)
    case .years:
      return say("рік або інший час", "a year or another time")
        + ": `2027`, `2027–2029`, `2027/2028 навчальний рік`, `I квартал 2027 року`"
    case .object:
      let name = types.name(of: types.use(of: type, isRow: isRow))
      return "[\(name)](#\(name))"
    case .list(let list): return self.list(list)
    }
  }

  private func integer(_ minimum: Int?, _ maximum: Int?) -> String {
    say("ціле число", "whole number")
      + (minimum.map { say(" від \($0)", " from \($0)") } ?? "")
      + (maximum.map { say(" до \($0)", " to \($0)") } ?? "")
  }

  private func list(_ list: SchemaList) -> String {
    if schema.types[list.item].table == .cell {
      return say(
        "текст; для кількох граф – за їх заголовками: `{заголовок: текст}`",
        "text; for several columns by their titles: `{title: text}`")
    }
    let item = value(list.item, isRow: true)
    let counts =
      switch (list.minItems, list.maxItems) {
      case (0, nil): ""
      case (let least, nil): say(" (щонайменше \(least))", " (at least \(least))")
      case (0, let most?): say(" (щонайбільше \(most))", " (at most \(most))")
      case (let least, let most?): say(" (від \(least) до \(most))", " (\(least) to \(most))")
      }
    let one = list.acceptsSingle ? say("одне значення або ", "one value or ") : ""
    let none = list.emptyWord.map { say(", або ", ", or ") + both($0) } ?? ""
    return one + say("список", "list") + "\(counts): \(item)" + none
  }

  // MARK: Words

  private func both(_ name: Schema.Name) -> String {
    guard name.en != name.uk else { return "`\(name.en)`" }
    return language == .en ? "`\(name.en)`/`\(name.uk)`" : "`\(name.uk)`/`\(name.en)`"
  }

  private func say(_ uk: String, _ en: String) -> String { Message(uk: uk, en: en)[language] }

  private func escaped(_ text: String) -> String {
    text.split(separator: "\n").joined(separator: " ").split(
      separator: "|", omittingEmptySubsequences: false
    ).joined(separator: "\\|")
  }
}
