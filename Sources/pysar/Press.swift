import Diagnostics
import Documents
import Forms
import Plans

/// The whole way from a source to documents: the stages, one after the other.
final class Press {
  let kinds: KindLibrary
  private let reader: PlanReader
  private let forms: FormReader
  private let formName: String
  private var renderers: [String: Diagnosed<FormRenderer>] = [:]
  let text: TextWriter

  init(folders: TemplateFolders, formName: String = "form", text: TextWriter = TextWriter()) {
    kinds = KindLibrary(folders: folders)
    reader = PlanReader(kinds: kinds)
    forms = FormReader(folders: folders)
    self.formName = formName
    self.text = text
  }

  func read(_ source: SourceFile) -> [Diagnosed<PlanTree>] {
    reader.read(source)
  }

  /// The document of a plan; none where the kind has no such form, or a broken one.
  func document(of plan: PlanTree) -> Diagnosed<Document> {
    let renderer = renderer(for: plan.kind)
    guard let value = renderer.value, renderer.diagnostics.isEmpty else {
      return Diagnosed(nil, renderer.diagnostics)
    }
    guard let document = value.render(plan) else {
      let endless = Diagnostic(
        code: "form-endless", in: plan.source, at: nil,
        Message(
          uk: "вираз форми «\(formName)» не закінчився за дозволене число кроків",
          en: "an expression of the form '\(formName)' did not end within the steps allowed"),
        help: Message(
          uk: "поділіть план або спростіть форму", en: "split the plan, or make the form simpler"))
      return Diagnosed(nil, [endless])
    }
    return Diagnosed(document, [])
  }

  /// The blank form of a kind.
  func blank(of kind: Kind) -> Diagnosed<Document> {
    let renderer = renderer(for: kind)
    return Diagnosed(renderer.value?.blank(), renderer.diagnostics)
  }

  private func renderer(for kind: Kind) -> Diagnosed<FormRenderer> {
    if let known = renderers[kind.name] { return known }
    let result: Diagnosed<FormRenderer>
    if let form = forms.read(formName, of: kind) {
      result = Diagnosed(form.value.map { FormRenderer($0) }, form.diagnostics)
    } else {
      let names = forms.names(of: kind).joined(separator: ", ")
      result = Diagnosed(
        nil,
        [
          Diagnostic(
            code: "unknown-form", in: SourceFile(name: kind.name, bytes: []), at: nil,
            Message(
              uk: "вид «\(kind.schema.kind.uk)» не має форми «\(formName)»",
              en: "the kind '\(kind.name)' has no form '\(formName)'"),
            help: Message(uk: "є форми: \(names)", en: "it has the forms \(names)"))
        ])
    }
    renderers[kind.name] = result
    return result
  }
}
