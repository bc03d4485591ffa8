internal import Comparisons
internal import Contents
internal import Diagnostics
internal import Documents
internal import Markup
internal import Plans
internal import Renditions

/// Documents are held against what plans give, word by word.
extension PlanVerifier {
  /// Holds what is printed against what a plan gives, that of a file or that which lies in the source.
  mutating func check(
    _ source: SourceFile, _ printed: PrintedText, as format: RenditionFormat,
    against plan: PlanTree, _ file: String?
  ) {
    let writers = format == .txt ? Self.writers(of: source) : [TextWriter()]
    var nearest: (words: [String], difference: Int, unknown: [String])?
    var faults: [Diagnostic] = []
    for writer in writers {
      let renderer = renderer(writer)
      for form in renderer.formNames(of: plan.kind) {
        let written = renderer.rendition(of: plan, form: form, as: format)
        faults += written.diagnostics.filter { $0.severity == .error && !faults.contains($0) }
        guard let bytes = written.value else { continue }
        if bytes == source.bytes, let file {
          return answer(
            source.name, true,
            Message(
              uk: "той самий документ, що дає план «\(file)»",
              en: "the very document that the plan '\(file)' gives"))
        }
        let given = Self.printed(bytes, format)
        let words = given.words
        let difference = words.difference(from: printed.words).count
        let unknown = bytes == source.bytes ? [] : printed.unknown(beside: given)
        if (difference, unknown.count)
          < nearest.map({ ($0.difference, $0.unknown.count) }) ?? (.max, .max)
        {
          nearest = (words, difference, unknown)
        }
      }
    }
    guard let nearest else { return answer(source.name, notGivenBy: plan, faults) }
    guard nearest.difference > 0 else {
      guard nearest.unknown.isEmpty else {
        return answer(source.name, false, Self.notSure(nearest.unknown, file))
      }
      let isSealed = (try? Seal(of: plan.root)) != nil
      return answer(
        source.name, file != nil || isSealed,
        Self.sameWords(file, isSealed: isSealed, SealGroups(of: plan.digest)))
    }
    answer(source.name, false, Self.difference(printed.words, nearest.words, file))
  }

  /// The writers that a text may have been written by: of its width and the usual one, each with what
  /// `render` offers besides.
  private static func writers(of text: SourceFile) -> [TextWriter] {
    let lines = text.bytes.split(separator: 0x0A)
    let width = lines.map { String(decoding: $0, as: UTF8.self).count }.max() ?? 0
    let widths = Set([TextWriter().width, min(max(width, 80), 200)]).sorted()
    return [CellLayout.stepped, .sideBySide].flatMap { cells in
      widths.flatMap { width in
        [false, true].map { TextWriter(width: width, isASCII: $0, cells: cells) }
      }
    }
  }

  private static func printed(_ bytes: [UInt8], _ format: RenditionFormat) -> PrintedText {
    let word = format == .docx ? WordFile(SourceFile(name: "", bytes: bytes)) : nil
    return word.map(PrintedText.init) ?? PrintedText(bytes)
  }

  /// Says that the words agree, and that there is more than words.
  private static func notSure(_ unknown: [String], _ file: String?) -> Message {
    let more = unknown.prefix(3).map { "«\($0.visible)»" }.joined(separator: ", ")
    return Message(
      uk:
        "слова ті самі, що дає план\(file.map { " «\($0)»" } ?? " у цьому файлі"), але є й те, чого Pysar не пише: \(more); чи читач бачить лише ці слова, не певно: складіть документ із плану знову (pysar render)",
      en:
        "the words are those that the plan \(file.map { "'\($0)'" } ?? "in this file") gives, but there is more, which Pysar does not write: \(more); whether a reader sees these words alone is not sure: make the document of the plan anew (pysar render)"
    )
  }

  private static func sameWords(_ file: String?, isSealed: Bool, _ groups: SealGroups) -> Message {
    if let file {
      return Message(
        uk: "ті самі слова, що дає план «\(file)»; оформлення інше",
        en: "the same words that the plan '\(file)' gives, laid out otherwise")
    }
    return isSealed
      ? Message(
        uk:
          "ті самі слова, що дає план у цьому файлі, а він такий, яким його скріпили: \(groups.text)",
        en:
          "the same words that the plan in this file gives, which is as it was sealed: \(groups.text)"
      )
      : Message(
        uk:
          "ті самі слова, що дає план у цьому файлі, але його не скріплено; назвіть план, щоб звірити з ним",
        en:
          "the same words that the plan in this file gives, but it is not sealed; name the plan to hold both together"
      )
  }

  private static func difference(_ paper: [String], _ plan: [String], _ file: String?) -> Message {
    let difference = WordDifference(
      paper.joined(separator: " "), plan.joined(separator: " "))
    let paper = difference.old.filter(\.isChanged).prefix(3).map { "«\($0.text)»" }
    let plan = difference.new.filter(\.isChanged).prefix(3).map { "«\($0.text)»" }
    func list(_ words: [String], _ none: String) -> String {
      words.isEmpty ? none : words.joined(separator: ", ")
    }
    let name = Message(
      uk: file.map { "в плані «\($0)»" } ?? "у плані, з якого його складено,",
      en: file.map { "the plan '\($0)'" } ?? "the plan that it was made of")
    return Message(
      uk:
        "документ змінено: у ньому \(list(paper, "бракує слів")), а \(name.uk) – \(list(plan, "цих слів немає"))",
      en:
        "the document was changed: it has \(list(paper, "words missing")), where \(name.en) has \(list(plan, "none of these words"))"
    )
  }
}
