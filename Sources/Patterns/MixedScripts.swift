/// A word that mixes alphabets: Cyrillic letters with Latin or Greek ones that look like them. The
/// parts of a word with a hyphen are words of their own: «IT-технології» mixes nothing.
package enum MixedScripts {
  /// Matches a word of Cyrillic letters with Latin or Greek ones among them.
  package static let program = PatternProgram(
    own: #"\w*(?:\#(foreign)[\d'’ʼ]*\#(cyrillic)|\#(cyrillic)[\d'’ʼ]*\#(foreign))\w*"#)

  private static let foreign = #"[A-Za-zÀ-ÖØ-öø-ɏͰ-Ͽ]"#
  private static let cyrillic = #"[Ѐ-ԯ]"#
}
