internal import Documents

extension Role {
  /// What the style of the role is called in the file.
  var styleID: StaticString {
    switch self {
    case .body: "Normal"
    case .indented: "ActText"
    case .heading: "Heading"
    case .subheading: "Subheading"
    case .actType: "ActType"
    case .actTitle: "ActTitle"
    case .localTitle: "LocalTitle"
    case .fill: "FillLine"
    case .place: "ActPlace"
    case .approvalMark: "ApprovalMark"
    case .label: "FieldLabel"
    case .value: "FieldValue"
    case .captionedValue: "CaptionedValue"
    case .caption: "FieldCaption"
    case .listItem: "ListItem"
    case .cell: "TableText"
    case .entry: "TableEntry"
    case .columnHead: "ColumnHead"
    case .rowHead: "RowHead"
    case .sectionHead: "SectionHead"
    case .footnote: "Note"
    case .signature: "Signatory"
    case .actSignature: "ActSignatory"
    case .signatureLine: "SignatureCaption"
    case .signingDate: "SigningDate"
    }
  }

  /// What a clerk reads in the list of styles; Word itself translates the names of its own.
  var styleName: StaticString {
    switch self {
    case .body: "Normal"
    case .indented: "Текст акта"
    case .heading: "Заголовок документа"
    case .subheading: "Заголовок у тексті"
    case .actType: "Назва виду документа"
    case .actTitle: "Заголовок акта"
    case .localTitle: "Заголовок до тексту"
    case .fill: "Рядок для заповнення"
    case .place: "Дата, місце і номер"
    case .approvalMark: "Гриф затвердження"
    case .label: "Назва поля"
    case .value: "Значення поля"
    case .captionedValue: "Значення поля з підписом"
    case .caption: "Пояснення під рядком"
    case .listItem: "Пункт переліку"
    case .cell: "Текст таблиці"
    case .entry: "Клітинка для заповнення"
    case .columnHead: "Заголовок графи"
    case .rowHead: "Заголовок рядка"
    case .sectionHead: "Заголовок розділу таблиці"
    case .footnote: "Примітка"
    case .signature: "Підписувач"
    case .actSignature: "Підписувач акта"
    case .signatureLine: "Пояснення підпису"
    case .signingDate: "Дата підпису"
    }
  }

  /// The role of which Word's own heading of a level is.
  static func heading(ofLevel level: Int) -> Role { level == 3 ? .subheading : .heading }

  /// Whether its parts stand in tables, whose cells have the space around the text.
  var standsInCell: Bool {
    switch self {
    case .cell, .entry, .columnHead, .rowHead, .sectionHead, .label, .value, .captionedValue,
      .caption, .place, .signature, .actSignature, .signatureLine, .signingDate:
      true
    default: false
    }
  }
}
