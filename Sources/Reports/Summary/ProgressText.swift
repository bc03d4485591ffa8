package import Diagnostics

/// How far a batch is at a moment, in words for one line.
package struct ProgressText: Sendable {
  /// How many plans are done.
  package var done: Int
  /// How many plans there are.
  package var total: Int
  /// How long it took so far.
  package var elapsed: Duration
  /// The language of the words.
  package var language: Language

  /// Makes the text of a moment.
  package init(done: Int, total: Int, elapsed: Duration, language: Language = .uk) {
    self.done = max(0, min(done, total))
    self.total = max(0, total)
    self.elapsed = elapsed
    self.language = language
  }

  /// A line for a log: `12 000 з 165 000, 4 100 за секунду, лишилося 37 с`.
  package var line: String {
    let rate = rate(say(" за секунду", " a second"))
    let left = left(say("лишилося ", ""), say("", " left"))
    return [count, rate, left].compactMap(\.self).joined(separator: ", ")
  }

  /// A line for a terminal of so many columns, of which the last stays free; the narrower it is, the
  /// less it says.
  package func bar(columns: Int) -> String {
    let room = columns - 1
    let percent = total > 0 ? Int(Double(done) / Double(total) * 100) : 100
    let padding = String(repeating: " ", count: percent < 10 ? 2 : percent < 100 ? 1 : 0)
    let share = padding + String(percent) + say(" %", "%")
    let left = left(say("ще ", ""), say("", " left"))
    let full = [share, count, rate(say("/с", "/s")), left].compactMap(\.self)
      .joined(separator: "  ")
    // The bar is as long at every moment, whatever the words beside it are.
    let longest = share.count + say("    з ", "    of ").count + 2 * total.grouped(language).count
    let width = min(40, room - longest - Self.restColumns)
    if width >= 10, width + 1 + full.count <= room { return drawn(width) + " " + full }
    let texts = [full, [share, left].compactMap(\.self).joined(separator: "  "), share]
    return texts.first { $0.count <= room } ?? ""
  }

  /// What the rate and the time left take at most: `  99 999/с  ще 10 год 44 хв`.
  private static let restColumns = 28

  private func drawn(_ width: Int) -> String {
    let filled = total > 0 ? Int(Double(done) / Double(total) * Double(width)) : width
    return String(repeating: "█", count: filled) + String(repeating: "░", count: width - filled)
  }

  private var count: String {
    done.grouped(language) + say(" з ", " of ") + total.grouped(language)
  }

  private var seconds: Double {
    Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
  }

  private func rate(_ unit: String) -> String? {
    guard done > 0, seconds > 0 else { return nil }
    let rate = Double(done) / seconds
    if rate >= 10 { return Int(min(rate, 1e15).rounded()).grouped(language) + unit }
    let tenths = Int((rate * 10).rounded())
    return "\(tenths / 10)\(say(",", "."))\(tenths % 10)\(unit)"
  }

  private func left(_ before: String, _ after: String) -> String? {
    guard done > 0, done < total, seconds > 0 else { return nil }
    let left = (Double(total - done) * seconds / Double(done)).rounded(.up)
    let whole = Int(min(left, 1e9))
    let words =
      switch whole {
      case ..<60: "\(whole)\(say(" с", " s"))"
      case ..<3600: "\(whole / 60)\(say(" хв ", " min "))\(whole % 60)\(say(" с", " s"))"
      default: "\(whole / 3600)\(say(" год ", " h "))\(whole % 3600 / 60)\(say(" хв", " min"))"
      }
    return before + words + after
  }

  private func say(_ uk: String, _ en: String) -> String { language == .uk ? uk : en }
}
