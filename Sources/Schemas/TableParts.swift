package import XML

/// What a type is in a table whose columns the plan names (`x-table`).
package enum TablePart: String, Sendable {
  /// The list of columns.
  case columns
  /// A row, or what stands beside rows of its own.
  case row
  /// A cell that names its column.
  case cell
}

/// A column that a table has where its plan names none.
package struct DefaultColumn: Sendable {
  /// Its head.
  package let title: String
  /// The English word of its role.
  package let role: String
  /// Its share in percent.
  package let width: String
  /// Whether a table has it also where no row says anything for it.
  package let isAlways: Bool
}

/// The names of elements that tables of a schema are made of.
package struct TableNames: Sendable {
  /// Rows, and what stands beside rows of its own.
  package var rows: Set<String> = []
  /// Those of them that may say which year they are of.
  package var datedRows = XMLNames([String]())
  /// What in a row may stand over the rows below it.
  package var heads: Set<String> = []
  /// The words of the roles that a column may have.
  package var roles: Set<String> = []
  /// Cells that name their column, for there may be several columns of one role.
  package var namingCells: Set<String> = []
}

extension Schema {
  /// Whether the cells of a property name their column.
  package func namesColumn(_ property: SchemaProperty) -> Bool {
    guard case .list(let list) = types[property.type].form else { return false }
    return types[list.item].table == .cell
  }

  /// Whether a property is a list of rows.
  package func holdsRows(_ property: SchemaProperty) -> Bool {
    guard case .list(let list) = types[property.type].form else { return false }
    return types[list.item].table == .row
  }

  /// The names of elements that tables are made of; none where the schema has no such table.
  var tableNames: TableNames {
    var names = TableNames()
    var dated: Set<String> = []
    for type in types {
      switch type.form {
      case .list(let list) where types[list.item].table == .row:
        names.rows.insert(list.itemName)
        if case .object(let row) = types[list.item].form,
          row.properties.contains(where: { $0.name.en == "year" })
        {
          dated.insert(list.itemName)
        }
      case .list(let list) where types[list.item].table == .cell:
        names.namingCells.insert(list.itemName)
      case .list(let list) where type.table == .columns:
        guard case .object(let column) = types[list.item].form,
          let role = column.properties.first(where: { $0.name.en == "role" }),
          case .choice(let roles) = types[role.type].form
        else { continue }
        names.roles = Set(roles.map(\.en))
      case .object(let object) where type.table == .row:
        for property in object.properties.prefix(object.ownCount) {
          if case .text = types[property.type].form, !types[property.type].isDeadline {
            names.heads.insert(property.xmlName)
          }
        }
      default: continue
      }
    }
    names.datedRows = XMLNames(dated.sorted())
    return names
  }
}

extension Schema {
  /// The names of elements that may have columns.
  var tableOwners: Set<String> {
    var owners: Set<String> = []
    func add(_ name: String, _ type: Int) {
      if case .object(let object) = types[type].form, object.columns != nil { owners.insert(name) }
    }
    add(kind.en, root)
    for index in types.indices {
      for child in children(of: index) { add(child.name, child.type) }
    }
    return owners
  }
}
