/// The names of XML that the parts of a file begin with.
enum Namespaces {
  static let declaration: StaticString =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
  static let main: StaticString =
    "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\""
  static let relationships: StaticString =
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\""
  static let pictures: StaticString = """
    xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" \
    xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" \
    xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"
    """
  /// Check boxes are younger than the standard; a reader that does not know them skips the mark.
  static let checkBoxes: StaticString = """
    xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" \
    xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" mc:Ignorable="w14"
    """
}
