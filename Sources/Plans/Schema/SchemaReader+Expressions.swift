internal import Diagnostics
internal import XML
internal import YAML

/// The annotations of a schema that are XPath expressions.
extension SchemaReader {
  mutating func readDuty(_ node: YAMLNode, in path: String) -> DutyPaths? {
    checkKeys(of: node, .duty, in: path)
    do throws(XPathFault) {
      return DutyPaths(
        each: try XPathExpression(node["each"]?.text ?? ""),
        what: try XPathExpression(node["what"]?.text ?? ""),
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
      let others = [duty.what, duty.who, duty.when].flatMap {
        checker.check($0, in: context).faults
      }
      for fault in faults + others {
        report(node, in: path, uk: fault.problem.uk, en: fault.problem.en)
      }
    }
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
