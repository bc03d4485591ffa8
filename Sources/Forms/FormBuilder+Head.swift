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
      case "style": readStyle(node, in: page)
      case "link": readStyleSheet(node, in: page)
      default: reportUnknownElement(node, in: page)
      }
    }
    return title
  }

  private static let standardStyleSheet = Array(PageStyle.standard.styleSheetText.utf8)

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
    if source.bytes == Self.standardStyleSheet { return }
    let text = String(decoding: source.bytes, as: UTF8.self)
    for load in StyleScanner.loads(in: text) {
      let before = text.unicodeScalars.prefix(load.offset)
      let line = before.count { $0 == "\n" } + 1
      let column = before.reversed().prefix { $0 != "\n" }.count + 1
      diagnostics.append(
        Diagnostic(
          code: "form-file", in: source, at: SourceRange(line: line, column: column, length: 1),
          Self.problem(load)))
    }
    add(style: text)
  }

  private mutating func readStyle(_ node: XMLNode, in page: borrowing Page) {
    for load in StyleScanner.loads(in: node.stringValue) {
      report("form-file", at: node, in: page, Self.problem(load))
    }
    add(style: node.stringValue)
  }

  private static func problem(_ load: StyleScanner.Load) -> Message {
    Message(
      uk: "стиль не може нічого завантажувати (\(load.name))",
      en: "a style must not load anything (\(load.name))")
  }

  /// Adds a style sheet without its blank lines.
  private mutating func add(style text: String) {
    for line in text.utf8.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
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
