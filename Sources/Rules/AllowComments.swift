import Bytes
internal import Diagnostics

/// The comments of a plan that silence a rule at one place: `# pysar: allow task-count — причина`.
///
/// A comment at the end of a line speaks of that line; one on a line of its own, of the next line
/// that is no comment. Without a reason it is itself an error, and unused it is a warning.
struct AllowComments {
  private struct Comment {
    let rule: String
    let reason: String
    /// Where the comment stands.
    let range: SourceRange
    /// The line whose findings it silences.
    let line: Int
  }

  private static let opening = "# pysar: allow "

  private let comments: [Comment]

  init(in source: SourceFile) {
    guard source.bytes.holds(Self.opening) else {
      comments = []
      return
    }
    let lines = String(decoding: source.bytes, as: UTF8.self)
      .split(omittingEmptySubsequences: false) { $0.isNewline }
    var comments: [Comment] = []
    for (index, line) in lines.enumerated() {
      guard let comment = Self.comment(in: line) else { continue }
      var target = index
      if line.allSatisfy({ $0 == " " }) || line.drop(while: { $0 == " " }).hasPrefix("#") {
        target += 1
        while target < lines.count,
          lines[target].allSatisfy(\.isWhitespace)
            || lines[target].drop(while: { $0 == " " }).hasPrefix("#")
        {
          target += 1
        }
      }
      comments.append(
        Comment(
          rule: comment.rule, reason: comment.reason,
          range: SourceRange(line: index + 1, column: comment.column, length: comment.length),
          line: target + 1))
    }
    self.comments = comments
  }

  /// The findings of a plan, those that are silenced as notes with the reason; and what is wrong
  /// with the comments themselves that speak of its lines.
  func applied(
    to findings: [Diagnostic], of source: SourceFile, at plan: SourceRange, _ packs: RulePacks
  ) -> [Diagnostic] {
    let lines = Int(plan.start.line)...Int(max(plan.start.line, plan.end.line))
    let comments = comments.filter { lines.contains($0.line) }
    guard !comments.isEmpty else { return findings }
    var used: Set<Int> = []
    var result = findings.map { finding in
      guard let line = finding.range?.start.line,
        let index = comments.firstIndex(where: {
          $0.line == Int(line) && Self.names($0.rule, finding.code)
        })
      else { return finding }
      used.insert(index)
      let reason = comments[index].reason
      return reason.isEmpty ? finding : Self.silenced(finding, reason)
    }
    for (index, comment) in comments.enumerated() {
      if comment.reason.isEmpty {
        result.append(
          Diagnostic(
            code: "allow-without-reason", in: source, at: comment.range,
            Message(
              uk: "не зазначено причини дозволу відступити від «\(comment.rule)»",
              en: "the leave to depart from '\(comment.rule)' gives no reason"),
            help: Message(
              uk: "допишіть її: # pysar: allow \(comment.rule) – причина",
              en: "add it: # pysar: allow \(comment.rule) — reason")))
      } else if packs.rules(named: comment.rule).isEmpty {
        let near = nearestName(to: comment.rule, among: packs.rules.flatMap { [$0.name, $0.id] })
        result.append(
          Diagnostic(
            code: "unknown-rule", in: source, at: comment.range,
            Message(
              uk: "правила «\(comment.rule)» немає", en: "there is no rule '\(comment.rule)'"),
            help: near.map {
              Message(uk: "можливо, мався на увазі «\($0)»", en: "perhaps '\($0)' was meant")
            }))
      } else if !used.contains(index),
        packs.rules(named: comment.rule).allSatisfy({ $0.batch == nil })
      {
        result.append(
          Diagnostic(
            .warning, code: "unused-allow", in: source, at: comment.range,
            Message(
              uk: "правило «\(comment.rule)» тут нічого не виявило, дозвіл зайвий",
              en: "the rule '\(comment.rule)' finds nothing here, the allow comment is unused"),
            help: Message(uk: "вилучіть коментар", en: "delete the comment")))
      }
    }
    return result
  }

  /// The reason of a comment that allows what a rule across plans finds on a line; nil where there
  /// is none.
  func allowance(of rule: String, onLine line: Int32) -> String? {
    comments.first {
      $0.line == Int(line) && Self.names($0.rule, rule) && !$0.reason.isEmpty
    }?.reason
  }

  /// A finding as the note that it is where a comment allows it.
  static func silenced(_ finding: Diagnostic, _ reason: String) -> Diagnostic {
    var silenced = finding
    silenced.severity = .note
    silenced.message.uk += " (дозволено: \(reason))"
    silenced.message.en += " (allowed: \(reason))"
    silenced.help = nil
    return silenced
  }

  private static func names(_ written: String, _ code: String) -> Bool {
    written == code || code.hasSuffix("/" + written)
  }

  private static func comment(in line: Substring) -> (
    rule: String, reason: String, column: Int, length: Int
  )? {
    guard let start = line.range(of: opening) else { return nil }
    if start > line.startIndex, line[line.index(before: start)] != " " { return nil }
    let text = line[start...].dropFirst(opening.count)
    let rule = text.prefix { !$0.isWhitespace }
    let reason = text.dropFirst(rule.count).drop { $0.isWhitespace || "-–—:".contains($0) }
    let column = line.unicodeScalars.distance(from: line.startIndex, to: start) + 1
    return (String(rule), String(reason), column, line[start...].unicodeScalars.count)
  }
}

extension Substring {
  fileprivate func range(of text: String) -> Index? {
    var start = startIndex
    while let found = self[start...].firstIndex(of: "#") {
      if self[found...].hasPrefix(text) { return found }
      start = index(after: found)
    }
    return nil
  }
}
