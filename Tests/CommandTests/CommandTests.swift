import TestSupport
import Testing

/// Runs the built program as people do, and compares all that it says.
struct CommandTests {
  @Test(arguments: Fixture.list("commands", suffix: ".txt"))
  func saysWhatIsExpected(_ fixture: Fixture) throws {
    let text = String(decoding: try fixture.bytes(), as: UTF8.self)
    expectFile(try Scenario(text).run(), matches: fixture.path)
  }
}
