import QRCodes
import TestSupport
import Testing

struct QRCodeTests {
  /// The digits of a seal; `zbarimg` reads them from the picture of the expected file.
  @Test func aSealIsTheSmallestCode() throws {
    let code = try #require(QRCode("162671028887015235385507"))
    #expect(code.side == 21)
    var picture = ""
    for row in 0..<code.side {
      var line = [Character](repeating: "·", count: code.side)
      for run in code.runs(inRow: row) { for column in run { line[column] = "█" } }
      picture += String(line) + "\n"
    }
    expectFile(Array(picture.utf8), matches: "Tests/Expected/QRCodes/seal.txt")
  }

  @Test func whatIsTooLongHasNoCode() {
    #expect(QRCode(String(repeating: "ї", count: 3000)) == nil)
    #expect(QRCode("контрольна сума") != nil)
  }
}
