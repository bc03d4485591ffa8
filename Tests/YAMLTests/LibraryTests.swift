import TestSupport
import Testing

/// What is known of libyaml's internals makes reading faster and changes nothing else.
struct LibraryTests {
  @Test(arguments: Fixture.plans + Fixture.list("bad"))
  func eventsAreTheSameWithoutInternals(_ fixture: Fixture) throws {
    let bytes = try fixture.bytes()
    #expect(
      YAMLDocumentsTests.dump(bytes, usesInternals: false)
        == YAMLDocumentsTests.dump(bytes, usesInternals: true))
  }

  @Test(arguments: YAMLDocumentsTests.texts.map(\.0))
  func eventsOfTextsAreTheSameWithoutInternals(_ text: String) {
    for length in 0...text.utf8.count {
      let bytes = Array(text.utf8.prefix(length))
      #expect(
        YAMLDocumentsTests.dump(bytes, usesInternals: false)
          == YAMLDocumentsTests.dump(bytes, usesInternals: true))
    }
  }
}
