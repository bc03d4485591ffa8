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

  let renderer: (TextWriter) -> PlanRenderer
  private(set) var plans: [(file: String, plan: PlanTree, groups: SealGroups, isSealed: Bool)] = []
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

  /// Says whether a printed rendition, HTML, PDF, Word or text, shows what the plan of its groups says. A
  /// file of Word is held against the plan that lies in it where none is named.
  package mutating func check(rendition source: SourceFile) {
    if source.bytes.starts(with: "%PDF-".utf8) { return check(pdf: source) }
    if let word = WordFile(source) { return check(word, source) }
    guard !source.name.lowercased().hasSuffix(".docx") else {
      return answer(
        source.name, false,
        Message(
          uk: "це не файл Word, або його пошкоджено: візьміть його ще раз там, звідки він",
          en: "this is no file of Word, or it is damaged: take it again from where it is"))
    }
    let printed = PrintedText(source.bytes)
    guard let groups = printed.groups else {
      return answer(source.name, false, printed.isCut ? Self.isCut : Self.noSum)
    }
    guard let plan = plans.first(where: { $0.groups == groups }) else {
      return answer(
        source.name, false, plans.isEmpty ? Self.unknownSum(groups) : Self.otherSum(groups))
    }
    let isHTML = source.bytes.first { $0 > 0x20 && $0 < 0x80 } == UInt8(ascii: "<")
    check(source, printed, as: isHTML ? .html : .txt, against: plan.plan, plan.file)
  }

  private mutating func check(_ word: WordFile, _ source: SourceFile) {
    let printed = PrintedText(word)
    let inside = word.plans.flatMap { renderer(TextWriter()).read($0) }
    let own = inside.count == 1 ? inside[0].value.flatMap { $0.isWhole ? $0 : nil } : nil
    let groups = printed.groups ?? own.map { SealGroups(of: $0.digest) }
    if let plan = plans.first(where: { $0.groups == groups }) {
      return check(source, printed, as: .docx, against: plan.plan, plan.file)
    }
    guard let own else {
      diagnostics += inside.flatMap(\.diagnostics).filter { $0.severity == .error }
      return answer(source.name, false, Self.noOwnPlan(count: inside.count, printed.groups))
    }
    if let groups = printed.groups, groups != SealGroups(of: own.digest) {
      return answer(source.name, false, Self.unknownSum(groups))
    }
    check(source, printed, as: .docx, against: own, nil)
  }

  private static let isCut = Message(
    uk: "документ обірвано, кінця немає: візьміть його цілим",
    en: "the document is cut, its end is missing: take it whole")

  static let noSum = Message(
    uk:
      "на документі немає контрольної суми: план не було скріплено, коли його друкували, або це не весь документ",
    en:
      "the document has no sum: the plan was not sealed when it was made, or this is not all of it")

  private static func otherSum(_ groups: SealGroups) -> Message {
    Message(
      uk:
        "це документ іншого плану або іншого його змісту: на ньому сума \(groups.text); назвіть план із такою сумою",
      en:
        "this is the document of another plan, or of other content: it has the sum \(groups.text); name the plan of it"
    )
  }

  static func unknownSum(_ groups: SealGroups) -> Message {
    Message(
      uk: "на документі сума \(groups.text); назвіть план із такою сумою, щоб звірити слова",
      en:
        "the document has the sum \(groups.text); name the plan of it to hold the words against it")
  }

  private static func noOwnPlan(count: Int, _ groups: SealGroups?) -> Message {
    switch count {
    case 0: groups.map(unknownSum) ?? noSum
    case 1:
      Message(
        uk:
          "план, що лежить у цьому файлі, не такий, яким його скріпили, або з помилками (див. вище)",
        en: "the plan that lies in this file is not as it was sealed, or has errors (see above)")
    default:
      Message(
        uk: "у цьому файлі планів: \(count); складіть з кожного окремий файл, щоб звірити слова",
        en: "this file has \(count) plans: make a file of each to hold the words against it")
    }
  }

  /// Says that a plan gives nothing that a document could be held against, and why.
  mutating func answer(_ subject: String, notGivenBy plan: PlanTree, _ faults: [Diagnostic]) {
    diagnostics += faults.filter { !diagnostics.contains($0) }
    answer(
      subject, false,
      Message(
        uk: "звірити немає з чим: жодна форма не дає документа плану «\(plan.source.name)»",
        en: "there is nothing to compare with: no form gives a document of '\(plan.source.name)'"))
  }

  mutating func answer(_ subject: String, _ isGood: Bool, _ message: Message) {
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
