internal import Diagnostics
internal import XML
internal import XPathLanguage
internal import YAML

/// The annotations of a schema that are XPath expressions.
extension SchemaReader {
  mutating func readDuty(_ node: YAMLNode, in path: String) -> DutyPaths? {
    checkKeys(of: node, .duty, in: path)
    do throws(XPathFault) {
      return DutyPaths(
        each: try XPathExpression(node["each"]?.text ?? ""),
        what: try XPathExpression(node["what"]?.text ?? ""),
        lead: try node["lead"]?.text.map { text throws(XPathFault) in try XPathExpression(text) },
        who: try XPathExpression(node["who"]?.text ?? ""),
        when: try XPathExpression(node["when"]?.text ?? ""))
    } catch {
      report(node, in: path, uk: error.problem.uk, en: error.problem.en)
      return nil
    }
  }

  /// Checks the expressions of the duties as those of forms and rules are checked.
  mutating func checkDuties(_ schema: Schema, _ root: YAMLNode, in path: String) {
    let checker = XPathChecker(shape: schema.treeShape, functions: [])
    for (duty, node) in zip(schema.duties, root["x-duties"]?.items ?? []) {
      let (faults, context) = checker.check(duty.each, in: checker.root)
      let others = ([duty.what, duty.who, duty.when] + [duty.lead].compactMap { $0 }).flatMap {
        checker.check($0, in: context).faults
      }
      for fault in faults + others {
        report(node, in: path, uk: fault.problem.uk, en: fault.problem.en)
      }
    }
  }

  /// The points whose texts are read: the items of a list of objects, each with a text, a list of
  /// deadlines and a list of those who owe what the text says.
  mutating func dutyTexts(of root: YAMLNode, _ type: Int, in path: String) -> DutyTexts? {
    guard let node = root["x-read"] else { return nil }
    let steps = (node.text ?? "").split(separator: "/").map(String.init)
    guard let texts = texts(at: steps, from: type) else {
      report(
        node, in: path, uk: "шлях веде не до пунктів із текстом, строками й виконавцями",
        en: "the path leads to no points with a text, deadlines and those who owe them")
      return nil
    }
    return texts
  }

  private func texts(at steps: [String], from root: Int) -> DutyTexts? {
    var (type, owner) = (root, root)
    for step in steps {
      owner = type
      guard case .object(let object) = types[type].form,
        let property = object.properties.first(where: { $0.xmlName == step })
      else { return nil }
      type = property.type
    }
    guard case .list(let points) = types[type].form,
      case .object(let point) = types[points.item].form, let text = point.scalarProperty
    else { return nil }
    var deadlines: DutyTexts.List?
    var bodies: DutyTexts.List?
    for property in point.properties {
      guard case .list(let list) = types[property.type].form,
        case .text = types[list.item].form
      else { continue }
      let names = DutyTexts.List(property.xmlName, of: list.itemElement)
      if types[list.item].isDeadline { deadlines = names } else { bodies = names }
    }
    guard let deadlines, let bodies else { return nil }
    var texts = DutyTexts(
      path: steps.dropLast(), text: point.properties[text].xmlName, deadlines: deadlines,
      bodies: bodies)
    var known: [Int: Bool] = [:]
    _ = findLists(of: &texts, in: owner, &known)
    return texts
  }

  /// Finds the lists of points below a type, whose items have a text, deadlines and those who owe
  /// it, and the way there.
  ///
  /// - Returns: whether there are any.
  private func findLists(
    of texts: inout DutyTexts, in type: Int, _ known: inout [Int: Bool]
  ) -> Bool {
    if let leads = known[type] { return leads }
    known[type] = false
    guard case .object(let object) = types[type].form else { return false }
    var leads = false
    for property in object.properties {
      var inner = property.type
      var names: Set<XMLName> = [property.element]
      if case .list(let list) = types[inner].form {
        inner = list.item
        names.insert(list.itemElement)
      }
      if texts.isPoint(types[inner]) {
        texts.lists.insert(property.element)
        leads = true
      } else if findLists(of: &texts, in: inner, &known) {
        texts.ways.formUnion(names)
        leads = true
      }
    }
    known[type] = leads
    return leads
  }

  mutating func readEvents(_ node: YAMLNode?, in path: String) -> EventPaths {
    if let node { checkKeys(of: node, .events, in: path) }
    let expression = { (name: String) throws(XPathFault) -> XPathExpression? in
      guard let text = node?[name]?.text else { return nil }
      return try XPathExpression(text)
    }
    do throws(XPathFault) {
      return EventPaths(made: try expression("made"), inForce: try expression("in-force"))
    } catch {
      if let node { report(node, in: path, uk: error.problem.uk, en: error.problem.en) }
      return EventPaths(made: nil, inForce: nil)
    }
  }

  mutating func checkEvents(_ schema: Schema, _ root: YAMLNode, in path: String) {
    guard let node = root["x-events"] else { return }
    let checker = XPathChecker(shape: schema.treeShape, functions: [])
    for expression in [schema.events.made, schema.events.inForce].compactMap({ $0 }) {
      for fault in checker.check(expression, in: checker.root).faults {
        report(node, in: path, uk: fault.problem.uk, en: fault.problem.en)
      }
    }
  }
}
