package import Diagnostics
import Markup

extension ManifestChange {
  private var line: ManifestLine? { new ?? old }

  /// The change for people, in one line without its end.
  package func text(_ language: Language) -> String {
    let mark = aspects.contains(.added) ? "+" : aspects.contains(.gone) ? "-" : "~"
    var name = line?.source.visible ?? ""
    if let number = line?.number {
      name += language == .uk ? ", план \(number)" : ", plan \(number)"
    }
    let told = aspects.map { words(for: $0)[language].visible }.joined(separator: "; ")
    return "\(mark) \(name): \(told)"
  }

  private func words(for aspect: Aspect) -> Message {
    switch aspect {
    case .added:
      let state = new?.state.words ?? Message(uk: "", en: "")
      return Message(uk: "новий, \(state.uk)", en: "new, \(state.en)")
    case .gone: return Message(uk: "зник", en: "gone")
    case .content: return Message(uk: "змінено", en: "changed")
    case .state:
      let words = [old, new].compactMap { $0?.state.words }
      return Message(
        uk: words.map(\.uk).joined(separator: " → "), en: words.map(\.en).joined(separator: " → "))
    case .renditions:
      let paths = renditions.joined(separator: ", ")
      return Message(
        uk: "план той самий, документи інші: \(paths)",
        en: "the plan is the same, its documents differ: \(paths)")
    case .findings:
      return Message(
        uk: "зауваження: " + counts(["помилок", "попереджень", "приміток"]),
        en: "findings: " + counts(["errors", "warnings", "notes"]))
    case .stale:
      let counts = [old?.stale.count ?? 0, new?.stale.count ?? 0]
      return Message(
        uk: "застарілих документів: \(counts[0]) → \(counts[1])",
        en: "stale documents: \(counts[0]) → \(counts[1])")
    case .name:
      return Message(uk: "інший вид, назва чи підрозділ", en: "another kind, title or unit")
    }
  }

  /// How many findings there were and are, of those sorts of which there are more or fewer.
  private func counts(_ words: [String]) -> String {
    let sides = [old, new].map { line in
      line.map { [$0.findings.errors, $0.findings.warnings, $0.findings.notes] } ?? [0, 0, 0]
    }
    return zip(words, zip(sides[0], sides[1])).filter { $0.1.0 != $0.1.1 }
      .map { word, counts in "\(word) \(counts.0) → \(counts.1)" }.joined(separator: ", ")
  }

  /// The change for programs: a JSON object in one line, with its end.
  package var json: [UInt8] {
    var writer = JSONWriter(.compact)
    writer.beginObject()
    writer.key("source")
    writer.write(line?.source ?? "")
    if let number = line?.number {
      writer.key("number")
      writer.write(number)
    }
    writer.key("changes")
    writer.beginArray()
    for aspect in aspects { writer.write(aspect.rawValue) }
    writer.endArray()
    if let old {
      writer.key("old")
      old.writeSide(to: &writer)
    }
    if let new {
      writer.key("new")
      new.writeSide(to: &writer)
    }
    if !renditions.isEmpty {
      writer.key("renditions")
      writer.beginArray()
      for path in renditions { writer.write(path) }
      writer.endArray()
    }
    writer.endObject()
    writer.endLine()
    return writer.take()
  }
}

extension ManifestLine {
  fileprivate func writeSide(to writer: inout JSONWriter) {
    writer.beginObject()
    writeVerdict(to: &writer)
    writer.endObject()
  }
}
