package import Diagnostics
package import Documents
package import Files
internal import Forms
package import Plans
package import Schemas

/// The whole way from a source to documents: the stages, one after the other.
package final class PlanRenderer {
  /// The kinds of plans that it knows.
  package let kinds: KindLibrary
  private let reader: PlanReader
  private let forms: FormReader
  private let formName: String
  private let isStopped: @Sendable () -> Bool
  private var names: [String: [String]] = [:]
  private var renderers: [String: Diagnosed<FormRenderer>] = [:]
  /// Writes documents.
  package let writers: RenditionWriters

  /// Makes a renderer of the kinds and forms in these folders.
  ///
  /// - Parameters:
  ///   - known: kinds of these folders that were read before.
  ///   - plans: where the plans are looked for that others refer to.
  ///   - isStopped: is asked now and then whether to give up; then what is made is not all.
  package init(
    folders: TemplateFolders, kinds known: [Kind] = [], plans: PlanFolders = PlanFolders(),
    formName: String = "form",
    writers: RenditionWriters = RenditionWriters(),
    isStopped: @escaping @Sendable () -> Bool = { false }
  ) {
    self.isStopped = isStopped
    kinds = KindLibrary(folders: folders, known: known)
    reader = PlanReader(kinds: kinds, folders: plans, isStopped: isStopped)
    forms = FormReader(folders: folders)
    self.formName = formName
    self.writers = writers
  }

  /// The plans of a source, each with what is wrong with its shape.
  package func read(_ source: SourceFile) -> [Diagnosed<PlanTree>] {
    reader.read(source)
  }

  /// The document of a plan; none where the kind has no such form, or a broken one.
  package func document(of plan: PlanTree, form: String? = nil) -> Diagnosed<Document> {
    let renderer = renderer(for: plan.kind, form ?? formName)
    guard let value = renderer.value, renderer.diagnostics.isEmpty else {
      return Diagnosed(nil, renderer.diagnostics)
    }
    guard let document = value.render(plan) else {
      let endless = Diagnostic(
        code: "form-endless", in: plan.source, at: nil,
        Message(
          uk: "форма «\(form ?? formName)» потребує для цього плану більше кроків, ніж дозволено",
          en: "the form '\(form ?? formName)' takes more steps for this plan than are allowed"
        ),
        help: Message(
          uk: "поділіть план або спростіть форму", en: "split the plan, or make the form simpler"))
      return Diagnosed(nil, [endless])
    }
    return Diagnosed(document, document.crowdedTables.map { plan.crowded($0.columns, $0.room) })
  }

  /// What a form of a plan gives in a format; none where it gives nothing.
  package func rendition(of plan: PlanTree, form: String, as format: RenditionFormat)
    -> Diagnosed<[UInt8]>
  {
    let document = document(of: plan, form: form)
    guard let page = document.value else { return Diagnosed(nil, document.diagnostics) }
    let written = write(plan, page, as: format)
    return Diagnosed(written.value, document.diagnostics + written.diagnostics)
  }

  /// What does not fit: the form into the steps allowed, a table onto its sheet, as
  /// ``document(of:form:)`` says it.
  package func limits(of plan: PlanTree) -> [Diagnostic] {
    document(of: plan).diagnostics.filter {
      $0.code == "form-endless" || $0.code == "too-many-columns"
    }
  }

  /// The names of the forms of a kind, `form` first.
  package func formNames(of kind: Kind) -> [String] {
    if let known = names[kind.name] { return known }
    let result = forms.names(of: kind)
    names[kind.name] = result
    return result
  }

  /// The names of the forms of all kinds, each once, in their order.
  package var formNames: [String] {
    let all = kinds.names.flatMap { kinds.kind(named: $0)?.value.map(formNames) ?? [] }
    return Set(all).sorted()
  }

  /// What is wrong with the kinds and their forms.
  package func faults() -> [Diagnostic] {
    kinds.faults
      + kinds.names.flatMap { name -> [Diagnostic] in
        guard let kind = kinds.kind(named: name) else { return [] }
        return kind.diagnostics
          + (kind.value.map { kind in
            formNames(of: kind).flatMap { renderer(for: kind, $0).diagnostics }
          } ?? [])
      }
  }

  /// The blank form of a kind.
  package func blank(of kind: Kind) -> Diagnosed<Document> {
    let renderer = renderer(for: kind, formName)
    return Diagnosed(renderer.value?.blank(), renderer.diagnostics)
  }

  private func renderer(for kind: Kind, _ formName: String) -> Diagnosed<FormRenderer> {
    let key = kind.name + "/" + formName
    if let known = renderers[key] { return known }
    let result: Diagnosed<FormRenderer>
    if let form = forms.read(formName, of: kind) {
      result = Diagnosed(
        form.value.map { FormRenderer($0, isStopped: isStopped) }, form.diagnostics)
    } else {
      let names = forms.names(of: kind).joined(separator: ", ")
      result = Diagnosed(
        nil,
        [
          Diagnostic(
            code: "unknown-form", file: kind.name,
            Message(
              uk: "вид «\(kind.schema.kind.uk)» не має форми «\(formName)»",
              en: "the kind '\(kind.name)' has no form '\(formName)'"),
            help: Message(uk: "є форми: \(names)", en: "it has the forms \(names)"))
        ])
    }
    renderers[key] = result
    return result
  }
}

extension PlanTree {
  /// The warning of a table with more columns than its sheet has room for.
  fileprivate func crowded(_ count: Int, _ room: Int) -> Diagnostic {
    Diagnostic(
      .warning, code: "too-many-columns", in: source, at: range(ofColumns: count),
      Message(
        uk: "граф у таблиці \(count), а на аркуші є місце для \(room):"
          + " на папері клітинки стоять одна під одною",
        en: "the table has \(count) columns, and its sheet has room for \(room):"
          + " on paper the cells stand one below the other"),
      help: Message(
        uk: "поділіть таблицю на кілька або залиште графи, без яких не можна",
        en: "divide the table into several, or leave the columns that it cannot do without"))
  }
}
