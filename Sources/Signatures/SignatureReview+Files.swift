package import Diagnostics
internal import Files

extension SignatureReview {
  /// What is said of the signatures beside the file of a plan.
  package func review(beside plan: String) -> [Diagnostic] {
    let signatures = SignatureFiles.beside(plan)
    guard !signatures.isEmpty else { return [] }
    let files = SignatureFiles.signed(plan)
    return signatures.flatMap { review($0.bytes, at: $0.name, of: files).diagnostics }
  }

  /// What is said of the file of a signature, whose plan lies beside it.
  package func review(file path: String) -> [Diagnostic] {
    guard let plan = SignatureFiles.plan(of: path) else { return [.alone(path)] }
    do throws(FileFault) {
      let source = try SourceFile(at: path)
      return review(source.bytes, at: path, of: SignatureFiles.signed(plan)).diagnostics
    } catch {
      return [error.diagnostic(file: path)]
    }
  }
}

extension Diagnostic {
  /// A signature without what it is of.
  fileprivate static func alone(_ path: String) -> Diagnostic {
    let stem = SignatureFiles.stem(of: path)
    return Diagnostic(
      code: "signature-other", in: SourceFile(name: path, bytes: []), at: nil,
      Message(
        uk: "біля підпису немає плану, на який він", en: "there is no plan beside the signature"),
      help: Message(
        uk: "покладіть план поруч, з тією самою назвою: \(stem).yaml",
        en: "put the plan beside it, named like it: \(stem).yaml"))
  }
}
