import Bytes
internal import Contents
internal import DeadlineAnnotations
package import Diagnostics
package import Schemas
internal import SourceTexts
internal import XML
internal import YAML

/// Reads plans: YAML, or the XML that Pysar made of a plan. It belongs to one task.
package final class PlanReader {
  let kinds: KindLibrary
  private let deadlines: DeadlineAnnotator
  private let folders: PlanFolders
  private lazy var references = ReferenceResolver(folders) { [unowned self] in read($0) }

  /// Makes a reader of these kinds of plans.
  ///
  /// - Parameters:
  ///   - folders: where the plans are looked for that others refer to.
  ///   - isStopped: is asked now and then whether to give up; then what is read is not all.
  package init(
    kinds: KindLibrary, folders: PlanFolders = PlanFolders(),
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.kinds = kinds
    self.folders = folders
    deadlines = DeadlineAnnotator(folders: kinds.folders, isStopped: isStopped)
  }

  /// The plans of a file, in their order, each with everything that is wrong with its shape. A plan
  /// with an error has a tree of what could be read, which is not ``PlanTree/isWhole``, or none.
  package func read(_ source: SourceFile) -> [Diagnosed<PlanTree>] {
    if let fault = SourceText.fault(in: source) { return [Diagnosed(nil, [fault])] }
    if source.isXML { return [readRendition(source)] }
    let ends = SourceText.lineEnds(in: source)
    if ends.count == 1, !source.bytes.contains(0x0A) { return [Diagnosed(nil, ends)] }
    let spaces = OddSpaces(in: source, isKey: kinds.isKey)
    let told = (ends + spaces.diagnostics).sortedByPlace()
    let (plans, lines) = readPlans(of: source, as: spaces.repaired)
    if Self.haveSyntaxFaults(plans), let mended = readMended(spaces.repaired, of: source, told) {
      return mended
    }
    return told.isEmpty ? plans : Self.add(told, to: plans, beginningAt: lines)
  }

  /// The plans of a file, with the line that each begins at.
  ///
  /// - Parameter text: what is read for it.
  func readPlans(of source: SourceFile, as text: SourceFile)
    -> ([Diagnosed<PlanTree>], lines: [Int32])
  {
    YAMLDocuments.withDocuments(of: text) { readPlans(of: source, $0) }
  }

  /// How many bytes of texts one plan may have: what is made of it takes some thirty times as much.
  private static let textLimit = 4 << 20

  /// As how many elements a plan counts beside its own, for what is kept of it.
  private static let planWeight = 10

  /// The plans of a file, with the line that each begins at.
  private func readPlans(of source: SourceFile, _ stream: consuming YAMLDocuments)
    -> ([Diagnosed<PlanTree>], lines: [Int32])
  {
    var documents = stream
    var plans: [Diagnosed<PlanTree>] = []
    var lines: [Int32] = []
    var faults = 0
    var budget = PlanEvents.budget(of: source.bytes.count)
    var place = Place(of: source)
    do throws(PlanEvents.Stop) {
      while let document = try documents.nextDocument() {
        let first = document.events[0]
        // There is no anchor before it that it could stand for.
        if first.kind == .alias { _ = try document.target(of: first) }
        if first.kind == .scalar, document.texts.span.extracting(first.text).isBlank { continue }
        var events = PlanEvents(document, budget: budget)
        place.index = plans.count + 1
        let (plan, stop) = readPlan(first, at: place, &events)
        place.elementsLeft -= Self.planWeight + (plan.value?.elementCount ?? 0)
        plans.append(plan)
        lines.append(first.range.start.line)
        faults += plan.diagnostics.count { $0.severity == .error }
        if stop { return (plans, lines) }
        guard faults < PlanBuilder.faultLimit else { throw .tooManyFaults(first.range) }
        budget = events.budget
      }
    } catch {
      plans.append(Diagnosed(nil, [diagnostic(for: error, in: source)]))
      lines.append(.max)
    }
    return plans.isEmpty ? ([Diagnosed(nil, [emptyFile(source)])], [1]) : (plans, lines)
  }

  /// Reads one plan; the flag says that the file cannot be read on.
  private func readPlan(
    _ first: YAMLEvent, at place: Place, _ events: inout PlanEvents
  ) -> (Diagnosed<PlanTree>, Bool) {
    let source = place.source
    do throws(PlanEvents.Stop) {
      guard events.document.texts.count <= Self.textLimit else { throw .tooMuchText(first.range) }
      guard first.kind == .mappingStart else {
        return try refused([notAMapping(first, in: source)], events.document)
      }
      let finder = try KindFinder(events.document)
      guard let key = finder.key, let kind = kind(finder, events.document) else {
        let unknown = unknownKind(finder, first, in: source, events.document)
        let name = finder.name.map { events.document.text(of: $0) } ?? ""
        let broken = kinds.faults(called: name)
        return try refused(
          broken.faults + (broken.isNamed ? [] : [unknown]), events.document)
      }
      guard let value = kind.value else { return try refused(kind.diagnostics, events.document) }
      events.takeOut(key)
      return build(value, at: place, &events)
    } catch {
      let diagnostic = diagnostic(for: error, in: source, behind: events.document.events.last)
      return (Diagnosed(nil, [diagnostic]), true)
    }
  }

  /// A plan that is not read for what is told of it; where its text cannot be read to its end, that
  /// is told instead.
  private func refused(_ diagnostics: [Diagnostic], _ document: YAMLDocument)
    throws(PlanEvents.Stop) -> (Diagnosed<PlanTree>, Bool)
  {
    if let fault = document.fault { throw .unreadable(fault) }
    return (Diagnosed(nil, diagnostics), false)
  }

  /// Builds the tree of a plan; the flag says that the file cannot be read on.
  func build(_ kind: Kind, at place: Place, _ events: inout PlanEvents)
    -> (Diagnosed<PlanTree>, Bool)
  {
    let source = place.source
    var builder = PlanBuilder(kind: kind, at: place, document: events.document)
    do throws(PlanEvents.Stop) {
      try builder.readRoot(&events)
      builder.reportMarks()
    } catch {
      // Where the text breaks off, nobody knows which keys it would have had.
      let found = builder.diagnostics(before: error).filter { $0.code != "missing-key" }
      let last = events.document.events.last
      let all = found + [diagnostic(for: error, in: source, behind: last)]
      let plan = builder.finish(index: place.index)
      plan.isWhole = false
      plan.isCutShort = true
      return (Diagnosed(plan, all.sortedByPlace()), true)
    }
    var diagnostics = builder.diagnostics
    let (mentions, gaps, hasTable) = (builder.mentions, builder.gaps, builder.hasTable)
    kind.schema.dutyTexts?.fill(builder.tree)
    let plan = builder.finish(index: place.index)
    plan.gaps = gaps
    plan.spreadGaps()
    diagnostics += references.resolve(mentions, of: plan)
    diagnostics += Seal.findings(in: plan.root, kind.schema, of: source, plan.range)
    if hasTable { diagnostics += plan.tableFaults }
    diagnostics += deadlines.annotate(plan.root, kind, in: source, range: plan.range)
    if hasTable { diagnostics += TableTimes(of: plan).faults }
    plan.isWhole = !diagnostics.hasErrors
    return (Diagnosed(plan, diagnostics.sortedByPlace()), false)
  }

  private func kind(_ finder: KindFinder, _ document: YAMLDocument) -> Diagnosed<Kind>? {
    finder.name.flatMap { name in
      let text = document.texts.span.extracting(name.text)
      let trimmed = text.extracting(text.trimmedIndices)
      return kinds.kind(called: String(decoding: [UInt8](copying: trimmed), as: UTF8.self))
    }
  }
}

extension PlanReader {
  /// More kinds than so many are too many for a message.
  private static let listedKinds = 6

  var knownKinds: Message {
    guard kinds.names.count <= Self.listedKinds else {
      return Message(uk: "усі види перелічує pysar kinds", en: "'pysar kinds' lists all kinds")
    }
    let list = kinds.allNames.joined(separator: ", ")
    return Message(uk: "відомі види: \(list)", en: "the known kinds: \(list)")
  }

  private func unknownKind(
    _ finder: KindFinder, _ first: YAMLEvent, in source: SourceFile, _ document: YAMLDocument
  ) -> Diagnostic {
    if finder.name == nil, let wrong = finder.wrong {
      return Diagnostic(
        code: "wrong-type", in: source, at: wrong.range.firstCharacter,
        Message(
          uk: "вид плану – це одне слово, а тут список або запис із ключами",
          en: "the kind of a plan is a word, and here is a list or a mapping"),
        help: knownKinds)
    }
    guard let written = finder.name else {
      return Diagnostic(
        code: "missing-kind", in: source, at: first.range.firstCharacter,
        Message(uk: "бракує ключа «вид» («kind»)", en: "the key 'kind' ('вид') is missing"),
        help: knownKinds)
    }
    let name = document.text(of: written)
    let near = nearestName(to: name, among: kinds.allNames)
    return Diagnostic(
      code: "unknown-kind", in: source, at: written.range,
      Message(uk: "невідомий вид плану «\(name)»", en: "unknown kind of plan '\(name)'"),
      help: kinds.hint(forOther: name) ?? near.map { ReadFaults.perhaps($0, for: name) }
        ?? kinds.suggestion(for: name) ?? knownKinds)
  }

  private func notAMapping(_ event: YAMLEvent, in source: SourceFile) -> Diagnostic {
    Diagnostic(
      code: "not-a-plan", in: source, at: event.range.firstCharacter,
      Message(
        uk: "план – це ключі зі значеннями, а тут їх немає",
        en: "a plan is keys with values, and there are none here"),
      help: Message(
        uk: "почніть із рядка «вид: …»; зразок дає pysar new",
        en: "begin with 'kind: …'; pysar new writes an example"))
  }

  private func emptyFile(_ source: SourceFile) -> Diagnostic {
    Diagnostic(
      code: "empty-file", in: source, at: SourceRange(line: 1, column: 1),
      Message(uk: "у файлі немає жодного плану", en: "there is no plan in the file"),
      help: Message(uk: "зразок плану дає pysar new", en: "pysar new writes an example"))
  }

  /// - Parameter last: what was read last.
  private func diagnostic(
    for stop: PlanEvents.Stop, in source: SourceFile, behind last: YAMLEvent? = nil
  ) -> Diagnostic {
    switch stop {
    case .unreadable(let fault) where fault.problem == YAMLFault.tooManyValues:
      return .tooManyValues(in: source, at: SourceRange(fault.position, fault.position))
    case .unreadable(let fault):
      return SyntaxFaults(source: source, isKey: kinds.isKey).told(fault, behind: last)
        .diagnostic(in: source)
    case .tooMuch(let range):
      return Diagnostic(
        code: "alias-bomb", in: source, at: range,
        Message(
          uk: "посилання «*» розгортаються в текст, надто великий для цього файлу",
          en: "the aliases expand to far more than the file could mean"),
        help: Message(uk: "напишіть значення без посилань", en: "write the values without aliases"))
    case .badAlias(let name, let range, let isRecursive):
      return Diagnostic(
        code: "bad-alias", in: source, at: range,
        isRecursive
          ? Message(
            uk: "посилання «*\(name)» стоїть усередині того, на що посилається",
            en: "the alias '*\(name)' stands inside what it refers to")
          : Message(
            uk: "перед посиланням «*\(name)» немає позначки «&\(name)»",
            en: "there is no anchor '&\(name)' before the alias '*\(name)'"),
        help: isRecursive
          ? nil
          : Message(
            uk: "напишіть саме значення; якщо «*» – частина тексту, візьміть його в лапки",
            en: "write the value itself; if the '*' belongs to a text, put it in quotation marks"))
    case .tooManyValues(let range): return .tooManyValues(in: source, at: range)
    case .tooMuchText(let range):
      return Diagnostic(
        code: "too-much-text", in: source, at: range.firstCharacter,
        Message(
          uk: "у плані понад \(Self.textLimit >> 20) МБ тексту, стільки не читається",
          en: "the plan has over \(Self.textLimit >> 20) MB of text, more than is read"),
        help: Message(
          uk: "скоротіть тексти або поділіть план", en: "shorten its texts, or split the plan"))
    case .tooManyFaults(let range):
      return Diagnostic(
        code: "too-many-errors", in: source, at: range.firstCharacter,
        Message(
          uk: "помилок уже понад \(PlanBuilder.faultLimit), далі файл не перевірено",
          en: "there are more than \(PlanBuilder.faultLimit) errors, the rest was not checked"))
    }
  }
}

extension YAMLDocuments {
  fileprivate mutating func nextDocument() throws(PlanEvents.Stop) -> YAMLDocument? {
    do throws(YAMLFault) {
      return try next()
    } catch {
      throw .unreadable(error)
    }
  }
}

extension SourceFile {
  /// Whether the text begins as XML does, which no plan in YAML can.
  fileprivate var isXML: Bool {
    let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let first = bytes[start...].first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    return first == UInt8(ascii: "<")
  }
}
