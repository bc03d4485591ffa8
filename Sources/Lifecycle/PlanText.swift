import Diagnostics
import Plans
import Schemas

/// The lines of a file of plans, to change some and leave all else as it is.
struct PlanText {
  /// The lines without their ends, in bytes.
  private(set) var lines: [[UInt8]]
  private let end: [UInt8]
  private let endsWithLine: Bool

  init(_ source: SourceFile) {
    let isWindows = source.bytes.firstIndex(of: 0x0A).map { $0 > 0 && source.bytes[$0 - 1] == 0x0D }
    end = isWindows ?? false ? [0x0D, 0x0A] : [0x0A]
    lines = source.bytes.split(separator: 0x0A, omittingEmptySubsequences: false).map(Array.init)
    endsWithLine = lines.last?.isEmpty ?? true
    if endsWithLine { lines.removeLast() }
    if end.count == 2 {
      for index in lines.indices where lines[index].last == 0x0D { lines[index].removeLast() }
    }
  }

  /// The file as it is now.
  var bytes: [UInt8] { Array(lines.map { $0 + end }.joined()) }

  /// The lines of a plan, by the line that it begins at.
  func lines(of plan: PlanTree) -> Range<Int> {
    let start = Int(plan.range(of: plan.root).start.line) - 1
    let next = lines[min(start + 1, lines.count)...].firstIndex { line in
      line.starts(with: "---".utf8) || line.starts(with: "...".utf8)
    }
    var end = next ?? lines.count
    while end > start + 1, lines[end - 1].allSatisfy({ $0 == 0x20 }) { end -= 1 }
    return start..<end
  }

  /// How far the keys of a plan stand from the margin.
  func indent(of plan: PlanTree) -> Int { start(of: plan).column }

  /// Whether a plan is written in braces.
  func isInBraces(_ plan: PlanTree) -> Bool {
    let start = start(of: plan)
    return start.line < lines.count && lines[start.line].dropFirst(start.column).first == 0x7B
  }

  /// Where the first key or the brace of a plan stands: behind an anchor and a tag, if it has them.
  private func start(of plan: PlanTree) -> (line: Int, column: Int) {
    let start = plan.range(of: plan.root).start
    var (line, column) = (Int(start.line) - 1, Int(start.column) - 1)
    while line < lines.count {
      let rest = lines[line].dropFirst(column).drop { $0 == 0x20 || $0 == 0x09 }
      switch rest.first {
      case nil, UInt8(ascii: "#"): (line, column) = (line + 1, 0)
      case UInt8(ascii: "&"), UInt8(ascii: "!"):
        column = rest.firstIndex { $0 == 0x20 || $0 == 0x09 } ?? lines[line].count
      default: return (line, rest.startIndex)
      }
    }
    return (line, 0)
  }

  /// Whether the keys of a plan are Ukrainian.
  func isUkrainian(_ plan: PlanTree) -> Bool {
    block(of: [Schema.Name(en: "вид", uk: nil)], in: plan) != nil
  }

  /// The lines of a key of a plan and of its value.
  func block(of names: [Schema.Name], in plan: PlanTree) -> Range<Int>? {
    let all = lines(of: plan)
    let indent = indent(of: plan)
    guard
      let start = all.first(where: { index in
        names.contains { Self.begins(lines[index], with: $0, indent) }
      })
    else { return nil }
    var end = start + 1
    var last = end
    while end < all.upperBound, belongs(lines[end], indent) {
      end += 1
      if !lines[end - 1].allSatisfy({ $0 == 0x20 }) { last = end }
    }
    return start..<last
  }

  /// Whether a line belongs to the value of the key above, whose key stands so far from the margin.
  private func belongs(_ line: [UInt8], _ indent: Int) -> Bool {
    let spaces = line.prefix { $0 == 0x20 }.count
    return spaces == line.count || spaces > indent
      || spaces == indent && line[spaces...].starts(with: "- ".utf8)
  }

  private static func begins(_ line: [UInt8], with name: Schema.Name, _ indent: Int) -> Bool {
    guard line.prefix(while: { $0 == 0x20 }).count == indent else { return false }
    let rest = line[indent...]
    return [name.en, name.uk].contains { key in
      rest.starts(with: key.utf8)
        && rest.dropFirst(key.utf8.count).drop { $0 == 0x20 }.first == UInt8(ascii: ":")
    }
  }

  /// Puts other lines in the place of some.
  mutating func replace(_ range: Range<Int>, with new: [String], indent: Int = 0) {
    let space = [UInt8](repeating: 0x20, count: indent)
    lines.replaceSubrange(range, with: new.map { space + Array($0.utf8) })
  }

  /// Puts a line in the place of another; removes it for nil.
  mutating func replace(line: Int, with new: String?) {
    lines.replaceSubrange(line...line, with: new.map { [Array($0.utf8)] } ?? [])
  }
}
