package import Diagnostics
package import Documents
package import Plans

extension PlanRenderer {
  /// A plan's rendition in a format, its document made before where the format shows one; or why
  /// there is none.
  package func write(
    _ plan: PlanTree, _ page: Document?, as format: RenditionFormat
  ) -> Diagnosed<[UInt8]> {
    switch format.content {
    case .plan(let write): Diagnosed(write(plan), [])
    case .document: write(page.map { [(plan, $0)] } ?? [], as: format)
    }
  }

  /// Plans with their documents as one file; or why there is none.
  func write(_ pages: [(plan: PlanTree, page: Document)], as format: RenditionFormat) -> Diagnosed<
    [UInt8]
  > {
    guard case .document(let write) = format.content else { return Diagnosed(nil, []) }
    let rendered = pages.map { RenderedPlan($0.page, of: $0.plan) }
    let first = rendered.first ?? RenderedPlan(DocumentBuilder(language: "uk").document)
    do throws(RenditionFault) {
      return Diagnosed(try write(writers, first, Array(rendered.dropFirst())), [])
    } catch {
      return Diagnosed(nil, error.diagnostics(in: pages.map(\.plan.source)))
    }
  }

  /// A document that no plan stands for, such as a blank form.
  ///
  /// - Throws: what the font lacks.
  package func write(blank page: Document, as format: RenditionFormat) throws(ProgramFault)
    -> [UInt8]
  {
    guard case .document(let write) = format.content else { return [] }
    do throws(RenditionFault) {
      return try write(writers, RenderedPlan(page), [])
    } catch {
      throw error.programFault
    }
  }
}

extension RenditionFault {
  /// The errors of plans, each where the letter first stands.
  fileprivate func diagnostics(in sources: [SourceFile]) -> [Diagnostic] {
    guard case .letters(let letters) = self else {
      return [
        Diagnostic(
          code: "unreadable-file", in: sources.first ?? SourceFile(name: "", bytes: []), at: nil,
          programFault.message)
      ]
    }
    return letters.map { letter in
      let bytes = Array(String(letter).utf8)
      for source in sources {
        guard let place = source.bytes.firstRange(of: bytes) else { continue }
        let start = source.position(ofByte: place.lowerBound)
        return Self.missing(
          letter, in: source,
          at: SourceRange(line: Int(start.line), column: Int(start.column)))
      }
      return Self.missing(letter, in: sources.first ?? SourceFile(name: "", bytes: []), at: nil)
    }
  }

  private static func missing(
    _ letter: Unicode.Scalar, in source: SourceFile, at range: SourceRange?
  ) -> Diagnostic {
    let message = missing(letter)
    return Diagnostic(
      code: "letter-not-in-font", in: source, at: range, message,
      help: Message(
        uk: "замініть його або назвіть теку зі шрифтом, у якому він є: --font ТЕКА",
        en: "replace it, or name a folder with a font that has it: --font DIR"))
  }

  private static func missing(_ letter: Unicode.Scalar) -> Message {
    let digits = String(letter.value, radix: 16, uppercase: true)
    let number = "U+" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    return Message(
      uk: "у шрифті, яким набирають PDF, немає знака «\(letter)» (\(number))",
      en: "the font that PDF is set in has no '\(letter)' (\(number))")
  }

  fileprivate var programFault: ProgramFault {
    switch self {
    case .program(let fault): fault
    case .letters(let letters):
      letters.first.map { letter in
        let message = Self.missing(letter)
        return ProgramFault(uk: message.uk, en: message.en)
      } ?? ProgramFault(uk: "немає шрифту", en: "there is no font")
    }
  }
}
