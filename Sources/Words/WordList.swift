import Bytes

/// Words and phrases of one sort – mistakes, bodies, verbs – each perhaps with what should stand in
/// its place. Rules ask whether a text holds one; see ``WordSearch``.
///
/// An entry is compared without regard to capitals, to which apostrophe or hyphen is typed, and to
/// how wide the spaces are. It stands at the beginning of a word and ends with one; behind `*` the
/// word may go on. What an entry gives may end in `*` too: there the rest of the word is put, unless
/// the entry ends in a hyphen and the rest is a name, «екс-Югославія», which the hyphen belongs to.
package struct WordList: Sendable {
  /// The entries and what each gives; nil for an exception, which is passed over.
  let items: [(entry: ArraySlice<UInt8>, replacement: ArraySlice<UInt8>?)]

  /// Makes a list of entries and what each gives; nil for an exception from others, which a text may
  /// hold.
  package init(_ items: [(entry: ArraySlice<UInt8>, replacement: ArraySlice<UInt8>?)]) {
    self.items = items
  }
}

extension ArraySlice<UInt8> {
  /// The words between its spaces.
  package var words: [ArraySlice<UInt8>] { split(separator: 0x20) }
}
