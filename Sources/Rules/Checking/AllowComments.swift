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
    var line: Int
    /// Whether no line is below it: it silences nothing, and belongs to the last one above.
    var isLast = false
    /// What it has, where it only resembles such a comment.
    var near: NearAllow?
  }

  /// What a comment speaks of.
  private struct Key: Hashable {
    let line: Int
    let rule: String
  }

  private static let opening = "# pysar: allow "

  /// In the order of the lines that they speak of.
  private let comments: [Comment]
  private let isStopped: () -> Bool

  /// Reads the comments of a source.
  ///
  /// - Parameter isStopped: is asked every so often whether to give up; then what is found is not all.
  init(in source: SourceFile, isStopped: @escaping () -> Bool) {
    self.isStopped = isStopped
    guard source.bytes.holds(Self.opening) || NearAllow.mayStand(in: source.bytes) else {
      comments = []
      return
    }
    let bytes = source.bytes
    var comments: [Comment] = []
    var end = bytes.count
    var number = 1 + bytes.count { $0 == 0x0A }
    /// The next line below that holds something; nil for none.
    var next: Int?
    while !number.isMultiple(of: 64) || !isStopped() {
      let start = bytes[..<end].lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      let first = bytes[start..<end].first { $0 > 0x20 }
      let isAlone = first == UInt8(ascii: "#")
      let line = bytes[start..<end].last == 0x0D ? bytes[start..<end - 1] : bytes[start..<end]
      if line.contains(UInt8(ascii: "#")) {
        let text = String(decoding: line, as: UTF8.self)[...]
        let place = isAlone ? next ?? number : number
        let isLast = isAlone && next == nil
        if let comment = Self.comment(in: text) {
          comments.append(
            Comment(
              rule: comment.rule, reason: comment.reason,
              range: SourceRange(line: number, column: comment.column, length: comment.length),
              line: place, isLast: isLast))
        } else if let near = NearAllow(in: text) {
          comments.append(
            Comment(
              rule: "", reason: "",
              range: SourceRange(line: number, column: near.column, length: near.length),
              line: place, isLast: isLast, near: near))
        }
      }
      if !isAlone, first != nil {
        for index in comments.indices where next == nil { comments[index].line = number }
        next = number
      }
      guard start > 0 else { break }
      end = start - 1
      number -= 1
    }
    self.comments = comments.reversed()
  }

  /// The findings of a plan, those that are silenced as notes with the reason; and what is wrong
  /// with the comments themselves that speak of its lines.
  func applied(
    to findings: [Diagnostic], of source: SourceFile, at plan: SourceRange, _ packs: RulePacks
  ) -> [Diagnostic] {
    let comments = Array(
      comments(between: plan.start.line, and: max(plan.start.line, plan.end.line)))
    guard !comments.isEmpty else { return findings }
    var places: [Key: Int] = [:]
    for (index, comment) in comments.enumerated().reversed() where !comment.isLast {
      places[Key(line: comment.line, rule: comment.rule)] = index
    }
    var used: Set<Int> = []
    var result = findings.map { finding in
      guard let line = finding.range.map({ Int($0.start.line) }),
        let index = Self.names(of: finding.code).compactMap({ places[Key(line: line, rule: $0)] })
          .min()
      else { return finding }
      used.insert(index)
      let reason = comments[index].reason
      return reason.isEmpty ? finding : Self.silenced(finding, reason)
    }
    // Of each code so many are put into words; those beyond are counted with the last of them.
    var told: [String: (count: Int, place: Int)] = [:]
    func tell(_ code: String, _ finding: () -> Diagnostic) {
      let known = told[code] ?? (0, 0)
      if known.count < [Diagnostic].planLimit {
        told[code] = (known.count + 1, result.count)
        result.append(finding())
      } else {
        result[known.place].repetition = Repetition(
          count: (result[known.place].repetition?.count ?? 1) + 1, places: [])
      }
    }
    let areAcrossPlans = packs.areAcrossPlans
    for (index, comment) in comments.enumerated() {
      if isStopped() { break }
      if let near = comment.near {
        tell("near-allow") { near.warning(in: source, at: comment.range) }
      } else if comment.reason.isEmpty {
        tell("allow-without-reason") {
          Diagnostic(
            code: "allow-without-reason", in: source, at: comment.range,
            Message(
              uk: "не зазначено причини дозволу відступити від «\(comment.rule)»",
              en: "the leave to depart from '\(comment.rule)' gives no reason"),
            help: Message(
              uk: "допишіть її: # pysar: allow \(comment.rule) – причина",
              en: "add it: # pysar: allow \(comment.rule) — reason"))
        }
      } else if areAcrossPlans[comment.rule] == nil {
        tell("unknown-rule") {
          let near = nearestName(to: comment.rule, among: packs.names)
          return Diagnostic(
            code: "unknown-rule", in: source, at: comment.range,
            Message(
              uk: "правила «\(comment.rule)» немає", en: "there is no rule '\(comment.rule)'"),
            help: near.map {
              Message(uk: "можливо, мався на увазі «\($0)»", en: "perhaps '\($0)' was meant")
            })
        }
      } else if !used.contains(index), areAcrossPlans[comment.rule] == false {
        tell("unused-allow") {
          Diagnostic(
            .warning, code: "unused-allow", in: source, at: comment.range,
            Message(
              uk: "правило «\(comment.rule)» тут нічого не виявило, дозвіл зайвий",
              en: "the rule '\(comment.rule)' finds nothing here, the allow comment is unused"),
            help: Message(uk: "вилучіть коментар", en: "delete the comment"))
        }
      }
    }
    return result
  }

  /// The reason of a comment that allows what a rule across plans finds on a line; nil where there
  /// is none.
  func allowance(of rule: String, onLine line: Int32) -> String? {
    guard !comments.isEmpty else { return nil }
    let names = Self.names(of: rule)
    return comments(between: line, and: line).first {
      !$0.isLast && names.contains($0.rule) && !$0.reason.isEmpty
    }?.reason
  }

  /// The comments that speak of some lines.
  private func comments(between first: Int32, and last: Int32) -> ArraySlice<Comment> {
    comments[place(of: Int(first))..<place(of: Int(last) + 1)]
  }

  /// The place of the first comment that speaks of a line or of one below.
  private func place(of line: Int) -> Int {
    var (low, high) = (0, comments.count)
    while low < high {
      let middle = (low + high) / 2
      if comments[middle].line < line { low = middle + 1 } else { high = middle }
    }
    return low
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

  /// What a rule may be called in a comment: by its id, or without its pack.
  private static func names(of code: String) -> [String] {
    guard let slash = code.firstIndex(of: "/") else { return [code] }
    return [code, String(code[code.index(after: slash)...])]
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
