package import Diagnostics

/// A cell of a row in brackets that a comma has probably parted from the one before: the rest of a
/// text, or of a number.
package struct SplitCell {
  /// Its number among the cells, from 0.
  package let place: Int
  /// What to do.
  package let help: Message

  /// Looks for one among the cells of a row; nil where none is likely.
  ///
  /// - Parameter cells: their texts, nil for those in quotation marks and for lists.
  package init?(among cells: [String?]) {
    for place in cells.indices.dropFirst() {
      guard let before = cells[place - 1], let text = cells[place] else { continue }
      if Self.isNumber(before), Self.isNumber(text), text.count <= 3 {
        self.place = place
        help = Message(
          uk: "кома ділить клітинки; якщо це дріб, візьміть його в лапки: «\"\(before),\(text)\"»",
          en: "a comma parts the cells; put a decimal in quotation marks: \"\(before),\(text)\"")
        return
      }
      guard Self.goesOn(text), before.first?.isLetter ?? false else { continue }
      let rest = cells[place...].prefix { $0.map(Self.goesOn) ?? false }.compactMap(\.self)
      let whole = ([before] + rest).joined(separator: ", ")
      self.place = place
      help = Message(
        uk: "кома ділить клітинки; якщо «\(text)» продовжує попередню, візьміть увесь текст у лапки: "
          + "«\"\(whole)\"»",
        en: "a comma parts the cells; if '\(text)' goes on with the one before, put the whole text in "
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
