package import Diagnostics
internal import Files

extension SignatureReview {
  /// What is said of the signatures beside the file of a plan.
  package func review(beside plan: String) -> [Diagnostic] {
    let signatures = files.beside(plan)
    guard !signatures.files.isEmpty else { return signatures.faults }
    let signed = files.signed(plan)
    return signatures.faults
      + signatures.files.flatMap { review($0.bytes, at: $0.name, of: signed).diagnostics }
  }

  /// What is said of signatures in the folders of plans that are beside none of them.
  package func strays(besides plans: [String]) -> [Diagnostic] {
    files.strays(besides: plans).map { .alone(.warning, $0) }
  }

  /// What is said of the file of a signature, whose plan lies beside it.
  package func review(file path: String) -> [Diagnostic] {
    guard let plan = SignatureFiles.plan(of: path) else { return [.alone(.error, path)] }
    do throws(FileFault) {
      let source = try SourceFile(at: path)
      return review(source.bytes, at: path, of: files.signed(plan)).diagnostics
    } catch {
      return [error.diagnostic(file: path)]
    }
  }
}

extension Diagnostic {
  /// A signature without what it is of.
  fileprivate static func alone(_ severity: Severity, _ path: String) -> Diagnostic {
    let stem = SignatureFiles.stem(of: path)
    return Diagnostic(
      severity, code: "signature-other", file: path,
      Message(
        uk: "біля підпису немає плану, на який він", en: "there is no plan beside the signature"),
      help: Message(
        uk: "покладіть план поруч, з тією самою назвою: \(stem).yaml",
        en: "put the plan beside it, named like it: \(stem).yaml"))
  }
}
