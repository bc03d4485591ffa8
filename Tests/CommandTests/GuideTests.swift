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
}
