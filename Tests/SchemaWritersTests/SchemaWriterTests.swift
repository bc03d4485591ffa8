import Diagnostics
import Files
import SchemaWriters
import Schemas
import Testing
import TestSupport

/// What the writers print of the built-in kinds, and of one that has everything that schemas may
/// have, is what `Fixtures/schemas` holds.
@Suite struct SchemaWriterTests {
  @Test(arguments: SchemaCase.all, Language.allCases)
  func jsonSchema(of schema: SchemaCase, in language: Language) throws {
    let text = JSONSchemaWriter(language: language).write(try schema.kind().schema)
    expectFile(text, matches: "\(schema.expected).\(language.rawValue).json")
  }

  @Test(arguments: SchemaCase.all)
  func xsd(of schema: SchemaCase) throws {
    expectFile(XSDWriter().write(try schema.kind().schema), matches: schema.expected + ".xsd")
  }

  /// The references of the built-in kinds are `docs/kinds`, which `.ci/run` holds against `make docs`.
  @Test(arguments: SchemaCase.all.filter { $0.name == "everything" }, Language.allCases)
  func reference(of schema: SchemaCase, in language: Language) throws {
    let text = SchemaReference(language: language).write(try schema.kind().schema)
    expectFile(text, matches: "\(schema.expected).\(language.rawValue).md")
  }
}

/// A kind whose schema is written, with plans of it.
struct SchemaCase: Sendable, CustomStringConvertible {
  let name: String
  let folder: String
  let plans: [Fixture]

  static let all =
    Fixture.kinds.map { name in
      SchemaCase(
        name: name, folder: "Templates",
        plans: ["example", "example.en"].map { Fixture("Templates/kinds/\(name)/\($0).yaml") })
    } + [
      SchemaCase(
        name: "everything", folder: "Fixtures/schemas/everything",
        plans: [Fixture("Fixtures/schemas/everything/plan.yaml")])
    ]

  /// The path of the expected files, without their endings.
  var expected: String { "Fixtures/schemas/" + name }

  var description: String { name }

  var kinds: KindLibrary { KindLibrary(folders: TemplateFolders([Fixture(folder).absolutePath])) }

  func kind() throws -> Kind {
    let kind = try #require(kinds.kind(named: name))
    #expect(kind.diagnostics.isEmpty)
    return try #require(kind.value)
  }
}
