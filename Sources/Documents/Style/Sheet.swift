/// A sheet of paper, and what is left blank around the text.
package struct Sheet: Sendable, Equatable {
  /// The blank edges, in millimetres.
  package struct Margins: Sendable, Equatable {
    /// The blank edges in the order of CSS.
    package var top, right, bottom, left: Double

    /// Takes the edges in the order of CSS.
    package init(top: Double, right: Double, bottom: Double, left: Double) {
      (self.top, self.right, self.bottom, self.left) = (top, right, bottom, left)
    }

    /// Those of ДСТУ 4163:2020 for an organisation's documents.
    package static let official = Margins(top: 20, right: 10, bottom: 20, left: 30)
  }

  /// The shorter and the longer side, in millimetres.
  package var width, height: Double
  /// How the sheet lies; the margins are those of the sheet as it lies.
  package var orientation: Orientation
  /// What is left blank around the text.
  package var margins: Margins
  /// Whether its pages are an annex's, which are counted anew.
  package var isAnnex: Bool
  /// What an annex's pages after its first say at the upper right: «Продовження додатка 1».
  package var continuation = PlainText()

  /// Takes a sheet; by default, one of A4 with the margins of an official document.
  package init(
    width: Double = 210, height: Double = 297, orientation: Orientation = .portrait,
    margins: Margins = .official, isAnnex: Bool = false
  ) {
    (self.width, self.height) = (width, height)
    (self.orientation, self.margins, self.isAnnex) = (orientation, margins, isAnnex)
  }

  /// The sheet of a part that begins a new page.
  package func part(lying orientation: Orientation, isAnnex: Bool) -> Sheet {
    var part = self
    (part.orientation, part.isAnnex) = (orientation, isAnnex)
    return part
  }
}

/// How a sheet lies: upright or on its side.
package enum Orientation: String, Sendable {
  case portrait, landscape
}
