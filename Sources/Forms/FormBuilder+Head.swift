import Bytes
internal import Diagnostics
internal import Documents
import Files
internal import XML

/// What stands in a form's head, and what its body says of pages.
extension FormBuilder {
  mutating func readHead(_ head: XMLNode, in page: borrowing Page) -> FormElement? {
    var title: FormElement?
    for node in head.children where node.isElement {
      switch node.name {
      case "title": title = readElement(node, .title, in: page, checker.root)
      case "meta": continue
      case "style": addStyle(node.stringValue, node, in: page)
      case "link": readStyleSheet(node, in: page)
      default: reportUnknownElement(node, in: page)
      }
    }
    return title
  }

  private mutating func readStyleSheet(_ node: XMLNode, in page: borrowing Page) {
    let reference = node.attribute("href")?.stringValue ?? ""
    guard node.attribute("rel")?.stringValue == "stylesheet",
      let path = TemplateFolders.resolve(reference, from: page.path),
      let source = try? folders.read(path)
    else {
      report(
        "form-file", at: node, in: page,
        Message(
          uk: "таблиці стилів «\(reference)» у теках шаблонів немає",
          en: "there is no style sheet '\(reference)' in the template folders"))
      return
    }
    // What every page has from its sheets and roles is linked for browsers that open the form itself.
    if source.bytes.elementsEqual(PageStyle.standard.styleSheetText.utf8) { return }
    addStyle(String(decoding: source.bytes, as: UTF8.self), node, in: page)
  }

  private mutating func addStyle(_ text: String, _ node: XMLNode, in page: borrowing Page) {
    let sheet = Array(text.utf8)
    let small = sheet.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    for word in ["@import", "url("] where small.holds(word) {
      report(
        "form-file", at: node, in: page,
        Message(
          uk: "стиль не може нічого завантажувати (\(word))",
          en: "a style must not load anything (\(word))"))
    }
    for line in sheet.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
      style += String(decoding: line, as: UTF8.self) + "\n"
    }
  }

  /// What the body says of pages.
  mutating func hints(of body: XMLNode, in page: borrowing Page) -> FormHints {
    let hints = FormHints(body.attribute("style")?.stringValue ?? "")
    for unknown in hints.unknown {
      report(
        "form-attribute", at: body, in: page,
        Message(
          uk: "підказки «\(unknown)» для сторінок немає",
          en: "there is no hint '\(unknown)' for pages"),
        help: Message(
          uk: "є font-size у pt, --entry-height у mm і --margins: чотири відступи в mm",
          en: "there are font-size in pt, --entry-height in mm and --margins: four edges in mm"))
    }
    return hints
  }
}
