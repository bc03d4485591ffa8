/// What is not quite right with a plan: each earns a warning or a note, none an error.
enum Slip: Int, CaseIterable {
  /// A deadline in the time when results are being determined.
  case lateDeadline
  /// A deadline without an end.
  case endlessDeadline
  /// A hyphen between spaces where a dash belongs.
  case hyphen
  /// A word that everyone reads in another way.
  case vague
  /// More words than one takes in at a glance.
  case overlong
  /// A Latin letter for the number sign.
  case numberSign
  /// Signed by the servant before the superior.
  case signedTooEarly

  /// The phrase that stands in the place of an indicator.
  var indicator: String? {
    switch self {
    case .vague: "vague"
    case .overlong: "overlong"
    case .numberSign: "latin"
    default: nil
    }
  }

  /// The words that stand in the place of a deadline.
  var deadline: String? {
    switch self {
    case .lateDeadline: "до 15 листопада"
    case .endlessDeadline: "Постійно"
    case .hyphen: "травень - липень"
    default: nil
    }
  }
}
