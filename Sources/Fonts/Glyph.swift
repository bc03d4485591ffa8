/// A sign of a face in its place of a text.
package struct Glyph: Sendable {
  /// Its number in the face; 0 where the face has none for the letter.
  package let id: UInt16
  /// How far behind it the next one stands, in the face's units.
  package let advance: Int32
  /// Where it stands against its place on the line, in the face's units.
  package let offset: (x: Int16, y: Int16)
  /// The byte of the text at which what it stands for begins.
  package let byte: Int

  /// Makes a glyph.
  package init(id: UInt16, advance: Int32, offset: (x: Int16, y: Int16) = (0, 0), byte: Int) {
    (self.id, self.advance, self.offset, self.byte) = (id, advance, offset, byte)
  }
}
