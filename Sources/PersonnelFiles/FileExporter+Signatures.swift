internal import Bags
internal import Diagnostics
internal import Files
internal import Plans
internal import Signatures

/// The signatures beside plans.
extension FileExporter {
  /// The signatures beside a plan, by what their names end in, and why others cannot be read.
  func signatures(of plan: SignedPlan) -> (
    files: [(suffix: String, file: BagFile)], faults: [Diagnostic]
  ) {
    let stem = SignatureFiles.stem(of: plan.path)
    let found = review.files.beside(plan.path)
    return (
      found.files.map { (String($0.name.dropFirst(stem.count)), BagFile($0.bytes)) }, found.faults
    )
  }

  /// What of the signatures of a plan speaks against them, who has signed, and which are kept: all but
  /// containers that nobody has signed yet.
  func reviewed(
    _ signatures: [(suffix: String, file: BagFile)], of plan: SignedPlan, _ files: [SignedFile]
  ) -> (
    kept: [(suffix: String, file: BagFile)], diagnostics: [Diagnostic], signers: [String]
  ) {
    let stem = SignatureFiles.stem(of: plan.path)
    let outcomes = signatures.map { review.review($0.file.bytes, at: stem + $0.suffix, of: files) }
    // That a signature holds, those are told who verify the file.
    let diagnostics = outcomes.flatMap(\.diagnostics).filter { $0.severity > .note }
    let kept = zip(signatures, outcomes).filter { !$1.isUnsigned }.map(\.0)
    return (kept, diagnostics, outcomes.flatMap(\.signers))
  }

  /// What signatures may be of, when a document is new.
  func signedFiles(_ files: [(suffix: String, file: BagFile)], of plan: SignedPlan) -> [SignedFile]
  {
    files.map { SignedFile(SignatureFiles.stem(of: plan.path) + $0.suffix, $0.file.bytes) }
  }

  /// What signatures may be of, when a document is there already: its files as they were exported.
  func archived(_ item: Inventory.Item, in folder: String) -> [SignedFile] {
    item.files.compactMap { file in
      let path = "\(options.output)/\(folder)/\(ArchiveName.part(item.part))/data/\(file.name)"
      return (try? SourceFile(at: path)).map { SignedFile(file.name, $0.bytes) }
    }
  }

  /// What is missing, where every document needs the signatures of all who must sign it.
  func missing(
    _ signatures: [(suffix: String, file: BagFile)], _ signers: [String], of plan: PlanTree
  ) -> [Diagnostic] {
    guard options.requiresSignatures else { return [] }
    let people = Signatories(of: plan)
    guard !people.isEmpty else {
      return signatures.isEmpty ? [.unsignedFile(plan.source.name)] : []
    }
    return people.missing(among: signers, in: plan.source.name)
  }
}
