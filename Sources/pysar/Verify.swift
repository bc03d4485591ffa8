import ArgumentParser
import Diagnostics
import Documents
import Files
import Lifecycle
import Markup
import Renditions
import Signatures

/// `pysar verify`: whether papers and files agree with the seals of plans.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Say whether plans, their renditions and printed papers are as they were sealed.",
    discussion: """
      A plan or its XML is held against its own seal; HTML, PDF, files of Word and texts against the plan whose sum is \
      printed on them, which is named, too, or lies beside them; a file of Word else against the plan in it; the groups typed from \
      paper against the plans named. Electronic signatures beside a plan are checked: those by RSA and ECDSA against \
      the files, and with --trust their certificates, too.

      Examples:
        pysar verify plan.yaml
        pysar verify plan.yaml out/plan.html out/plan.txt out/plan.xml
        pysar verify plan.docx
        pysar verify plan.yaml --trust certificates/
        pysar verify plans/ "0123 4567 8901 2345 6789 0123"
      """)

  @Argument(
    help: "Plans, folders of plans, renditions, signatures, and groups of digits.",
    completion: .file())
  var subjects: [String]

  @OptionGroup var trust: TrustOption

  @OptionGroup var font: FontOption

  @OptionGroup var references: PlanOptions

  @OptionGroup var shared: SharedOptions

  func run() throws {
    try Terminal.run(shared.lang) {
      let groups = subjects.filter(Self.isGroups)
      let signatures = subjects.filter(SignatureFiles.isSignature)
      let paths = subjects.filter { !Self.isGroups($0) && !SignatureFiles.isSignature($0) }
      let certificates = try trust.certificates()
      let review = SignatureReview(trust: certificates, now: Clock.seconds)
      let folders = try shared.folders()
      let places = references.places(besides: paths)
      var verifier = PlanVerifier { text in
        PlanRenderer(
          folders: folders, plans: places,
          writers: RenditionWriters(text: text, font: font.folder))
      }
      let files = PlanSources(paths)
      let printed = files.sources.filter(Self.isPrinted)
      let plans = files.sources.filter { !Self.isPrinted($0) }
      for plan in plans + PlanSources(neighbours(of: printed, besides: plans)).sources {
        verifier.add(plan)
      }
      for rendition in printed { verifier.check(rendition: rendition) }
      if !groups.isEmpty { verifier.check(groups: groups.joined(separator: " ")) }
      let signed =
        plans.flatMap { review.review(beside: $0.name) }
        + signatures.flatMap { review.review(file: $0) }
      let faults =
        files.diagnostics + verifier.diagnostics + (certificates?.diagnostics ?? []) + signed
      Terminal.complain(shared.reporter.report(faults.withRepetitionsToldOnce()))
      for answer in verifier.answers {
        let mark = answer.isGood ? "✓" : "✗"
        try Terminal.write(
          Array("\(mark) \(answer.subject.visible): \(answer.message[shared.lang])\n".utf8))
      }
      if faults.keepFromWork { return .unfinished }
      try files.refuseEmptyFolders()
      let isGood = verifier.answers.allSatisfy(\.isGood) && !signed.hasErrors
      return isGood ? .success : .failure
    }
  }

  /// The plans that lie beside renditions and are not named.
  private func neighbours(of printed: [SourceFile], besides plans: [SourceFile]) -> [String] {
    guard plans.isEmpty else { return [] }
    return printed.compactMap { source in
      let stem = source.name.prefix(upTo: source.name.lastIndex(of: ".") ?? source.name.endIndex)
      return [".yaml", ".yml"].map { stem + $0 }.map(String.init).first { FileSystem.isFile($0) }
    }
  }

  /// Whether a word is digits typed from paper, and no file.
  private static func isGroups(_ word: String) -> Bool {
    word.contains { $0.isNumber } && word.allSatisfy { $0.isNumber || " -–".contains($0) }
      && !FileSystem.isFile(word)
  }

  /// Whether a file is a rendition that people read: HTML, a PDF, a file of Word, or a text.
  private static func isPrinted(_ source: SourceFile) -> Bool {
    if source.name.lowercased().hasSuffix(".docx") || source.bytes.starts(with: "%PDF-".utf8) {
      return true
    }
    let start = String(decoding: source.bytes.prefix(200), as: UTF8.self).lowercased()
    return start.contains("<html") || source.name.hasSuffix(".txt")
  }
}
