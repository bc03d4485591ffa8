/// A PDF as tests read it back: its objects, what stands on its pages, and what its tags say.
package struct PDFFile {
  /// Text on a page, from one place on a line.
  package struct Run {
    /// Where it begins, from the page's lower left corner.
    package var x, y: Double
    /// The letters.
    package var text: String
    /// Whether it is no part of the text: a page's number, what is repeated.
    package var isArtifact: Bool
  }

  /// A page.
  package struct Page {
    /// How wide and high it is, in points.
    package var width = 0.0, height = 0.0
    /// What stands on it, in the order of its content.
    package var runs: [Run] = []
    /// The lowest rule or text.
    package var bottom = Double.infinity
    /// The texts of its marks by their numbers.
    var marks: [Int: String] = [:]

    /// All that stands on it.
    package var text: String { runs.map(\.text).joined(separator: " ") }
  }

  /// What is wrong with the file.
  package private(set) var faults: [String] = []
  /// Its pages.
  package private(set) var pages: [Page] = []
  /// What its tags say, in their order, an element a line.
  package private(set) var text = ""
  private let bytes: [UInt8]
  private var objects: [Int: (value: PDFValue, end: Int)] = [:]
  private var pageNumbers: [Int: Int] = [:]

  /// Reads a file.
  package init(_ bytes: [UInt8]) {
    self.bytes = bytes
    readTable()
    guard let catalog = trailer?["Root"].flatMap(resolved), let tree = catalog["Pages"] else {
      faults.append("there is no catalog")
      return
    }
    checkFonts()
    if resolved(catalog["MarkInfo"] ?? .number(0))?["Marked"] == nil || catalog["Lang"] == nil {
      faults.append("it is not tagged, or has no language")
    }
    for object in objects.values where object.value["S"]?.name == "Figure" {
      if object.value["Alt"] == nil { faults.append("a figure has no words") }
    }
    for object in objects.values {
      if object.value["S"]?.name == "TH", object.value["A"]?["Scope"] == nil {
        faults.append("a head cell does not say what it is the head of")
      }
      if object.value["Type"]?.name == "Page", object.value["Tabs"]?.name != "S" {
        faults.append("a page is gone through in another order than its tags")
      }
    }
    for page in resolved(tree)?["Kids"]?.values ?? [] { read(page) }
    if let root = catalog["StructTreeRoot"] { walk(root, page: nil) }
  }

  private func resolved(_ value: PDFValue) -> PDFValue? {
    value.reference.map { objects[$0]?.value } ?? value
  }

  // MARK: Objects

  private var trailer: PDFValue? {
    guard let place = bytes.lastRange(of: "trailer\n") else { return nil }
    var scanner = PDFScanner(bytes, at: place.upperBound)
    return scanner.value()
  }

  /// Reads the objects at the places that the table names.
  private mutating func readTable() {
    guard let end = bytes.lastRange(of: "startxref\n") else {
      faults.append("there is no table")
      return
    }
    var scanner = PDFScanner(bytes, at: end.upperBound)
    let start = scanner.value()?.number ?? 0
    guard bytes[start...].starts(with: "xref\n0 ".utf8) else {
      faults.append("the table is not where the file says")
      return
    }
    scanner = PDFScanner(bytes, at: start + 7)
    let count = scanner.value()?.number ?? 0
    // A line feed, then lines of 20 bytes.
    let lines = scanner.place + 1
    for number in 1..<max(1, count) {
      let line = lines + number * 20
      let place = Int(String(decoding: bytes[line..<line + 10], as: UTF8.self)) ?? 0
      let head = Array("\(number) 0 obj\n".utf8)
      guard bytes[place...].starts(with: head) else {
        faults.append("object \(number) is not where the table says")
        continue
      }
      var scanner = PDFScanner(bytes, at: place + head.count)
      if let value = scanner.value() { objects[number] = (value, scanner.place) }
    }
  }

  /// The bytes of a stream.
  private func stream(_ value: PDFValue?) -> [UInt8] {
    guard let number = value?.reference, let object = objects[number],
      let length = object.value["Length"]?.number,
      let start = bytes[object.end...].firstRange(of: Array("stream\n".utf8))?.upperBound
    else { return [] }
    let data = Array(bytes[start..<start + length])
    return object.value["Filter"] == nil ? data : inflated(data) ?? []
  }

  /// Sees to it that every font is embedded.
  private mutating func checkFonts() {
    for object in objects.values where object.value["Type"]?.name == "Font" {
      for glyphs in object.value["DescendantFonts"]?.values ?? [] {
        let descriptor = resolved(glyphs)?["FontDescriptor"].flatMap(resolved)
        let file = stream(descriptor?["FontFile2"])
        if !file.starts(with: [0, 1, 0, 0]) { faults.append("a font is not embedded") }
      }
    }
  }

  // MARK: Pages

  private mutating func read(_ page: PDFValue) {
    guard let number = page.reference, let value = resolved(page) else { return }
    var result = Page()
    let box = value["MediaBox"]?.values.compactMap(\.length) ?? []
    if box.count == 4 { (result.width, result.height) = (box[2], box[3]) }
    var letters: [String: [UInt16: String]] = [:]
    let fonts = value["Resources"].flatMap(resolved)?["Font"]
    if case .dictionary(let fonts) = fonts {
      for (name, font) in fonts {
        letters[name] = letterMap(stream(resolved(font)?["ToUnicode"]))
      }
    }
    var reader = PDFContentReader(page: result, letters: letters)
    reader.read(stream(value["Contents"]))
    faults += reader.faults
    pageNumbers[number] = pages.count
    pages.append(reader.page)
  }

  private func letterMap(_ bytes: [UInt8]) -> [UInt16: String] {
    var scanner = PDFScanner(bytes)
    var map: [UInt16: String] = [:]
    var strings: [[UInt8]] = []
    while let value = scanner.value() {
      if let bytes = value.bytes {
        strings.append(bytes)
      } else if case .word("endbfchar") = value {
        for index in stride(from: 0, to: strings.count - 1, by: 2) {
          map[units(strings[index]).first ?? 0] = String(
            decoding: units(strings[index + 1]), as: UTF16.self)
        }
        strings = []
      } else if case .word = value {
        strings = []
      }
    }
    return map
  }

  // MARK: Tags

  private mutating func walk(_ value: PDFValue, page: Int?) {
    guard let element = resolved(value) else { return }
    let page = element["Pg"]?.reference ?? page
    if element["S"] != nil { text += "\n" }
    for kid in element["K"]?.values ?? [] {
      if let mark = kid.number {
        add(mark, of: page)
      } else if let mark = kid["MCID"]?.number {
        add(mark, of: kid["Pg"]?.reference)
      } else {
        walk(kid, page: page)
      }
    }
  }

  private mutating func add(_ mark: Int, of page: Int?) {
    guard let index = page.flatMap({ pageNumbers[$0] }), let found = pages[index].marks[mark] else {
      faults.append("a tag names a mark that is not there")
      return
    }
    text += found
  }
}

/// The code units of big-endian bytes.
func units(_ bytes: [UInt8]) -> [UInt16] {
  stride(from: 0, to: bytes.count - 1, by: 2).map { UInt16(bytes[$0]) << 8 | UInt16(bytes[$0 + 1]) }
}

extension [UInt8] {
  fileprivate func lastRange(of text: String) -> Range<Int>? {
    let sought = Array(text.utf8)
    return indices.dropLast(sought.count - 1).last { self[$0...].starts(with: sought) }
      .map { $0..<$0 + sought.count }
  }
}
