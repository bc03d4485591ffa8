import ArgumentParser
import Batches
import Diagnostics
import Discovery
import Markup
import Reports

/// What commands have in common that work on a batch: progress, signals, and what is told at the end.
enum BatchCommand {
  static func run(
    _ batch: Batch, _ shared: SharedOptions,
    _ work: (BatchRunner) async throws(ProgramFault) -> BatchResult
  ) async throws -> ExitCode {
    let progress = Progress(language: shared.lang)
    let stop = StopSignal.watch()
    let runner = BatchRunner(batch, progress: progress.report, isStopped: stop.isSet)
    do throws(ProgramFault) {
      let result = try await work(runner)
      progress.finish()
      try tell(result, batch, shared)
      return ExitCode(result.status)
    } catch {
      progress.finish()
      guard let status = stop.status else { throw error }
      Terminal.complain("pysar: \(error.message[shared.lang].visible)\n")
      return ExitCode(status)
    }
  }

  /// Tells what is wrong on standard error, and the summary on standard output.
  private static func tell(_ result: BatchResult, _ batch: Batch, _ shared: SharedOptions)
    throws(ProgramFault)
  {
    Terminal.complain(shared.reporter.report(result.faults + result.remarks))
    for plan in result.faulty.told {
      Terminal.complain(shared.reporter.report(plan.findings.filter { $0.severity == .error }))
    }
    guard !result.isRefused else {
      let nothing = Message(uk: "нічого не записано", en: "nothing was written")
      return Terminal.complain("pysar: \(nothing[shared.lang])\n")
    }
    var summary = BatchSummary(language: shared.lang)
    summary.counts = result.totals
    summary.written = result.written
    summary.unchanged = result.totals.renditions - result.written
    summary.removed = result.removed
    summary.isDryRun = batch.isDryRun
    summary.shard = batch.shard.map { ($0.number, $0.count) }
    summary.told = Terminal.isOneStream ? result.faulty.toldCount : 0
    summary.faulty = result.faulty
    try Terminal.write(Array(summary.text.utf8))
  }
}
