internal import COpenSSL
internal import Diagnostics

/// OpenSSL's libcrypto, which is loaded when it is needed and then stays.
struct OpenSSL {
  let functions: copenssl

  /// Loads the library.
  ///
  /// - Throws: that it is not there, and how to get it.
  init() throws(ProgramFault) {
    var functions = copenssl()
    guard unsafe copenssl_load(&functions) != 0 else {
      throw ProgramFault(
        uk: "немає бібліотеки OpenSSL, якою перевіряють підписи: установіть пакунок libssl3",
        en:
          "the library OpenSSL that signatures are checked with is not there: install the package libssl3"
      )
    }
    self.functions = functions
  }
}
