internal import CLibXML2
internal import Diagnostics

/// libxml2's sentences in words that help, by the code of its errors.
enum XMLSentences {
  /// What an error says; the English is libxml2's own.
  static func message(of error: xmlError) -> Message {
    var text = unsafe error.message.map { unsafe String(cString: $0) } ?? "not well formed"
    while text.last == "\n" { text.removeLast() }
    let name = unsafe error.str1.map { unsafe String(cString: $0) } ?? ""
    let uk = words(UInt32(bitPattern: unsafe error.code), name, line: Int(unsafe error.int1))
    return Message(uk: "не читається як XML: \(uk)", en: "not well-formed XML: \(text)")
  }

  private static func words(_ code: UInt32, _ name: String, line: Int) -> String {
    switch code {
    case XML_ERR_TAG_NOT_FINISHED.rawValue:
      name.isEmpty
        ? "елемент не закрито" : "елемент «\(name)», що починається в рядку \(line), не закрито"
    case XML_ERR_TAG_NAME_MISMATCH.rawValue:
      "елемент «\(name)», що починається в рядку \(line), закрито іншою назвою"
    case XML_ERR_UNDECLARED_ENTITY.rawValue, XML_WAR_UNDECLARED_ENTITY.rawValue:
      "знака «&\(name);» XML не знає; напишіть сам знак"
    case XML_ERR_ATTRIBUTE_REDEFINED.rawValue, XML_NS_ERR_ATTRIBUTE_REDEFINED.rawValue:
      "атрибут «\(name)» тут уже записано"
    case XML_ERR_ATTRIBUTE_WITHOUT_VALUE.rawValue:
      "після атрибута «\(name)» бракує «=» і значення в лапках"
    case XML_NS_ERR_UNDEFINED_NAMESPACE.rawValue:
      "префікс «\(name)» не пов’язано з жодним простором назв"
    default: sentences[code] ?? "помилка \(code) у будові розмітки"
    }
  }

  private static let sentences: [UInt32: String] = Dictionary(
    [
      (XML_ERR_INTERNAL_ERROR, "елементи вкладено надто глибоко або текст надто довгий"),
      (XML_ERR_DOCUMENT_EMPTY, "файл порожній або починається не з елемента"),
      (XML_ERR_DOCUMENT_END, "після кінця елемента стоїть зайвий текст"),
      (XML_ERR_EXTRA_CONTENT, "після кінця елемента стоїть зайвий текст"),
      (XML_ERR_NOT_WELL_BALANCED, "елемент не закрито або закрито не там"),
      (XML_ERR_INVALID_HEX_CHARREF, "код знака після «&#x» неправильний"),
      (XML_ERR_INVALID_DEC_CHARREF, "код знака після «&#» неправильний"),
      (XML_ERR_INVALID_CHARREF, "такого знака в XML не може бути"),
      (XML_ERR_INVALID_CHAR, "такого знака в XML не може бути"),
      (XML_ERR_INVALID_ENCODING, "знак записано не в UTF-8"),
      (
        XML_ERR_UNKNOWN_ENCODING,
        "кодування, названого на початку, Pysar не знає: збережіть файл в UTF-8"
      ),
      (
        XML_ERR_UNSUPPORTED_ENCODING,
        "кодування, названого на початку, Pysar не знає: збережіть файл в UTF-8"
      ),
      (
        XML_ERR_ENTITYREF_SEMICOL_MISSING,
        "після «&» і назви бракує «;»; сам знак «&» пишуть як «&amp;»"
      ),
      (XML_ERR_ENTITYREF_NO_NAME, "знак «&» пишуть як «&amp;»"),
      (
        XML_ERR_NAME_REQUIRED,
        "тут має бути назва; знак «<» у тексті пишуть як «&lt;», «&» – як «&amp;»"
      ),
      (XML_ERR_LT_IN_ATTRIBUTE, "у значенні атрибута знак «<» пишуть як «&lt;»"),
      (XML_ERR_ATTRIBUTE_NOT_STARTED, "значення атрибута має бути в лапках"),
      (XML_ERR_ATTRIBUTE_NOT_FINISHED, "лапки атрибута не закрито"),
      (XML_ERR_COMMENT_NOT_FINISHED, "коментар не закрито знаками «-->»"),
      (XML_ERR_HYPHEN_IN_COMMENT, "усередині коментаря стоїть «--»"),
      (XML_ERR_PI_NOT_STARTED, "після «<?» має бути назва"),
      (XML_ERR_PI_NOT_FINISHED, "інструкцію не закрито знаками «?>»"),
      (XML_ERR_MISPLACED_CDATA_END, "у тексті стоїть «]]>»; знак «>» там пишуть як «&gt;»"),
      (XML_ERR_CDATA_NOT_FINISHED, "розділ CDATA не закрито знаками «]]>»"),
      (XML_ERR_RESERVED_XML_NAME, "оголошення «<?xml …?>» має стояти на самому початку файла"),
      (XML_ERR_XMLDECL_NOT_FINISHED, "оголошення «<?xml …?>» не закрито"),
      (XML_ERR_SPACE_REQUIRED, "між атрибутами має бути пробіл"),
      (XML_ERR_EQUAL_REQUIRED, "після назви атрибута бракує «=»"),
      (XML_ERR_GT_REQUIRED, "тег не закрито знаком «>»"),
      (XML_ERR_LTSLASH_REQUIRED, "бракує закривального тегу «</…>»"),
      (XML_ERR_LT_REQUIRED, "бракує знака «<»"),
      (XML_ERR_STRING_NOT_STARTED, "значення має бути в лапках"),
      (XML_ERR_STRING_NOT_CLOSED, "лапки не закрито"),
      (XML_ERR_VERSION_MISSING, "в оголошенні «<?xml …?>» бракує version"),
      (XML_NS_ERR_QNAME, "назва з двокрапкою записана неправильно"),
      (XML_NS_ERR_COLON, "назва з двокрапкою записана неправильно"),
      (XML_NS_ERR_XML_NAMESPACE, "простір назв записано неправильно"),
      (XML_NS_ERR_EMPTY, "простір назв порожній"),
    ].map { ($0.0.rawValue, $0.1) }, uniquingKeysWith: { first, _ in first })
}
