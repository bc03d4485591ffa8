import Diagnostics
import Files
import Plans
import Schemas
import TestSupport
import XML

/// The built-in kinds, each loaded once for all tests.
private let builtInKinds: [Kind] = {
  let kinds = KindLibrary(folders: TemplateFolders([Fixture.templates]))
  return kinds.names.compactMap { kinds.kind(named: $0)?.value }
}()

/// Reads plans of the built-in kinds.
func read(_ bytes: [UInt8], name: String = "план.yaml") -> [Diagnosed<PlanTree>] {
  let kinds = KindLibrary(folders: TemplateFolders([Fixture.templates]), known: builtInKinds)
  return PlanReader(kinds: kinds).read(SourceFile(name: name, bytes: bytes))
}

/// Reads plans of the built-in kinds.
func read(_ text: String) -> [Diagnosed<PlanTree>] { read(Array(text.utf8)) }

/// The canonical XML of every plan of a file.
func xml(_ bytes: [UInt8]) -> [[UInt8]] {
  read(bytes).compactMap { $0.value.flatMap { $0.isWhole ? $0.canonicalXML() : nil } }
}

/// The canonical XML of the one plan of a text, or what is wrong with it.
func xml(_ text: String) -> String {
  let plans = read(text)
  guard plans.count == 1, let plan = plans[0].value, plan.isWhole else {
    return TextReporter(language: .en).report(plans.flatMap(\.diagnostics))
  }
  return String(decoding: plan.canonicalXML(), as: UTF8.self)
}

/// What is wrong with a text: code and place of each diagnostic.
func faults(_ text: String) -> [String] {
  read(text).flatMap(\.diagnostics).map { "\($0.code) \(place($0))" }
}

/// Where a diagnostic points: `line:column`.
func place(_ diagnostic: Diagnostic) -> String {
  diagnostic.range.map { "\($0.start.line):\($0.start.column)" } ?? "-"
}
