package import Diagnostics

/// A cell of a row in brackets that a comma has probably parted from the one before: the rest of a
/// text, or of a number.
package struct SplitCell {
  /// A cell of a row.
  package struct Cell {
    /// Its text; nil where it is in quotation marks, or a list.
    let text: String?
    /// Whether it stands right behind the comma.
    let isGlued: Bool

    /// Makes a cell.
    package init(text: String?, isGlued: Bool) {
      self.text = text
      self.isGlued = isGlued
    }
  }

  /// Its number among the cells, from 0.
  package let place: Int
  /// What to do.
  package let help: Message

  /// Looks for one among the cells of a row; nil where none is likely.
  package init?(among cells: [Cell]) {
    for place in cells.indices.dropFirst() {
      guard let before = cells[place - 1].text, let text = cells[place].text else { continue }
      if cells[place].isGlued, Self.isNumber(before), Self.isNumber(text) {
        self.place = place
        help = Message(
          uk: "кома ділить клітинки; якщо це дріб, візьміть його в лапки: «\"\(before),\(text)\"»",
          en: "a comma parts the cells; put a decimal in quotation marks: \"\(before),\(text)\"")
        return
      }
      guard Self.goesOn(text), before.first?.isLetter ?? false, before.count > 3 else { continue }
      let rest = cells[place...].map(\.text).prefix { $0.map(Self.goesOn) ?? false }.compactMap(
        \.self)
      let whole = ([before] + rest).joined(separator: ", ")
      self.place = place
      help = Message(
        uk:
          "кома ділить клітинки; якщо «\(text)» продовжує попередню, візьміть увесь текст у лапки: "
          + "«\"\(whole)\"»",
        en:
          "a comma parts the cells; if '\(text)' goes on with the one before, put the whole text in "
          + "quotation marks: \"\(whole)\"")
      return
    }
    return nil
  }

  /// What to do where no cell looks parted.
  package static let extraCell = Message(
    uk: "кома ділить клітинки, тож текст чи дріб із комою беруть у лапки: «\"120,5\"»; "
      + "зайву клітинку вилучіть; номер рядка ставить бланк",
    en: "a comma parts the cells, so put a text or a decimal with a comma in quotation marks: "
      + "\"120,5\"; delete a cell too much; the form numbers the rows")

  private static func isNumber(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) || $0 == 0x20 }
  }

  /// Whether a text begins as the rest of one does, and not as a time does.
  private static func goesOn(_ text: String) -> Bool {
    guard let first = text.unicodeScalars.first, first.properties.isLowercase,
      let word = text.split(whereSeparator: \.isWhitespace).first
    else { return false }
    return !times.contains { word.hasPrefix($0) }
  }

  /// What times begin with.
  private static let times = [
    "до", "з", "із", "від", "після", "протягом", "упродовж", "впродовж", "що", "постійно", "раз",
    "не", "січ", "лют", "берез", "квіт", "трав", "черв", "лип", "серп", "верес", "жовт", "лист",
    "груд", "за", "у", "в", "ні", "так", "те", "перш", "друг", "трет", "четверт",
  ]
}
