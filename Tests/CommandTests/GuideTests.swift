import TestSupport
import Testing

/// The guides say what works: their files, written as they stand, and their commands, run so.
struct GuideTests {
  private static let guides = ["kind", "rule"].flatMap { name in
    ["", ".uk"].map { Fixture("docs/adding-a-\(name)\($0).md") }
  }

  @Test(arguments: guides) func isAsItSays(_ guide: Fixture) throws {
    let lines = String(decoding: try guide.bytes(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    let place = try Workplace(plans: 1)
    var files = 0
    var commands = 0
    for (index, line) in lines.enumerated() where line.hasPrefix("```") && index >= 2 {
      let rest = lines[(index + 1)...].prefix { $0 != "```" }
      let title = lines[index - 2]
      if title.hasPrefix("`"), title.hasSuffix("`:") {
        try place.write(rest.joined(separator: "\n") + "\n", String(title.dropFirst().dropLast(2)))
        files += 1
      } else if line == "```console" {
        for command in rest where command.hasPrefix("$ ") {
          let path = "PATH=\(Scenario.tools):$PATH; "
          let run = try place.run(["bash", "-c", path + command.dropFirst(2)])
          #expect(run.status == 0 && run.error.isEmpty, "\(command)\n\(run.output)\(run.error)")
          commands += 1
        }
      }
    }
    #expect(files > 1 && commands > 0)
  }

  /// The archivist's walk: its commands, one after the other in one folder, say what stands below them.
  @Test func walksAsItSays() throws {
    let guide = Fixture("docs/archive.md")
    let lines = String(decoding: try guide.bytes(), as: UTF8.self)
      .split(separator: "\n", omittingEmptySubsequences: false)
    var isConsole = false
    var commands: [String] = []
    for line in lines {
      if line.hasPrefix("```") { isConsole = line == "```console" }
      if isConsole, line.hasPrefix("$ ") { commands.append("% " + line.dropFirst(2)) }
    }
    var said = try Scenario(commands.joined(separator: "\n")).run().dropLast()
      .split(separator: "\n", omittingEmptySubsequences: false).filter { !$0.hasPrefix("=> ") }
      .map { $0.hasPrefix("! ") ? $0.dropFirst(2) : $0 }[...]
    var written: [Substring] = []
    for line in lines {
      if line.hasPrefix("```") { isConsole = line == "```console" }
      if !isConsole || line.hasPrefix("```") { written.append(line) }
      guard isConsole, line.hasPrefix("$ ") else { continue }
      let answer = said.dropFirst().prefix { !$0.hasPrefix("% ") }
      written += [line] + answer
      said = said.dropFirst(1 + answer.count)
    }
    expectFile(written.joined(separator: "\n"), matches: guide.path)
  }
}
