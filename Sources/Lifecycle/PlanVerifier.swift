internal import Comparisons
internal import Contents
package import Diagnostics
package import Documents
internal import Plans
package import Renditions
internal import Schemas

/// Says whether papers and files agree with the seals of plans.
package struct PlanVerifier {
  /// What is said of one thing that was asked about.
  package struct Answer: Sendable {
    /// What was asked about: a file, or the groups typed.
    package let subject: String
    /// Whether all is as it was sealed.
    package let isGood: Bool
    /// What is so.
    package let message: Message
  }

  private let renderer: (TextWriter) -> PlanRenderer
  private var plans: [(file: String, plan: PlanTree, groups: SealGroups, isSealed: Bool)] = []
  /// What was said, in the order in which it was asked.
  package private(set) var answers: [Answer] = []
  /// What is wrong with plans.
  package private(set) var diagnostics: [Diagnostic] = []

  /// Makes a verifier.
  ///
  /// - Parameter renderer: makes a renderer that writes texts as the writer does.
  package init(renderer: @escaping (TextWriter) -> PlanRenderer) {
    self.renderer = renderer
  }

  /// Takes the plans of a file, and says whether they are as they were sealed.
  package mutating func add(_ source: SourceFile) {
    for plan in renderer(TextWriter()).read(source) {
      diagnostics += plan.diagnostics.filter { $0.severity == .error }
      guard let tree = plan.value, tree.isWhole else {
        answer(
          source.name, false,
          Message(
            uk: "план не такий, яким його скріпили, або з помилками (див. вище)",
            en: "the plan is not as it was sealed, or has errors (see above)"))
        continue
      }
      let seal = try? Seal(of: tree.root)
      let groups = SealGroups(of: tree.digest)
      plans.append((source.name, tree, groups, seal != nil))
      answer(
        source.name, seal != nil,
        seal == nil
          ? Message(
            uk: "план не скріплено; його зміст має суму \(groups.text)",
            en: "the plan is not sealed; its content has the sum \(groups.text)")
          : Message(
            uk: "зміст той самий, що й під час скріплення: \(groups.text)",
            en: "the content is as it was sealed: \(groups.text)"))
    }
  }

  /// Says whose groups those are that were typed from paper.
  package mutating func check(groups typed: String) {
    do throws(SealGroups.Slip) {
      let groups = try SealGroups(reading: typed)
      if let plan = plans.first(where: { $0.groups == groups }) {
        answer(
          typed, true,
          Message(uk: "це план «\(plan.file)»", en: "this is the plan '\(plan.file)'"))
      } else {
        answer(
          typed, false,
          plans.isEmpty
            ? Message(
              uk: "цифри набрано без помилки; назвіть також план, щоб звірити з ним",
              en: "the digits are typed without a slip; name the plan, too, to hold them against it"
            )
            : Message(
              uk: "жоден із названих планів не має такої суми: це інший план або інший його зміст",
              en: "no plan named has this sum: it is another plan, or other content"))
      }
    } catch {
      answer(typed, false, error.message)
    }
  }

  /// Says whether a printed rendition, HTML or text, shows what the plan of its groups says.
  package mutating func check(rendition source: SourceFile) {
    let printed = PrintedText(source.bytes)
    guard let groups = printed.groups else {
      return answer(
        source.name, false,
        printed.isCut
          ? Message(
            uk: "документ обірвано, кінця немає: візьміть його цілим",
            en: "the document is cut, its end is missing: take it whole")
          : Message(
            uk:
              "на документі немає контрольної суми: план не було скріплено, коли його друкували, або це не весь документ",
            en:
              "the document has no sum: the plan was not sealed when it was made, or this is not all of it"
          ))
    }
    guard let plan = plans.first(where: { $0.groups == groups }) else {
      return answer(
        source.name, false,
        plans.isEmpty
          ? Message(
            uk: "на документі сума \(groups.text); назвіть план із такою сумою, щоб звірити слова",
            en:
              "the document has the sum \(groups.text); name the plan of it to hold the words against it"
          )
          : Message(
            uk:
              "це документ іншого плану або іншого його змісту: на ньому сума \(groups.text); назвіть план із такою сумою",
            en:
              "this is the document of another plan, or of other content: it has the sum \(groups.text); name the plan of it"
          ))
    }
    check(source, printed, against: plan.plan, plan.file)
  }

  private mutating func check(
    _ source: SourceFile, _ printed: PrintedText, against plan: PlanTree, _ file: String
  ) {
    let isHTML = source.bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
    let format = isHTML ? RenditionFormat.html : .txt
    let width =
      source.bytes.split(separator: 0x0A).map { line in
        String(decoding: line, as: UTF8.self).count
      }.max() ?? 100
    var nearest: (words: [String], difference: Int)?
    for writer in [TextWriter(), TextWriter(width: min(max(width, 80), 200))] {
      let renderer = renderer(writer)
      for form in renderer.formNames(of: plan.kind) {
        guard let document = renderer.document(of: plan, form: form).value,
          let bytes = renderer.write(plan, document, as: format).value
        else { continue }
        if bytes == source.bytes {
          return answer(
            source.name, true,
            Message(
              uk: "той самий документ, що дає план «\(file)»",
              en: "the very document that the plan '\(file)' gives"))
        }
        let words = PrintedText(bytes).words
        let difference = words.difference(from: printed.words).count
        if difference < nearest?.difference ?? .max { nearest = (words, difference) }
      }
    }
    guard let nearest else { return }
    guard nearest.difference > 0 else {
      return answer(
        source.name, true,
        Message(
          uk: "ті самі слова, що дає план «\(file)»; оформлення інше",
          en: "the same words that the plan '\(file)' gives, laid out otherwise"))
    }
    answer(source.name, false, Self.difference(printed.words, nearest.words, file))
  }

  private static func difference(_ paper: [String], _ plan: [String], _ file: String) -> Message {
    let difference = WordDifference(
      paper.joined(separator: " "), plan.joined(separator: " "))
    let paper = difference.old.filter(\.isChanged).prefix(3).map { "«\($0.text)»" }
    let plan = difference.new.filter(\.isChanged).prefix(3).map { "«\($0.text)»" }
    func list(_ words: [String], _ none: String) -> String {
      words.isEmpty ? none : words.joined(separator: ", ")
    }
    return Message(
      uk:
        "документ змінено: у ньому \(list(paper, "бракує слів")), а в плані «\(file)» – \(list(plan, "цих слів немає"))",
      en:
        "the document was changed: it has \(list(paper, "words missing")), where the plan '\(file)' has \(list(plan, "none of these words"))"
    )
  }

  private mutating func answer(_ subject: String, _ isGood: Bool, _ message: Message) {
    answers.append(Answer(subject: subject, isGood: isGood, message: message))
  }
}

extension SealGroups.Slip {
  /// What is wrong, for who has typed them.
  fileprivate var message: Message {
    switch self {
    case .noDigits:
      Message(uk: "контрольна сума – це лише цифри", en: "a sum is digits only")
    case .length(let count):
      Message(
        uk: "цифр має бути 24 (шість груп по чотири), а їх \(count)",
        en: "there are 24 digits (six groups of four), and here are \(count)")
    case .mistyped:
      Message(
        uk: "десь помилка в цифрах: одну набрано не так або дві переставлено",
        en: "there is a slip in the digits: one is wrong, or two have changed places")
    }
  }
}
