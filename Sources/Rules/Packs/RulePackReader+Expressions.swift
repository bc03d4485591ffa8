internal import Diagnostics
internal import XML
internal import XPathLanguage
internal import YAML

/// Expressions, and whether a plan can have what they name.
extension RulePackReader {
  private typealias Fault = (place: Rule.Place, fault: XPathFault)

  /// Checks all expressions of a rule on every kind that it speaks of. Of plans that are held against
  /// each other, one may have what another has not; what none of them has is wrong.
  mutating func check(_ rule: Rule, in file: YAMLFile) {
    let named = rule.kinds.isEmpty ? kinds : rule.kinds
    let found = named.compactMap { checkers[$0] }.map { faults(of: rule, $0) }
    let wrong = rule.batch == nil ? Array(found.joined()) : Self.common(found, of: named.count)
    var reported: Set<SourcePosition> = []
    for (place, fault) in wrong where reported.insert(place.start).inserted {
      report(fault, at: place, in: file)
    }
  }

  /// The faults that no kind mends; none as long as not all are known. A path may go wrong sooner in
  /// another kind: the one that leads farthest is wrong where it ends.
  private static func common(_ found: [[Fault]], of count: Int) -> [Fault] {
    guard found.count == count else { return [] }
    var seen: [SourcePosition: Set<Int>] = [:]
    return found.joined().filter { fault in
      seen[fault.place.start, default: []].insert(fault.fault.offset).inserted
        && found.allSatisfy {
          $0.contains { $0.place.start == fault.place.start && ends($0, by: fault) }
        }
    }
  }

  /// Whether a fault stands where another does, or before it in the same path.
  private static func ends(_ fault: Fault, by other: Fault) -> Bool {
    let (start, end) = (fault.fault.offset, other.fault.offset)
    guard start <= end else { return false }
    return fault.place.expression.source.unicodeScalars.dropFirst(start).prefix(end - start)
      .allSatisfy { $0.properties.isAlphabetic || "/-@_.".unicodeScalars.contains($0) }
  }

  /// What is wrong with a rule's expressions on plans of one kind.
  private mutating func faults(of rule: Rule, _ checker: XPathChecker)
    -> [Fault]
  {
    var found: [Fault] = []
    var places: [(Rule.Place, XPathChecker, XPathChecker.Context)] = []
    let said = rule.message.expressions + (rule.help?.expressions ?? [])
    if let batch = rule.batch {
      let pairs = checker.with(shape: batch.pairShape)
      let own = [batch.key, batch.this, batch.other] + batch.facts.map(\.value)
      places = (own + (rule.at.map { [$0] } ?? [])).map { ($0, checker, checker.root) }
      places += ([rule.assert] + said).map { ($0, pairs, pairs.root) }
    } else {
      let (faults, context) = checker.check(
        rule.context.expression, in: checker.root, preparing: &calls)
      found = faults.map { (rule.context, $0) }
      if let place = rule.found {
        let faults = checker.check(place.expression, in: context, preparing: &calls).faults
        // Where it is named, its faults have no place.
        if !faults.isEmpty { return found + faults.map { (place, $0) } }
      }
      places = ([rule.assert] + (rule.at.map { [$0] } ?? []) + said).map { ($0, checker, context) }
    }
    for (place, checker, context) in places {
      found += checker.check(place.expression, in: context, preparing: &calls).faults.map {
        (place, $0)
      }
    }
    return found
  }

  mutating func place(_ key: String, in file: YAMLFile) -> Rule.Place? {
    file.root[key].flatMap { place($0, in: file) }
  }

  mutating func place(_ node: YAMLNode, in file: YAMLFile) -> Rule.Place? {
    let start = file.contentStart(of: node)
    do throws(XPathFault) {
      let expression = try XPathExpression(node.text ?? "", names: file.names)
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
      return try MessageTemplate(node.text ?? "", at: start, names: file.names)
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
