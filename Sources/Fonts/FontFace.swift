internal import CHarfBuzz

/// A face of a font: letters become glyphs, and glyphs a file to embed. One task uses it at a time.
@safe package final class FontFace {
  /// The name that the face has in PostScript: `LiberationSerif-Bold`.
  package let name: String
  /// Its measures.
  package let metrics: FontMetrics
  /// How many units its size has.
  package let unitsPerEm: Int
  /// How wide each glyph is, in units.
  package let widths: [Int32]
  private let harfBuzz: charfbuzz
  private let face: OpaquePointer
  private let font: OpaquePointer
  private let buffer: OpaquePointer
  /// The width of each letter of the first blocks of Unicode, in units; -1 where the face has none.
  private let letterWidths: [Int32]

  /// Opens the face of a file; nil where nothing can be set in it.
  init?(_ bytes: [UInt8], _ library: HarfBuzz) {
    guard let tables = FontTables(bytes), let metrics = FontMetrics(tables),
      let units = tables.number("head", at: 18), let count = tables.number("maxp", at: 4),
      count > 0,
      let name = tables.name(6), !name.isEmpty
    else { return nil }
    let harfBuzz = library.functions
    self.harfBuzz = harfBuzz
    self.metrics = metrics
    self.name = String(name.filter { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") })
    unitsPerEm = units
    let blob = unsafe bytes.withUnsafeBytes { bytes in
      unsafe harfBuzz.hb_blob_create(
        bytes.baseAddress?.assumingMemoryBound(to: CChar.self), UInt32(bytes.count),
        HB_MEMORY_MODE_DUPLICATE, nil, nil)
    }
    guard let face = unsafe harfBuzz.hb_face_create(blob, 0),
      let font = unsafe harfBuzz.hb_font_create(face),
      let buffer = harfBuzz.hb_buffer_create()
    else { return nil }
    unsafe harfBuzz.hb_blob_destroy(blob)
    unsafe harfBuzz.hb_buffer_set_flags(buffer, HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES)
    unsafe harfBuzz.hb_buffer_set_cluster_level(buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS)
    unsafe (self.face, self.font, self.buffer) = (face, font, buffer)
    widths = (0..<count).map { unsafe harfBuzz.hb_font_get_glyph_h_advance(font, UInt32($0)) }
    letterWidths = (0..<0x500).map { letter in
      var glyph: UInt32 = 0
      guard unsafe harfBuzz.hb_font_get_nominal_glyph(font, UInt32(letter), &glyph) != 0 else {
        return -1
      }
      return unsafe harfBuzz.hb_font_get_glyph_h_advance(font, glyph)
    }
  }

  deinit {
    unsafe harfBuzz.hb_buffer_destroy(buffer)
    unsafe harfBuzz.hb_font_destroy(font)
    unsafe harfBuzz.hb_face_destroy(face)
  }

  /// The glyph of a letter by itself; nil where the face has none.
  package func glyph(of letter: Unicode.Scalar) -> UInt16? {
    var glyph: UInt32 = 0
    guard unsafe harfBuzz.hb_font_get_nominal_glyph(font, letter.value, &glyph) != 0 else {
      return nil
    }
    return UInt16(truncatingIfNeeded: glyph)
  }

  /// How wide a letter is by itself, in units.
  package func width(of letter: UInt32) -> Int32 {
    if letter < UInt32(letterWidths.count) { return max(0, letterWidths[Int(letter)]) }
    var glyph: UInt32 = 0
    guard unsafe harfBuzz.hb_font_get_nominal_glyph(font, letter, &glyph) != 0 else { return 0 }
    return unsafe harfBuzz.hb_font_get_glyph_h_advance(font, glyph)
  }

  /// Appends the glyphs of a part of a text, from left to right as they are seen.
  ///
  /// - Parameter isRightToLeft: whether the letters are of a script that runs so.
  package func shape(
    _ text: [UInt8], _ part: Range<Int>, isRightToLeft: Bool = false, into glyphs: inout [Glyph]
  ) {
    let parts = ShapedParts.parts(of: part, in: text)
    for part in isRightToLeft ? parts.reversed() : parts {
      shapeAtOnce(text, part, isRightToLeft: isRightToLeft, into: &glyphs)
    }
  }

  private func shapeAtOnce(
    _ text: [UInt8], _ part: Range<Int>, isRightToLeft: Bool, into glyphs: inout [Glyph]
  ) {
    unsafe harfBuzz.hb_buffer_clear_contents(buffer)
    unsafe text.withUnsafeBytes { bytes in
      unsafe harfBuzz.hb_buffer_add_utf8(
        buffer, bytes.baseAddress?.assumingMemoryBound(to: CChar.self), Int32(bytes.count),
        UInt32(part.lowerBound), Int32(part.count))
    }
    unsafe harfBuzz.hb_buffer_guess_segment_properties(buffer)
    unsafe harfBuzz.hb_buffer_set_direction(
      buffer, isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
    // What is read back must have every letter by itself.
    var features = [Self.without("liga"), Self.without("clig")]
    unsafe harfBuzz.hb_shape(font, buffer, &features, UInt32(features.count))
    var count: UInt32 = 0
    guard let infos = unsafe harfBuzz.hb_buffer_get_glyph_infos(buffer, &count),
      let positions = unsafe harfBuzz.hb_buffer_get_glyph_positions(buffer, &count)
    else { return }
    glyphs.reserveCapacity(glyphs.count + Int(count))
    for index in 0..<Int(count) {
      let (info, position) = unsafe (infos[index], positions[index])
      glyphs.append(
        Glyph(
          id: UInt16(truncatingIfNeeded: info.codepoint), advance: position.x_advance,
          offset: (
            Int16(clamping: position.x_offset), Int16(clamping: position.y_offset)
          ), byte: Int(info.cluster)))
    }
  }

  private static func without(_ feature: String) -> hb_feature_t {
    hb_feature_t(
      tag: hb_tag_t(feature.utf8.reduce(0) { $0 << 8 | UInt32($1) }), value: 0, start: 0,
      end: UInt32.max)
  }

  /// A font file with some glyphs of the face, which keep their numbers; nil where none can be made.
  package func subset(_ glyphs: some Sequence<UInt16>) -> [UInt8]? {
    guard let input = harfBuzz.hb_subset_input_create_or_fail() else { return nil }
    defer { unsafe harfBuzz.hb_subset_input_destroy(input) }
    let wanted = unsafe harfBuzz.hb_subset_input_glyph_set(input)
    for glyph in glyphs { unsafe harfBuzz.hb_set_add(wanted, UInt32(glyph)) }
    let dropped = unsafe harfBuzz.hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in Self.droppedTables {
      unsafe harfBuzz.hb_set_add(dropped, tag.utf8.reduce(0) { $0 << 8 | UInt32($1) })
    }
    unsafe harfBuzz.hb_subset_input_set_flags(
      input, HB_SUBSET_FLAGS_NO_HINTING.rawValue | HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue)
    guard let subset = unsafe harfBuzz.hb_subset_or_fail(face, input) else { return nil }
    defer { unsafe harfBuzz.hb_face_destroy(subset) }
    let blob = unsafe harfBuzz.hb_face_reference_blob(subset)
    defer { unsafe harfBuzz.hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let bytes = unsafe harfBuzz.hb_blob_get_data(blob, &length) else { return nil }
    return unsafe Array(UnsafeRawBufferPointer(start: bytes, count: Int(length)))
  }

  /// What a page that names glyphs by their numbers has no use for.
  private static let droppedTables = [
    "cmap", "name", "OS/2", "post", "GSUB", "GPOS", "GDEF", "kern", "gasp", "DSIG", "FFTM", "PCLT",
    "VDMX", "LTSH", "hdmx", "prep", "fpgm", "cvt ",
  ]
}
