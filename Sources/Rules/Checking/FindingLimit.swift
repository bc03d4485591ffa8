import Diagnostics

/// How many findings of one rule on one plan are put into words. Those beyond are only counted: with
/// the last of them, and those that a comment allows with the last on the line that it speaks of.
struct FindingLimit {
  private static let limit = 1000

  private let rule: String
  private let comments: AllowComments
  private var made = 0
  /// The place of the last finding that was put into words and that no comment allows.
  private var last: Int?
  /// The place of the last one that a comment allows, and its line.
  private var lastAllowed: (line: Int32, place: Int)?

  init(_ rule: String, _ comments: AllowComments) {
    self.rule = rule
    self.comments = comments
  }

  /// Whether a finding at a place is only counted; otherwise it is to be made and put behind the
  /// others.
  mutating func isCounted(at range: SourceRange, among found: inout [Diagnostic]) -> Bool {
    made += 1
    guard made >= Self.limit else { return false }
    let line = range.start.line
    var known = last
    if comments.allowance(of: rule, onLine: line) != nil {
      known = lastAllowed?.line == line ? lastAllowed?.place : nil
      if known == nil { lastAllowed = (line, found.count) }
    } else if known == nil {
      last = found.count
    }
    guard let known else { return false }
    found[known].repetition = Repetition(
      count: (found[known].repetition?.count ?? 1) + 1, places: [])
    return true
  }
}
