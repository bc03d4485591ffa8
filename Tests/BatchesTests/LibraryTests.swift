import NoteTemplates
import Renditions
import Testing

@testable import Batches

/// An upgrade of a library that the program finds where it runs has everything built anew.
struct LibraryTests {
  @Test func aFingerprintNamesTheLibrariesThatRun() throws {
    var batch = try BatchFixture().batch()
    batch.formats = [.pdf, .docx, .xml]
    let libraries = Fingerprint.libraries(of: batch)
    let names = libraries.map { String($0.prefix { $0 != " " }) }
    #expect(names == ["libxml2", "zlib", "libqrencode", "HarfBuzz"])
    #expect(libraries.allSatisfy { $0.contains(where: \.isNumber) && !$0.hasSuffix(" 0") })
  }
}
