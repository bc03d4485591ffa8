internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import XML
internal import YAML

/// Ditto marks, which repeat the cell above.
extension PlanBuilder {
  private static let ditto = XMLName("ditto")

  /// Whether a value is a ditto mark.
  func isDitto(_ event: YAMLEvent) -> Bool {
    event.kind == .scalar
      && DittoMark.matches(document.texts.span.extracting(trimmedText(of: event)))
  }

  /// The value of one cell of the row above a row, repeated where a ditto mark stands for it; nil where
  /// there is none, which is told unless it could not be read.
  mutating func repeated(
    _ index: Int, of row: Rows.Row, _ mark: YAMLEvent, in node: XMLNode
  ) -> XMLNode? {
    if rows.isUnread(above: row, index) { return nil }
    return repeated(rows.above(row, index), index, mark, in: node)
  }

  /// A value, repeated where a ditto mark stands for it.
  mutating func repeated(
    _ above: XMLNode?, _ index: Int, _ mark: YAMLEvent, in node: XMLNode
  ) -> XMLNode? {
    guard let above else {
      report(
        "ditto", at: mark.range,
        Message(
          uk: "над позначкою «те саме» немає значення, яке вона повторює",
          en: "there is no value above the ditto mark that it could repeat"),
        help: Message(uk: "напишіть саме значення", en: "write the value itself"))
      return nil
    }
    dittoBudget -= above.size
    guard dittoBudget > 0 else {
      if !diagnostics.contains(where: { $0.code == "ditto-bomb" }) {
        report(
          "ditto-bomb", at: mark.range,
          Message(
            uk: "позначки «те саме» повторюють більше, ніж може означати файл такого розміру",
            en: "the ditto marks repeat more than a file of this size could mean"),
          help: Message(uk: "напишіть саме значення", en: "write the value itself"))
      }
      return above
    }
    let copy = tree.copy(above)
    register(copy, mark.range)
    copy.setOrdinals(copy.ordinal)
    put(.written, of: mark, into: Self.ditto, of: copy)
    insert(copy, into: node, order: index)
    return copy
  }

  mutating func reportDittoInList(at range: SourceRange) {
    report(
      "ditto", at: range,
      Message(
        uk: "позначка «те саме» стоїть у списку, а повторює вона всю клітинку",
        en: "the ditto mark stands in a list, and repeats a whole cell"),
      help: Message(uk: "запишіть її в рядку ключа", en: "write it in the line of the key"))
  }
}
