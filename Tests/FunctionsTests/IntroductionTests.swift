import XPathLanguage
import Testing
import XML

@testable import Functions

/// Short names that texts introduce, and whether they are used: as plain XPath would say it.
@Suite struct IntroductionTests {
  @Test(arguments: [
    ("Міністерство (далі – Мін’юст)", "Мін’юст"),
    ("комісія (далі — Комісія) і (далі - друга)", "Комісія"),
    ("комісія (далі -Комісія)", ""), ("комісія (далі – Комісія", ""), ("далі – Комісія)", ""),
    ("(далі – (далі – х)", "(далі - х"), ("", ""),
  ])
  func namesTheFirst(_ text: String, _ name: String) {
    #expect(Introductions(in: text.utf8.span).firstName == Array(name.utf8))
  }

  static let documents = [
    ["Міністерство (далі – Мін’юст)", "лист Мін’юсту"], ["Міністерство (далі – Мін’юст)", "лист"],
    ["оцифрування (далі – оцифрування описів)", "після оцифруванням"],
    ["а (далі – комісія) і комісії", "б"], ["а (далі – Цк)", "б"], ["а (далі – я)"],
    ["а (далі – рада)", "б (далі – рада)"], ["а (далі – рада)", "б (далі – радник)"],
    ["а (далі – рада", "б"], ["а (далі – радник)", "рад"], ["а (далі – радник)", "радн"],
    ["перед комісією", "а (далі – комісія)"], ["x (далі – a b)", "y"], ["x (далі – abc)", "zaz"],
    ["x (далі – abcd)", "zabz"],
  ]

  /// What `is-used` stands for.
  private static let plain = """
    substring-before(substring-after(translate(., '–—', '--'), '(далі - '), ')') = ''
    or contains(substring-after(substring-after(translate(., '–—', '--'), '(далі - '), ')'), STEM)
    or following::text()[contains(., CURRENT)] or preceding::text()[contains(., CURRENT)]
    """
  private static let stem = """
    substring(substring-before(concat(substring-before(substring-after(translate(., '–—', '--'), \
    '(далі - '), ')'), ' '), ' '), 1, string-length(substring-before(concat(substring-before(\
    substring-after(translate(., '–—', '--'), '(далі - '), ')'), ' '), ' ')) - 2)
    """

  @Test(arguments: documents) func isUsedAsPlainXPathSays(_ texts: [String]) throws {
    let xml = "<l>" + texts.map { "<t>\($0)</t>" }.joined() + "</l>"
    let parsed = try XMLReader.read(Array(xml.utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.introductions)
    let current = Self.stem.replacingText("translate(.,", by: "translate(current(),")
    let source = Self.plain.replacingText("STEM", by: Self.stem)
      .replacingText("CURRENT", by: current)
    let plain = try evaluator.compile(XPathExpression(source))
    let short = try evaluator.compile(XPathExpression("is-used(., //text())"))
    for node in parsed.tree.root.children {
      #expect(evaluator.boolean(short, at: node) == evaluator.boolean(plain, at: node), "\(texts)")
    }
  }

  /// A short name in capitals keeps its last letters in all cases.
  @Test(arguments: [
    ("а (далі – НДІ)", "Нарада", false), ("а (далі – НДІ)", "звіт НДІ", true),
    ("а (далі – ЦНАП)", "у ЦНАПі", true), ("а (далі – ЦК)", "б", false),
  ])
  func nameInCapitalsIsWhole(_ text: String, _ other: String, _ isUsed: Bool) throws {
    let parsed = try XMLReader.read(Array("<l><t>\(text)</t><t>\(other)</t></l>".utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.introductions)
    let asked = try evaluator.compile(XPathExpression("is-used(., //text())"))
    #expect(evaluator.boolean(asked, at: parsed.tree.root.children[0]) == isUsed)
  }

  @Test func introductionIsTheFirst() throws {
    let xml = "<l><t>а</t><t>(далі – Б)</t><t>(далі – А) (далі – В)</t><t>(далі — В)</t></l>"
    let parsed = try XMLReader.read(Array(xml.utf8))
    let evaluator = XPathEvaluator(functions: XPathFunction.introductions)
    for (name, place) in [("А", 2), ("Б", 1), ("В", 2)] {
      let found = try evaluator.compile(XPathExpression("introduction(//text(), '\(name)')"))
      #expect(
        evaluator.first(found, at: parsed.tree.root)?.parent == parsed.tree.root.children[place])
    }
    let none = try evaluator.compile(XPathExpression("introduction(//text(), 'Г')"))
    #expect(evaluator.nodes(none, at: parsed.tree.root).isEmpty)
  }

  @Test func stemsThatBeginOthersAreFound() {
    var uses = StemUses(of: [Array("a".utf8), Array("ab".utf8), Array("abc".utf8), Array("b".utf8)])
    for text in ["xabx", "abc", "xb", "z"] { uses.look(through: text.utf8.span) }
    #expect(uses.texts(with: Array("a".utf8)) == [0, 1])
    #expect(uses.texts(with: Array("ab".utf8)) == [0, 1])
    #expect(uses.texts(with: Array("abc".utf8)) == [1])
    #expect(uses.texts(with: Array("b".utf8)) == [0, 1])
    #expect(uses.texts(with: Array("c".utf8)) == nil)
  }
}

extension String {
  fileprivate func replacingText(_ old: String, by new: String) -> String {
    var result = ""
    var rest = self[...]
    while let place = rest.firstRange(of: old) {
      result += rest[..<place.lowerBound] + new
      rest = rest[place.upperBound...]
    }
    return result + rest
  }
}
