internal import Diagnostics
internal import XML
internal import XPathLanguage
internal import YAML

/// Expressions, and whether a plan can have what they name.
extension RulePackReader {
  /// Checks all expressions of a rule on every kind that it speaks of.
  mutating func check(_ rule: Rule, in file: YAMLFile) {
    var reported: Set<SourcePosition> = []
    let named = rule.kinds.isEmpty ? kinds : rule.kinds
    for kind in named {
      guard let checker = checkers[kind] else { continue }
      var places: [(Rule.Place, XPathChecker, XPathChecker.Context)] = []
      let said = rule.message.expressions + (rule.help?.expressions ?? [])
      if let batch = rule.batch {
        let pairs = checker.with(shape: batch.pairShape)
        places = [batch.key, batch.this, batch.other].map { ($0, checker, checker.root) }
        places += batch.facts.map { ($0.value, checker, checker.root) }
        places += rule.at.map { [($0, checker, checker.root)] } ?? []
        places += ([rule.assert] + said).map { ($0, pairs, pairs.root) }
      } else {
        let (faults, context) = checker.check(
          rule.context.expression, in: checker.root, preparing: &calls)
        for fault in faults where reported.insert(rule.context.start).inserted {
          report(fault, at: rule.context, in: file)
        }
        let rest = [rule.assert] + (rule.at.map { [$0] } ?? []) + said
        places = rest.map { ($0, checker, context) }
      }
      for (place, checker, context) in places {
        for fault in checker.check(place.expression, in: context, preparing: &calls).faults
        where reported.insert(place.start).inserted {
          report(fault, at: place, in: file)
        }
      }
    }
  }

  mutating func place(_ key: String, in file: YAMLFile) -> Rule.Place? {
    file.root[key].flatMap { place($0, in: file) }
  }

  mutating func place(_ node: YAMLNode, in file: YAMLFile) -> Rule.Place? {
    let start = file.contentStart(of: node)
    do throws(XPathFault) {
      let expression = try XPathExpression(node.text ?? "", patterns: file.patterns)
      return Rule.Place(expression: expression, start: start)
    } catch {
      report(error, from: start, in: file)
      return nil
    }
  }

  mutating func template(_ node: YAMLNode?, in file: YAMLFile) -> LocalizedTemplate? {
    guard let node, let uk = node["uk"], let en = node["en"] else {
      if let node { report(node, in: file, "потрібні uk і en", "uk and en are needed") }
      return nil
    }
    guard let ukrainian = template(text: uk, in: file), let english = template(text: en, in: file)
    else { return nil }
    return LocalizedTemplate(uk: ukrainian, en: english)
  }

  mutating func template(text node: YAMLNode, in file: YAMLFile) -> MessageTemplate? {
    let start = file.contentStart(of: node)
    do throws(XPathFault) {
      return try MessageTemplate(node.text ?? "", at: start, patterns: file.patterns)
    } catch {
      report(error, from: start, in: file)
      return nil
    }
  }
}

extension Rule.Batch {
  /// The tree in which the rule sees two plans.
  fileprivate var pairShape: TreeShape {
    let names = facts.map(\.name)
    return TreeShape(elements: [
      TreeShape.Element(name: "pair", children: [1, 2]),
      TreeShape.Element(name: "this", attributes: names),
      TreeShape.Element(name: "other", attributes: names),
    ])
  }
}

extension LocalizedTemplate {
  fileprivate var expressions: [Rule.Place] { uk.expressions + en.expressions }
}
