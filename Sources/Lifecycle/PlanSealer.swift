package import Contents
package import Diagnostics
internal import Digests
internal import Plans
package import Renditions
internal import Schemas

/// Seals plans: writes the digest of what they say into their file, and touches nothing else in it.
package struct PlanSealer {
  /// What came of a file.
  package struct Outcome {
    /// The file with the seals; nil where nothing is to be written.
    package var bytes: [UInt8]?
    /// The seals of its plans, and whether each was there before.
    package var seals: [(groups: SealGroups, isOld: Bool)] = []
    /// What keeps a plan from being sealed.
    package var diagnostics: [Diagnostic] = []
  }

  private let renderer: PlanRenderer
  private let renews: Bool

  /// Makes a sealer.
  ///
  /// - Parameter renews: whether a seal that fits no longer gives way to a new one.
  package init(renderer: PlanRenderer, renews: Bool) {
    self.renderer = renderer
    self.renews = renews
  }

  /// Seals the plans of a file, all or none.
  package func seal(_ source: SourceFile) -> Outcome {
    var outcome = Outcome()
    let plans = renderer.read(source)
    let faults = plans.flatMap(\.diagnostics).filter {
      $0.severity == .error && !(renews && $0.isOfSeal)
    }
    let trees = plans.compactMap(\.value)
    guard faults.isEmpty, trees.count == plans.count else {
      outcome.diagnostics = faults
      return outcome
    }
    var text = PlanText(source)
    var hasNew = false
    for plan in trees.reversed() {
      let new = Seal(of: PlanContent(of: plan.root, plan.kind.schema))
      let groups = SealGroups(of: new.digest)
      if (try? Seal(of: plan.root)) == new {
        outcome.seals.append((groups, true))
        continue
      }
      guard plan.kind.schema.hasSeal else {
        outcome.diagnostics = [refusal(plan, Self.noSeal)]
        return outcome
      }
      if let refusal = plan.refusalToRenew {
        outcome.diagnostics = [refusal]
        return outcome
      }
      guard !source.isXMLRendition, !text.isInBraces(plan) else {
        outcome.diagnostics = [refusal(plan, Self.noLines)]
        return outcome
      }
      write(new, into: &text, of: plan)
      outcome.seals.append((groups, false))
      hasNew = true
    }
    outcome.seals.reverse()
    guard hasNew else { return outcome }
    // What was written is read again before it is believed.
    let bytes = text.bytes
    let again = renderer.read(SourceFile(name: source.name, bytes: bytes))
    guard !again.flatMap(\.diagnostics).hasErrors,
      again.map({ $0.value.flatMap { try? Seal(of: $0.root) }.map { SealGroups(of: $0.digest) } })
        == outcome.seals.map({ $0.groups })
    else {
      outcome.diagnostics = [refusal(trees[0], Self.noLines)]
      return outcome
    }
    outcome.bytes = bytes
    return outcome
  }

  private func write(_ seal: Seal, into text: inout PlanText, of plan: PlanTree) {
    let lines = seal.lines(isUkrainian: text.isUkrainian(plan))
    let indent = text.indent(of: plan)
    if let old = text.block(of: plan.kind.schema.sealNames, in: plan) {
      text.replace(old, with: lines, indent: indent)
    } else {
      let end = text.lines(of: plan).upperBound
      text.replace(end..<end, with: lines, indent: indent)
    }
  }

  private static let noSeal = Message(
    uk: "плани цього виду не скріплюють контрольною сумою",
    en: "plans of this kind have no seal")
  private static let noLines = Message(
    uk: "план записано не рядками, тож контрольної суми нікуди вписати",
    en: "the plan is not written in lines, and there is no place for a seal")

  private func refusal(_ plan: PlanTree, _ message: Message) -> Diagnostic {
    Diagnostic(
      code: "not-sealed", in: plan.source, at: plan.range(of: plan.root).firstCharacter, message,
      help: Message(
        uk: "запишіть план рядками «ключ: значення», як у зразку pysar new",
        en: "write the plan in lines of 'key: value', as pysar new does"))
  }
}

extension Diagnostic {
  /// Whether it is about a seal.
  fileprivate var isOfSeal: Bool { code == "broken-seal" || code == "wrong-seal" }
}

extension SourceFile {
  /// Whether the file is XML.
  var isXMLRendition: Bool { bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<") }
}

extension Schema {
  /// The names of the key that holds a seal.
  var sealNames: [Schema.Name] {
    rootObject.properties.filter { $0.xmlName == Self.sealElement }.map(\.name)
  }
}

extension Seal {
  /// The seal as it is written in a plan.
  fileprivate func lines(isUkrainian: Bool) -> [String] {
    var rows: [String] = []
    for word in parts.split(separator: " ") {
      if let last = rows.last, last.utf8.count + word.utf8.count < 90 {
        rows[rows.count - 1] += " " + word
      } else {
        rows.append(String(word))
      }
    }
    return isUkrainian
      ? ["контрольна-сума:", "  сума: \(digest.hex)", "  частини: >-"] + rows.map { "    " + $0 }
      : ["seal:", "  digest: \(digest.hex)", "  parts: >-"] + rows.map { "    " + $0 }
  }
}
