internal import Markup

/// What a part of the text is, in the words of tagged PDF (ISO 32000-1, 14.8.4).
package enum ElementKind: String, Sendable {
  case document = "Document"
  case section = "Sect"
  case division = "Div"
  case heading1 = "H1"
  case heading2 = "H2"
  case heading3 = "H3"
  case paragraph = "P"
  case list = "L"
  case item = "LI"
  case label = "Lbl"
  case body = "LBody"
  case table = "Table"
  case row = "TR"
  case headCell = "TH"
  case cell = "TD"
  case note = "Note"
  case figure = "Figure"
}

/// What a head cell of a table is the head of (ISO 32000-1, 14.8.5.7).
package enum HeadScope: String, Sendable {
  case row = "Row"
  case column = "Column"
}

/// The tree of what a document says, in reading order, for those who cannot see its pages.
///
/// An element is written as soon as it is whole; what is kept is no more than those that are open.
struct StructureTree {
  private enum Kid {
    case element(Int)
    case mark(page: Int, number: Int)
  }

  private struct Element {
    let kind: ElementKind
    let parent: Int
    let attributes: [UInt8]
    var kids: [Kid] = []
  }

  /// The number of the tree's own object.
  let number: Int
  private var open: [Int: Element] = [:]
  /// The kids of the tree itself.
  private var roots: [Int] = []
  /// For each page, the object that says to which elements its marks belong.
  private var pages: [Int] = []

  init(in file: inout ObjectFile) {
    number = file.reserve()
  }

  /// The name of the marks of an element.
  func kind(of element: Int) -> ElementKind { open[element]?.kind ?? .paragraph }

  /// Opens an element in another one, or, by default, in the tree.
  mutating func open(
    _ kind: ElementKind, in parent: Int?, attributes: [UInt8], _ file: inout ObjectFile
  ) -> Int {
    let element = file.reserve()
    open[element] = Element(kind: kind, parent: parent ?? number, attributes: attributes)
    if let parent {
      open[parent]?.kids.append(.element(element))
    } else {
      roots.append(element)
    }
    return element
  }

  /// Says that a mark of a page belongs to an element.
  mutating func mark(_ element: Int, page: Int, number: Int) {
    open[element]?.kids.append(.mark(page: page, number: number))
  }

  /// Writes elements that are whole.
  mutating func close(_ elements: some Sequence<Int>, _ file: inout ObjectFile) {
    for number in elements {
      guard let element = open.removeValue(forKey: number) else { continue }
      write(element, number, &file)
    }
  }

  private func write(_ element: Element, _ number: Int, _ file: inout ObjectFile) {
    var home: Int?
    for case .mark(let page, _) in element.kids where home == nil { home = page }
    file.write(number) { bytes in
      bytes.append("<</S/")
      bytes += Array(element.kind.rawValue.utf8)
      bytes.append("/P ")
      bytes.append(reference: element.parent)
      if let home {
        bytes.append("/Pg ")
        bytes.append(reference: home)
      }
      bytes += element.attributes
      if element.kids.isEmpty { return bytes.append(">>") }
      bytes.append(element.kids.count == 1 ? "/K " : "/K[")
      for (index, kid) in element.kids.enumerated() {
        if index > 0 { bytes.append(" ") }
        switch kid {
        case .element(let kid): bytes.append(reference: kid)
        case .mark(home, let mark): bytes.append(number: mark)
        case .mark(let page, let mark):
          bytes.append("<</Type/MCR/Pg ")
          bytes.append(reference: page)
          bytes.append("/MCID ")
          bytes.append(number: mark)
          bytes.append(">>")
        }
      }
      bytes.append(element.kids.count == 1 ? ">>" : "]>>")
    }
  }

  /// Ends a page, the marks of which belong to these elements by their numbers.
  mutating func endPage(_ marks: [Int], _ file: inout ObjectFile) {
    let object = file.add { bytes in
      bytes.append("[")
      for (index, element) in marks.enumerated() {
        if index > 0 { bytes.append(" ") }
        bytes.append(reference: element)
      }
      bytes.append("]")
    }
    pages.append(object)
  }

  /// Writes the tree itself.
  mutating func finish(_ file: inout ObjectFile) {
    close(open.keys.sorted(), &file)
    let pages = pages
    let parents = file.add { bytes in
      bytes.append("<</Nums[")
      for (index, page) in pages.enumerated() {
        if index > 0 { bytes.append(" ") }
        bytes.append(number: index)
        bytes.append(" ")
        bytes.append(reference: page)
      }
      bytes.append("]>>")
    }
    let (roots, count) = (roots, pages.count)
    file.write(number) { bytes in
      bytes.append("<</Type/StructTreeRoot/K[")
      for (index, root) in roots.enumerated() {
        if index > 0 { bytes.append(" ") }
        bytes.append(reference: root)
      }
      bytes.append("]/ParentTree ")
      bytes.append(reference: parents)
      bytes.append("/ParentTreeNextKey ")
      bytes.append(number: count)
      bytes.append(">>")
    }
  }
}
