import ArgumentParser
import Diagnostics
import Discovery
import Files
import Renditions
import Schemas
import Summaries

/// Plans that a command begins, each in a file of its own.
struct BegunPlans {
  private let plans: [(path: String, plan: PlanValue)]
  private let writer: PlanWriter
  private let outputs: CommandOutput

  init(
    _ plans: [(path: String, plan: PlanValue)], _ kind: Kind, _ language: Language,
    outputs: CommandOutput
  ) {
    self.plans = plans
    self.outputs = outputs
    writer = PlanWriter(kind.schema, language: language)
  }

  /// Writes them.
  func write() throws(ProgramFault) {
    for (path, plan) in plans {
      try outputs.write(Array(writer.write(plan).utf8), to: path, as: .draft)
    }
  }

  /// The folder that they are written to, made where there is none.
  static func folder(_ path: String) throws(ProgramFault) -> String {
    let folder = path.count > 1 && path.hasSuffix("/") ? String(path.dropLast()) : path
    try FileSystem.makeFolder(folder)
    return folder
  }
}

/// Plans that a command makes of others: written in YAML as people write them, or rendered.
struct MadePlans {
  private let plans: [PlanValue]
  private let kind: Kind
  private let shared: SharedOptions
  private let outputs: CommandOutput

  init(_ plans: [PlanValue], _ kind: Kind, _ shared: SharedOptions, outputs: CommandOutput) {
    self.plans = plans
    self.kind = kind
    self.shared = shared
    self.outputs = outputs
  }

  /// Writes them to a file or to standard output.
  ///
  /// - Parameter format: the format; without it as the output's name ends, or YAML.
  func write(_ format: RenditionFormat?, to output: String?, _ renderer: PlanRenderer) throws
    -> ExitCode
  {
    let writer = PlanWriter(kind.schema, language: shared.lang)
    let text = Array(plans.map(writer.write).joined(separator: "---\n").utf8)
    guard let format = try format ?? output.flatMap(Self.format) else {
      try outputs.write(text, to: output ?? "-", as: .draft)
      return .success
    }
    guard format.showsDocument || plans.count == 1 else {
      throw ProgramFault(
        uk:
          "у форматі \(format.name) – один план, а звітів \(plans.count): назвіть картки одного підрозділу",
        en:
          "\(format.name) holds one plan, and here are \(plans.count) reports: name the cards of one unit"
      )
    }
    var run = RenderRun(renderer: renderer, formats: [format], output: outputs) { findings in
      Terminal.complain(shared.reporter.report(findings))
    }
    let source = SourceFile(name: "\(kind.name).yaml", bytes: text)
    return ExitCode(try run.write(source, asOne: output ?? "-").rawValue)
  }

  /// The format that the name of a file asks for; nil for a plan in YAML.
  private static func format(ofFile path: String) throws(ProgramFault) -> RenditionFormat? {
    PlanFinder.isPlan(path) || path == "-"
      ? nil : try RenditionFormat.ofFile(path)
  }
}
