internal import CHarfBuzz
package import Diagnostics

/// HarfBuzz, which is loaded when it is needed and then stays.
package struct HarfBuzz {
  let functions: charfbuzz

  /// Loads the library.
  ///
  /// - Throws: that it is not there, and how to get it.
  init() throws(ProgramFault) {
    var functions = charfbuzz()
    guard unsafe charfbuzz_load(&functions) != 0 else {
      throw ProgramFault(
        uk: "немає бібліотеки HarfBuzz, якою набирають PDF: установіть пакунок libharfbuzz-subset0",
        en:
          "the library HarfBuzz that sets PDF is not there: install the package libharfbuzz-subset0"
      )
    }
    self.functions = functions
  }

  /// The version that runs: `6.0.0`.
  package static func version() throws(ProgramFault) -> String {
    unsafe try HarfBuzz().functions.hb_version_string().map { unsafe String(cString: $0) } ?? ""
  }
}
