/// Reads whole numbers that stand in words, in any case: «тридцяти чотирьох» is 34.
enum NumberReader {
  /// The number that a text begins with; nil where it begins with another word. Behind it, what is
  /// counted may follow.
  static func number(in text: String) -> Int? {
    var total = 0
    var group: Int?
    let words = text.lowercased().split { $0 == " " || $0 == "\u{a0}" || $0 == "-" }
    for word in words {
      let word = String(word.map { "'ʼ`".contains($0) ? "’" : $0 })
      if let value = values[word] {
        group = (group ?? 0) + value
      } else if let unit = units.first(where: { word.hasPrefix($0.stem) })?.value {
        total += (group ?? 1) * unit
        group = 0
      } else {
        break
      }
    }
    return group.map { total + $0 }
  }

  private static let units: [(stem: String, value: Int)] = [
    ("тисяч", 1000), ("мільйон", 1_000_000),
  ]

  private static let values: [String: Int] = {
    var result: [String: Int] = [:]
    func add(_ value: Int, _ words: String) {
      for word in words.split(separator: " ") { result[String(word)] = value }
    }
    func add(_ value: Int, stem: String, direct: String? = nil) {
      add(value, direct ?? stem + "ь")
      for ending in ["и", "ьох", "ьом", "ьма", "ьома"] { result[stem + ending] = value }
    }
    add(0, "нуль нуля нулю нулем нулі")
    add(1, "один одна одне одного одної однієї одному одній одним одною однією одну")
    add(2, "два дві двох двом двома")
    add(3, "три трьох трьом трьома")
    add(4, "чотири чотирьох чотирьом чотирма")
    add(5, stem: "п’ят")
    add(6, stem: "шіст")
    add(6, "шести")
    add(7, "сім семи сімох сімом сьома сімома")
    add(8, "вісім восьми вісьмох вісьмом вісьма вісьмома")
    add(9, stem: "дев’ят")
    add(10, stem: "десят")
    let stems = [
      "оди", "два", "три", "чотир", "п’ят", "шіст", "сім", "вісім", "дев’ят",
    ]
    for (index, stem) in stems.enumerated() { add(11 + index, stem: stem + "надцят") }
    add(20, stem: "двадцят")
    add(30, stem: "тридцят")
    add(40, "сорок сорока")
    for (index, stem) in stems[4...7].enumerated() {
      add(50 + 10 * index, stem: stem + "десят", direct: stem + "десят")
    }
    add(90, "дев’яносто дев’яноста")
    add(100, "сто ста")
    add(200, "двісті двохсот двомстам двомастами двохстах")
    add(300, "триста трьохсот трьомстам трьомастами трьохстах")
    add(400, "чотириста чотирьохсот чотирьомстам чотирмастами чотирьохстах")
    for (index, stem) in ["п’ят", "шест", "сем", "восьм", "дев’ят"].enumerated() {
      let direct = index == 1 ? "шіст" : index == 2 ? "сім" : index == 3 ? "вісім" : stem
      add(500 + 100 * index, "\(direct)сот \(stem)исот \(stem)истам \(stem)истах")
    }
    return result
  }()
}
