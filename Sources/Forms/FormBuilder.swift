import Bytes
internal import Diagnostics
internal import Documents
import Files
internal import Plans
internal import XML

/// Builds one form from its file and the files it includes.
struct FormBuilder {
  private let folders: TemplateFolders
  private let checker: XPathChecker
  private(set) var diagnostics: [Diagnostic] = []
  private var expressions: [XPathExpression] = []
  private var style = ""
  /// The files that include the one being read.
  private var open: [String] = []
  private var included = 0

  init(folders: TemplateFolders, checker: XPathChecker) {
    self.folders = folders
    self.checker = checker
  }

  /// A file that is being read, and its path within the template folders.
  private struct Page: ~Copyable {
    let source: SourceFile
    let path: String
    let parsed: ParsedXML

    func range(of node: XMLNode) -> SourceRange { parsed.range(of: node) }
  }

  mutating func build(_ source: SourceFile, path: String, name: String) -> Form? {
    guard let page = parse(source, path) else { return nil }
    let root = page.parsed.tree.root
    guard root.isNamed("html"), let head = root.children.first(where: { $0.isNamed("head") }),
      let body = root.children.first(where: { $0.isNamed("body") })
    else {
      report(
        page, root, "form-element", "форма — це <html> із <head> і <body>",
        "a form is <html> with <head> and <body>")
      return nil
    }
    let title = readHead(head, in: page)
    let classes = body.attribute("class")?.stringValue ?? ""
    let nodes = readChildren(of: body, in: page, checker.root)
    let heading = title ?? FormElement(tag: .title)
    return Form(
      name: name, style: style, orientation: classes.contains("landscape") ? .landscape : .portrait,
      language: root.attribute("lang")?.stringValue ?? "uk",
      sheet: FormSheet(title: heading, body: nodes, isBlank: false),
      blank: FormSheet(title: heading, body: nodes, isBlank: true), expressions: expressions)
  }

  private mutating func parse(_ source: SourceFile, _ path: String) -> Page? {
    do throws(XMLFault) {
      return Page(
        source: source, path: path,
        parsed: try XMLReader.read(source.bytes, allowsHTMLDoctype: true))
    } catch {
      diagnostics.append(
        Diagnostic(
          code: "form-syntax", in: source, at: SourceRange(error.position, error.position),
          error.problem))
      return nil
    }
  }

  // MARK: The head

  private mutating func readHead(_ head: XMLNode, in page: borrowing Page) -> FormElement? {
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
        page, node, "form-file", "таблиці стилів «\(reference)» у теках шаблонів немає",
        "there is no style sheet '\(reference)' in the template folders")
      return
    }
    addStyle(String(decoding: source.bytes, as: UTF8.self), node, in: page)
  }

  private mutating func addStyle(_ text: String, _ node: XMLNode, in page: borrowing Page) {
    let sheet = Array(text.utf8)
    let small = sheet.map { (0x41...0x5A).contains($0) ? $0 + 0x20 : $0 }
    for word in ["@import", "url("] where small.holds(word) {
      report(
        page, node, "form-file", "стиль не може нічого завантажувати (\(word))",
        "a style must not load anything (\(word))")
    }
    for line in sheet.split(separator: 0x0A) where line.contains(where: { $0 > 0x20 }) {
      style += String(decoding: line, as: UTF8.self) + "\n"
    }
  }

  // MARK: The body

  private mutating func readChildren(
    of node: XMLNode, in page: borrowing Page, _ context: XPathChecker.Context
  ) -> [FormNode] {
    var result: [FormNode] = []
    for child in node.children {
      if child.isText {
        result.append(.text(child.stringValue.collapsingSpaces))
      } else if child.isElement {
        guard let tag = FormElement.Tag(rawValue: child.name), tag != .title else {
          reportUnknownElement(child, in: page)
          continue
        }
        result.append(.element(readElement(child, tag, in: page, context)))
      }
    }
    return result
  }

  private mutating func readElement(
    _ node: XMLNode, _ tag: FormElement.Tag, in page: borrowing Page,
    _ context: XPathChecker.Context
  ) -> FormElement {
    var context = context
    var result = FormElement(tag: tag)
    for attribute in node.attributes where attribute.namespace.isEmpty {
      let name = attribute.name
      guard Self.plainAttributes.contains(name) else {
        report(
          page, node, "form-attribute", "атрибута «\(name)» у формі бути не може",
          "a form cannot have the attribute '\(name)'")
        continue
      }
      if name == "class" {
        result.classes = attribute.stringValue.split(separator: " ").map(String.init)
      } else {
        result.attributes[name] = attribute.stringValue
      }
    }
    if let each = bound(node, "each") {
      let (index, selected) = compile(each, "each", of: node, in: page, context)
      result.binding.each = index
      context = selected
    }
    if tag == .th, result.attributes["scope"] == nil {
      report(
        page, node, "form-attribute", "клітинка <th> має сказати, що вона очолює (scope)",
        "a <th> must say what it heads (scope)")
    }
    for attribute in node.attributes where !attribute.namespace.isEmpty {
      let name = attribute.name
      guard attribute.namespace == Self.namespace else {
        report(
          page, node, "form-attribute",
          "простору імен «\(attribute.namespace)» у формі бути не може",
          "a form cannot have the namespace '\(attribute.namespace)'")
        continue
      }
      func compiled() -> Int32? { compile(attribute, name, of: node, in: page, context).0 }
      switch name {
      case "each": continue
      case "include":
        result.included = readIncluded(attribute.stringValue, node, in: page, context)
      case "if":
        result.binding.condition = compiled()
        result.isNever = result.binding.condition.map { expressions[Int($0)].isFalse } ?? false
      case "text": result.binding.text = compiled()
      case "rowspan": result.binding.rowSpan = compiled()
      case "colspan": result.binding.columnSpan = compiled()
      case "class": result.binding.classes = compiled()
      case "checked": result.binding.isChecked = compiled()
      default:
        report(
          page, node, "form-attribute", "атрибута «p:\(name)» немає",
          "there is no attribute 'p:\(name)'")
      }
    }
    result.children = readChildren(of: node, in: page, context).trimmed(if: tag.isBlock)
    return result
  }

  private func bound(_ node: XMLNode, _ name: String) -> XMLNode? {
    node.attributes.first { $0.namespace == Self.namespace && $0.isNamed(name) }
  }

  private mutating func readIncluded(
    _ reference: String, _ node: XMLNode, in page: borrowing Page, _ context: XPathChecker.Context
  ) -> [FormNode]? {
    guard let path = TemplateFolders.resolve(reference, from: page.path) else {
      report(
        page, node, "form-file", "файл «\(reference)» лежить поза теками шаблонів",
        "the file '\(reference)' is outside the template folders")
      return nil
    }
    guard path != page.path, !open.contains(path) else {
      report(
        page, node, "form-file", "файл «\(reference)» включає сам себе",
        "the file '\(reference)' includes itself")
      return nil
    }
    included += 1
    guard included <= 1000 else {
      if included > 1001 { return nil }
      report(
        page, node, "form-file", "форма включає понад 1000 файлів",
        "the form includes more than 1000 files")
      return nil
    }
    guard let source = (try? folders.read(path)) ?? nil else {
      report(
        page, node, "form-file", "файлу «\(reference)» у теках шаблонів немає",
        "there is no file '\(reference)' in the template folders")
      return nil
    }
    guard let included = parse(source, path) else { return nil }
    let root = included.parsed.tree.root
    open.append(page.path)
    defer { open.removeLast() }
    return readChildren(
      of: root.children.first { $0.isNamed("body") } ?? root, in: included, context)
  }

  // MARK: Expressions

  private mutating func compile(
    _ attribute: XMLNode, _ name: String, of node: XMLNode, in page: borrowing Page,
    _ context: XPathChecker.Context
  ) -> (Int32?, XPathChecker.Context) {
    let start = page.parsed.tag(of: node)?.value(of: "p:" + name)
    do throws(XPathFault) {
      let expression = try XPathExpression(attribute.stringValue)
      let (faults, selected) = checker.check(expression, in: context)
      for fault in faults { report(fault, from: start, node, in: page) }
      if name == "each", selected.isEmpty, faults.isEmpty {
        report(
          page, node, "form-expression", "p:each вибирає вузли, а цей вираз їх не дає",
          "p:each selects nodes, this expression gives none")
      }
      expressions.append(expression)
      return (Int32(expressions.count - 1), selected)
    } catch {
      report(error, from: start, node, in: page)
      return (nil, context)
    }
  }

  private mutating func report(
    _ fault: XPathFault, from start: SourcePosition?, _ node: XMLNode, in page: borrowing Page
  ) {
    let position = start.map { page.source.position(in: $0, after: fault.offset) }
    let range =
      position.map {
        SourceRange(line: Int($0.line), column: Int($0.column), length: fault.length)
      } ?? page.range(of: node)
    diagnostics.append(
      Diagnostic(
        code: "form-expression", in: page.source, at: range, fault.problem, help: fault.help))
  }

  // MARK: ReadFaults

  private static let namespace = "urn:pysar:form:1"
  private static let plainAttributes: Set<String> = [
    "class", "scope", "rowspan", "colspan", "hidden", "style", "type", "disabled", "checked",
    "lang", "id",
  ]

  private mutating func reportUnknownElement(_ node: XMLNode, in page: borrowing Page) {
    report(
      page, node, "form-element", "елемента <\(node.name)> у формі бути не може",
      "a form cannot have the element <\(node.name)>")
  }

  private mutating func report(
    _ page: borrowing Page, _ node: XMLNode, _ code: String, _ uk: String, _ en: String
  ) {
    diagnostics.append(
      Diagnostic(code: code, in: page.source, at: page.range(of: node), Message(uk: uk, en: en)))
  }
}

extension XPathExpression {
  /// Whether it is `false()`.
  fileprivate var isFalse: Bool {
    if case .function("false", _, _) = syntax { true } else { false }
  }
}
