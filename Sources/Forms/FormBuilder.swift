import Bytes
internal import Diagnostics
internal import Documents
import Files
internal import Plans
import Schemas
internal import XML
internal import XPathLanguage

/// Builds one form from its file and the files it includes.
struct FormBuilder {
  let folders: TemplateFolders
  let checker: XPathChecker
  var diagnostics: [Diagnostic] = []
  var expressions: [XPathExpression] = []
  /// The style sheets that the form links and holds, one after the other.
  var style = ""
  /// The shares of columns, in percent.
  private var columnWidths: Set<Int> = []
  /// Whether what is being read stands in an annex.
  private var isInAnnex = false
  /// The files that include the one being read.
  private var open: [String] = []
  private var included = 0

  private let tableNames: TableNames

  init(folders: TemplateFolders, kind: Kind) {
    self.folders = folders
    checker = FormReader.checker.with(shape: kind.schema.treeShape)
    tableNames = kind.tableNames
  }

  /// A file that is being read, and its path within the template folders.
  struct Page: ~Copyable {
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
        "form-element", at: root, in: page,
        Message(
          uk: "форма – це <html> із <head> і <body>", en: "a form is <html> with <head> and <body>")
      )
      return nil
    }
    let title = readHead(head, in: page)
    let classes = body.attribute("class")?.stringValue ?? ""
    let hints = hints(of: body, in: page)
    let nodes = readChildren(of: body, in: page, checker.root)
    let heading = title ?? FormElement(tag: .title)
    var first = Sheet(orientation: classes.contains("landscape") ? .landscape : .portrait)
    if let margins = hints.margins { first.margins = margins }
    let style = PageStyle(
      sheet: first, changes: hints.changes, columnWidths: columnWidths, browserStyle: style)
    return Form(
      name: name, style: style,
      language: root.attribute("lang")?.stringValue ?? "uk",
      sheet: FormSheet(title: heading, body: nodes, isBlank: false),
      blank: FormSheet(title: heading, body: nodes, isBlank: true), expressions: expressions,
      tableNames: tableNames)
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

  mutating func readElement(
    _ node: XMLNode, _ tag: FormElement.Tag, in page: borrowing Page,
    _ context: XPathChecker.Context
  ) -> FormElement {
    var context = context
    var result = FormElement(tag: tag)
    for attribute in node.attributes where attribute.namespace.isEmpty {
      let name = attribute.name
      guard Self.plainAttributes.contains(name) else {
        report(
          "form-attribute", at: node, in: page,
          Message(
            uk: "атрибута «\(name)» у формі бути не може",
            en: "a form cannot have the attribute '\(name)'"))
        continue
      }
      if name == "class" {
        result.classes = attribute.stringValue.split(separator: " ").map(String.init)
      } else if name == "style" {
        result.width = width(attribute.stringValue, of: tag, node, in: page)
      } else {
        result.attributes[name] = attribute.stringValue
      }
    }
    let outer = isInAnnex
    defer { isInAnnex = outer }
    isInAnnex = isInAnnex || result.classes.contains("annex")
    if result.classes.contains("continued"), tag != .p || !isInAnnex {
      report(
        "form-attribute", at: node, in: page,
        Message(
          uk:
            "продовжується лише додаток: <p class=\"continued\"> стоїть у <section class=\"annex\">",
          en: "only an annex is continued: <p class=\"continued\"> in <section class=\"annex\">"))
    }
    if let each = bound(node, "each") {
      let (index, selected) = compile(each, "each", of: node, in: page, context: context)
      result.binding.each = index
      context = selected
    }
    if tag == .tbody, let rows = bound(node, "rows") {
      let (index, owner) = compile(rows, "rows", of: node, in: page, context: context)
      result.binding.rows = index
      context = contextOfCells(in: owner)
    }
    if tag == .th, result.attributes["scope"] == nil {
      report(
        "form-attribute", at: node, in: page,
        Message(
          uk: "клітинка <th> має сказати, що вона очолює (scope)",
          en: "a <th> must say what it heads (scope)"))
    }
    for attribute in node.attributes where !attribute.namespace.isEmpty {
      let name = attribute.name
      guard attribute.namespace == Self.namespace else {
        report(
          "form-attribute", at: node, in: page,
          Message(
            uk: "простору імен «\(attribute.namespace)» у формі бути не може",
            en: "a form cannot have the namespace '\(attribute.namespace)'"))
        continue
      }
      func compiled() -> Int32? { compile(attribute, name, of: node, in: page, context: context).0 }
      switch name {
      case "each": continue
      case "rows" where tag == .tbody: continue
      case "width" where tag == .col: result.binding.width = compiled()
      case "qr" where tag == .figure: result.binding.code = compiled()
      case "bar" where tag == .figure: result.binding.shares = compiled()
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
          "form-attribute", at: node, in: page,
          Message(uk: "атрибута «p:\(name)» немає", en: "there is no attribute 'p:\(name)'"))
      }
    }
    result.children = readChildren(of: node, in: page, context).trimmed(if: tag.isBlock)
    return result
  }

  /// A column's share, which is all that the attribute may say in a page's body.
  private mutating func width(
    _ style: String, of tag: FormElement.Tag, _ node: XMLNode, in page: borrowing Page
  ) -> Int32? {
    if tag == .col, let width = FormHints.width(style) {
      columnWidths.insert(width)
      return Int32(width)
    }
    report(
      "form-attribute", at: node, in: page,
      Message(
        uk: "style каже лише ширину колонки: <col style=\"width:30%\"/>",
        en: "style says the width of a column alone: <col style=\"width:30%\"/>"))
    return nil
  }

  private func bound(_ node: XMLNode, _ name: String) -> XMLNode? {
    node.attributes.first { $0.namespace == Self.namespace && $0.isNamed(name) }
  }

  private mutating func readIncluded(
    _ reference: String, _ node: XMLNode, in page: borrowing Page, _ context: XPathChecker.Context
  ) -> [FormNode]? {
    guard let path = TemplateFolders.resolve(reference, from: page.path) else {
      report(
        "form-file", at: node, in: page,
        Message(
          uk: "файл «\(reference)» лежить поза теками шаблонів",
          en: "the file '\(reference)' is outside the template folders"))
      return nil
    }
    guard path != page.path, !open.contains(path) else {
      report(
        "form-file", at: node, in: page,
        Message(
          uk: "файл «\(reference)» включає сам себе", en: "the file '\(reference)' includes itself")
      )
      return nil
    }
    included += 1
    guard included <= 1000 else {
      if included > 1001 { return nil }
      report(
        "form-file", at: node, in: page,
        Message(uk: "форма включає понад 1000 файлів", en: "the form includes more than 1000 files")
      )
      return nil
    }
    guard let source = (try? folders.read(path)) ?? nil else {
      report(
        "form-file", at: node, in: page,
        Message(
          uk: "файлу «\(reference)» у теках шаблонів немає",
          en: "there is no file '\(reference)' in the template folders"))
      return nil
    }
    guard let included = parse(source, path) else { return nil }
    let root = included.parsed.tree.root
    open.append(page.path)
    defer { open.removeLast() }
    return readChildren(
      of: root.children.first { $0.isNamed("body") } ?? root, in: included, context)
  }

  private static let namespace = "urn:pysar:form:1"
  private static let plainAttributes: Set<String> = [
    "class", "scope", "rowspan", "colspan", "hidden", "style", "type", "disabled", "checked",
    "lang", "id",
  ]
}

extension XPathExpression {
  /// Whether it is `false()`.
  fileprivate var isFalse: Bool {
    if case .function("false", _, _) = syntax { true } else { false }
  }
}
