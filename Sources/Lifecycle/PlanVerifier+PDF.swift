internal import Contents
internal import Diagnostics
internal import Documents
internal import Plans
internal import Renditions

extension PlanVerifier {
  /// Says whether a PDF is the very file that the plan of its groups gives.
  mutating func check(pdf source: SourceFile) {
    let groups = Self.groups(in: source.bytes)
    let candidates = plans.filter { groups == nil || $0.groups == groups }
    guard let first = candidates.first else {
      return answer(source.name, false, groups.map(Self.unknownSum) ?? Self.noSum)
    }
    var faults: [Diagnostic] = []
    var hasPages = false
    for candidate in candidates {
      let pages = pages(of: candidate.plan)
      faults += pages.flatMap(\.diagnostics).filter { $0.severity == .error }
      hasPages = hasPages || pages.contains { $0.value != nil }
      for written in pages.compactMap(\.value) where source.bytes.starts(with: written) {
        let isWhole = written.count == source.bytes.count
        return answer(
          source.name, isWhole,
          isWhole
            ? Message(
              uk: "той самий документ, що дає план «\(candidate.file)»",
              en: "the very document that the plan '\(candidate.file)' gives")
            : Message(
              uk:
                "до документа, який дає план «\(candidate.file)», щось дописано: електронний підпис або зміни; подивіться на нього у програмі, що перевіряє підписи",
              en:
                "something was added to the document that the plan '\(candidate.file)' gives, a signature or changes: look at it in a program that checks signatures"
            ))
      }
    }
    guard hasPages else { return answer(source.name, notGivenBy: first.plan, faults) }
    answer(
      source.name, false,
      Message(
        uk:
          "це не той файл, що дає план «\(first.file)»: документ змінено або складено іншою версією чи іншим шрифтом (--font); складіть його з плану знову й порівняйте",
        en:
          "this is not the file that the plan '\(first.file)' gives: it was changed, or made by another version or with another font (--font); make it again from the plan, and compare"
      ))
  }

  /// The files that the forms of a plan give.
  private func pages(of plan: PlanTree) -> [Diagnosed<[UInt8]>] {
    let renderer = renderer(TextWriter())
    return renderer.formNames(of: plan.kind).map {
      renderer.rendition(of: plan, form: $0, as: .pdf)
    }
  }

  /// The groups that a file says it is known by; nil where there are none.
  private static func groups(in bytes: [UInt8]) -> SealGroups? {
    let mark = Array("<dc:identifier>".utf8)
    guard let start = bytes.firstRange(of: mark)?.upperBound,
      let end = bytes[start...].firstIndex(of: UInt8(ascii: "<"))
    else { return nil }
    return try? SealGroups(reading: String(decoding: bytes[start..<end], as: UTF8.self))
  }
}
