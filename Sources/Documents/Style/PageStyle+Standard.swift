extension PageStyle {
  /// How a role looks where a form says nothing of it: the measures of ДСТУ 4163:2020 and of the
  /// Cabinet's rules for paperwork.
  static func standardStyle(of role: Role) -> RoleStyle {
    switch role {
    case .body:
      RoleStyle(
        size: 14, lineHeight: 1.15, weight: .normal, alignment: .start, isJustified: false,
        indent: 0, above: 0, below: 2, keepsTogether: false, keepsWithNext: false,
        keepsWithPrevious: false)
    case .indented: RoleStyle(isJustified: true, indent: 10)
    case .heading:
      RoleStyle(
        weight: .bold, alignment: .center, below: 4, keepsTogether: true, keepsWithNext: true)
    case .subheading: RoleStyle(above: 4, below: 2)
    case .actType: RoleStyle(size: 16, above: 4, below: 4)
    case .actTitle: RoleStyle(above: 6, below: 6)
    case .localTitle: RoleStyle(alignment: .start, widest: 90)
    case .fill: RoleStyle(below: 0, emptyHeight: 9)
    case .place: RoleStyle(above: 4, below: 4)
    case .approvalMark: RoleStyle(below: 8, width: 73, keepsTogether: true)
    case .label: RoleStyle(below: 1.5, keepsTogether: true)
    case .value: RoleStyle(below: 0)
    case .captionedValue: RoleStyle(alignment: .center, width: 35)
    case .caption: RoleStyle(size: 9, alignment: .center, below: 0)
    case .listItem: RoleStyle(below: 0)
    case .cell: RoleStyle(size: 11, lineHeight: 1.1, below: 4)
    case .entry: RoleStyle(emptyHeight: 12)
    case .columnHead: RoleStyle(alignment: .center)
    case .rowHead: RoleStyle(weight: .normal, alignment: .start)
    case .sectionHead: RoleStyle(weight: .bold)
    case .footnote: RoleStyle(size: 10)
    case .signature:
      RoleStyle(below: 6, widest: 80, keepsTogether: true, keepsWithPrevious: true)
    case .actSignature:
      RoleStyle(weight: .bold, above: 12, below: 6, keepsTogether: true, keepsWithPrevious: true)
    case .signatureLine: RoleStyle(size: 9, alignment: .center, below: 0, width: 28)
    case .signingDate: RoleStyle(size: 12, below: 0)
    }
  }
}
