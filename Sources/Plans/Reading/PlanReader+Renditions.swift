internal import Diagnostics
internal import Schemas
internal import SourceTexts
internal import XML
internal import YAML

extension PlanReader {
  /// The plan of an XML rendition; what is not as Pysar writes it is a warning, for no reader of a
  /// rendition may believe in a change that is lost.
  func readRendition(_ source: SourceFile) -> Diagnosed<PlanTree> {
    do throws(XMLFault) {
      let parsed = try XMLReader.read(source.bytes)
      let root = parsed.tree.root
      let range = parsed.range(of: root)
      guard let kind = kinds.kind(named: root.name)?.value, root.namespace == kind.namespace else {
        return Diagnosed(
          nil,
          [
            Diagnostic(
              code: "unknown-kind", in: source, at: range,
              Message(
                uk:
                  "це XML не є планом жодного відомого виду: <\(root.name) xmlns=\"\(root.namespace)\">",
                en:
                  "this XML is no plan of a known kind: <\(root.name) xmlns=\"\(root.namespace)\">"),
              help: knownKinds)
          ])
      }
      var rendition = RenditionEvents(schema: kind.schema, parsed, size: source.bytes.count)
      var events = PlanEvents(
        rendition.document(), budget: PlanEvents.budget(of: source.bytes.count))
      let unknown = rendition.unknownAttributes.map {
        Self.unknownAttribute($0, at: $1, in: source)
      }
      let plan = build(kind, at: Place(of: source), &events).0
      if !unknown.isEmpty { plan.value?.isWhole = false }
      let found = (unknown + plan.diagnostics).sortedByPlace()
      return Diagnosed(plan.value, found + changes(in: source, of: plan.value))
    } catch {
      return Diagnosed(
        nil,
        [
          Diagnostic(
            code: "xml-syntax", in: source, at: SourceRange(error.position, error.position),
            error.problem,
            help: Message(
              uk: "створіть XML знову з плану: pysar render --format xml",
              en: "write the XML again from its plan: pysar render --format xml"))
        ])
    }
  }

  private static func unknownAttribute(
    _ name: String, at range: SourceRange, in source: SourceFile
  ) -> Diagnostic {
    Diagnostic(
      code: "unknown-attribute", in: source, at: range,
      Message(uk: "невідомий атрибут «\(name)»", en: "unknown attribute '\(name)'"),
      help: Message(
        uk: "змініть план, а не його XML, і створіть XML знову",
        en: "change the plan and not its XML, and write the XML again"))
  }

  /// Where a rendition differs from what its plan gives.
  private func changes(in source: SourceFile, of plan: PlanTree?) -> [Diagnostic] {
    guard let plan, plan.isWhole else { return [] }
    let written = plan.canonicalXML()
    guard written != source.bytes else { return [] }
    let own = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let canonical = written.split(separator: 0x0A, omittingEmptySubsequences: false)
    let same = zip(own, canonical).prefix { $0 == $1 }.count
    return [
      Diagnostic(
        .warning, code: "changed-rendition", in: source,
        at: SourceRange(line: same + 1, column: 1),
        Message(
          uk: "від цього рядка XML не такий, яким його пише Pysar",
          en: "from this line on the XML is not as Pysar writes it"),
        help: Message(
          uk: "змініть план, а не його XML, і створіть XML знову",
          en: "change the plan and not its XML, and write the XML again"))
    ]
  }
}

extension PlanReader {
  /// Which plan is read, and what is known of its file.
  struct Place {
    let source: SourceFile
    /// The number of the plan in it, from 1.
    var index = 1
    /// Whether comments stand behind what the file says, where a text may go on.
    let mayCutText: Bool
    /// How many elements its plans may still have.
    var elementsLeft = PlanBuilder.elementLimit

    init(of source: SourceFile) {
      self.source = source
      mayCutText = SourceText.hasCommentBehindText(source.bytes)
    }
  }
}

extension Diagnostic {
  /// There is more in a file than is read.
  static func tooManyValues(in source: SourceFile, at range: SourceRange) -> Diagnostic {
    Diagnostic(
      code: "too-many-values", in: source, at: range.firstCharacter,
      Message(
        uk: "у файлі більше значень, ніж можна прочитати, далі його не читано",
        en: "the file holds more values than are read, the rest was not"),
      help: Message(uk: "поділіть його на кілька файлів", en: "split it into several files"))
  }
}
