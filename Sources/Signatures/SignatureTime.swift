/// A moment as signatures and certificates have it, in Coordinated Universal Time.
struct SignatureTime: Equatable, Comparable {
  /// How many seconds have gone by since 1970.
  let seconds: Int
  /// The moment as it is read: `2027-07-30 12:00:00 UTC`.
  let text: String

  /// Reads UTCTime and GeneralizedTime (X.680); nil for what is none, or has another zone.
  ///
  /// - Parameter hasCentury: whether the year has four digits.
  init?(_ text: [UInt8], hasCentury: Bool) {
    var rest = text[...]
    guard rest.last == UInt8(ascii: "Z") else { return nil }
    rest = rest.dropLast()
    var numbers: [Int] = []
    for width in [hasCentury ? 4 : 2, 2, 2, 2, 2, 2] {
      let digits = rest.prefix(width)
      guard digits.count == width, digits.allSatisfy({ 0x30...0x39 ~= $0 }) else { return nil }
      numbers.append(digits.reduce(0) { $0 * 10 + Int($1 - 0x30) })
      rest = rest.dropFirst(width)
    }
    // Parts of a second may follow.
    guard rest.isEmpty || hasCentury && rest.first == UInt8(ascii: ".") else { return nil }
    if !hasCentury { numbers[0] += numbers[0] < 50 ? 2000 : 1900 }
    guard (1...12).contains(numbers[1]), (1...31).contains(numbers[2]), numbers[3] < 24,
      numbers[4] < 60, numbers[5] < 61
    else { return nil }
    let days = Self.days(numbers[0], numbers[1], numbers[2])
    seconds = ((days * 24 + numbers[3]) * 60 + numbers[4]) * 60 + numbers[5]
    let parts = numbers.map { ($0 < 10 ? "0" : "") + String($0) }
    self.text =
      parts.prefix(3).joined(separator: "-") + " " + parts.dropFirst(3).joined(separator: ":")
      + " UTC"
  }

  /// How many days lie between the first of January 1970 and a day of the Gregorian calendar.
  static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
    // Years begin with March, so that leap days are their last.
    let year = month > 2 ? year : year - 1
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let leapDays = year / 4 - year / 100 + year / 400
    let daysTo1970 = 719_468
    return year * 365 + leapDays + dayOfYear - daysTo1970
  }

  static func < (left: Self, right: Self) -> Bool { left.seconds < right.seconds }
}

extension DERReader.Value {
  /// A time; nil for what is none.
  var time: SignatureTime? {
    switch tag {
    case 0x17: SignatureTime(Array(content), hasCentury: false)
    case 0x18: SignatureTime(Array(content), hasCentury: true)
    default: nil
    }
  }
}
