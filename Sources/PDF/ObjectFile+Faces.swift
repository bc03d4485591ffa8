internal import Fonts
internal import Markup

extension ObjectFile {
  /// Writes a face as a font whose text is the numbers of glyphs, and gives its object.
  mutating func add(_ parts: EmbeddedFace.FaceParts) -> Int {
    let name = Array(parts.name.utf8)
    var length: [UInt8] = []
    length.append("/Length1 ")
    length.append(number: parts.fileLength)
    let file = add(parts.file, entries: length)
    let glyphSet = add(parts.glyphSet)
    let letters = add(parts.letters)
    let metrics = parts.metrics
    let descriptor = add { bytes in
      bytes.append("<</Type/FontDescriptor/FontName/")
      bytes += name
      bytes.append("/Flags ")
      // With serifs, not symbols; leaning.
      bytes.append(number: 2 + 32 + (metrics.italicAngle == 0 ? 0 : 64))
      bytes.append("/FontBBox[")
      for edge in metrics.box {
        bytes.append(number: edge)
        bytes.append(" ")
      }
      bytes.append("]/ItalicAngle ")
      bytes.append(number: metrics.italicAngle)
      bytes.append("/Ascent ")
      bytes.append(number: metrics.ascent)
      bytes.append("/Descent ")
      bytes.append(number: metrics.descent)
      bytes.append("/CapHeight ")
      bytes.append(number: metrics.capHeight)
      bytes.append("/StemV ")
      bytes.append(number: metrics.stemWidth)
      bytes.append("/FontFile2 ")
      bytes.append(reference: file)
      bytes.append("/CIDSet ")
      bytes.append(reference: glyphSet)
      bytes.append(">>")
    }
    let glyphs = add { bytes in
      bytes.append("<</Type/Font/Subtype/CIDFontType2/BaseFont/")
      bytes += name
      bytes.append("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>")
      bytes.append("/CIDToGIDMap/Identity/FontDescriptor ")
      bytes.append(reference: descriptor)
      bytes.append("/W")
      bytes += parts.widths
      bytes.append(">>")
    }
    return add { bytes in
      bytes.append("<</Type/Font/Subtype/Type0/BaseFont/")
      bytes += name
      bytes.append("/Encoding/Identity-H/DescendantFonts[")
      bytes.append(reference: glyphs)
      bytes.append("]/ToUnicode ")
      bytes.append(reference: letters)
      bytes.append(">>")
    }
  }
}
