package import Calendars
package import Diagnostics
package import Discovery
package import Files
package import Renditions

/// What is to be built: the plans, where to, and how.
package struct Batch: Sendable {
  /// The files of plans, and folders of them.
  package var plans: [String]
  /// The folder that is written to.
  package var output: String
  /// Where kinds, forms and rules are.
  package var templates: TemplateFolders
  /// The folders of plans that are only referred to.
  package var planFolders: [String] = []
  /// The formats to render.
  package var formats = RenditionFormat.usual
  /// The folder with the font that PDF is set in; nil for the usual one.
  package var font: String?
  /// The forms to render, by name; without any, all that a kind has.
  package var forms: [String] = []
  /// How many tasks work at a time.
  package var jobs = 1
  /// The day that the batch is built for.
  package var asOf: LocalDate?
  /// Whether only plans are taken that everyone has signed, up to ``asOf``.
  package var isSignedOff = false
  /// Whether a plan without a seal is an error.
  package var requiresSeal = false
  /// Whether files that no plan makes any longer are removed.
  package var isPruning = false
  /// Whether everything is built, changed or not.
  package var isForced = false
  /// Whether the first plan with an error ends the run, and nothing is written.
  package var isFailFast = false
  /// Whether nothing is written, only told.
  package var isDryRun = false
  /// The part of the plans that is built; nil for all.
  package var shard: Shard?
  /// Names and paths that are skipped; see ``IgnorePatterns``.
  package var ignored: [String] = []
  /// Whether all is on the disk before it is told to be done; without it a power cut may lose some.
  package var isSynchronizing = true
  /// Whether every document is held against its digest, by its bytes.
  package var isVerifying = false
  /// How many documents may be removed at most; nil for a tenth of them, and no fewer than 20.
  package var pruneLimit: Int?
  /// How many bytes are kept of one file of plans at most.
  var keptLimit = 4 << 20
  /// How many findings are told of the batch at most.
  var findingLimit = [Diagnostic].runLimit
  /// Whether plans are read that are links to files outside of the folders of plans.
  package var isFollowingLinks = false
  /// The language of reports and messages.
  package var language = Language.uk
  /// The version of the program, which reports give.
  package var version = ""

  /// Makes a batch of plans.
  package init(plans: [String], output: String, templates: TemplateFolders) {
    self.plans = plans
    self.output = output
    self.templates = templates
  }

  /// How many of so many documents may be removed.
  func pruneLimit(of documents: Int) -> Int { pruneLimit ?? max(20, documents / 10) }

  /// Whether a plan is taken that was signed on a day, or by not everyone.
  func takes(signedOn day: LocalDate?) -> Bool {
    Self.takes(signedOn: day, isSignedOff: isSignedOff, asOf: asOf)
  }

  static func takes(signedOn day: LocalDate?, isSignedOff: Bool, asOf: LocalDate?) -> Bool {
    guard isSignedOff else { return true }
    guard let day else { return false }
    return asOf.map { day <= $0 } ?? true
  }
}
