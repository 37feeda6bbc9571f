/// The tables of one module and how they came to be. Migrations are only ever appended.
public struct Schema: Sendable {
    public let module: String
    public let migrations: [Migration]

    public init(_ module: String, _ migrations: [Migration]) {
        self.module = module
        self.migrations = migrations
    }

    /// The tables as they stand after the last migration, in order of creation.
    public var tables: [Table] {
        migrations.reduce(into: []) { tables, migration in
            for step in migration.steps {
                switch step {
                case .create(let table): tables.append(table)
                case .add(let column, let name):
                    tables = tables.map { $0.name == name ? $0.adding(column) : $0 }
                case .remove(let column, let name):
                    tables = tables.map { $0.name == name ? $0.removing(column) : $0 }
                case .drop(let name): tables.removeAll { $0.name == name }
                case .run: break
                }
            }
        }
    }
}

/// One step of a module's history. It runs in one transaction, and never changes once it has landed.
public struct Migration: Sendable {
    public enum Step: Sendable {
        case create(Table)
        /// A column added to a table; it must be optional, because the rows that are there have no value for it.
        case add(Column, to: String)
        case drop(String)
        /// A column taken from a table, with what was in it.
        case remove(String, from: String)
        /// Plain SQL that both engines know: indexes, moves of data.
        case run(SQL)
    }

    public let name: String
    public let steps: [Step]

    public init(_ name: String, _ steps: [Step]) {
        self.name = name
        self.steps = steps
    }
}

extension Table {
    func adding(_ column: Column) -> Table {
        Table(name, columns + [column], constraints: constraints, transient: isTransient)
    }
}

extension Table {
    func removing(_ column: String) -> Table {
        Table(name, columns.filter { $0.name != column }, constraints: constraints, transient: isTransient)
    }
}

extension Migration.Step {
    func statement(for dialect: Dialect) -> SQL {
        switch self {
        case .create(let table): table.creation(for: dialect)
        case .add(let column, let table): .composed("ALTER TABLE \(table) ADD COLUMN \(column.rendered(for: dialect))")
        case .drop(let table): .composed("DROP TABLE \(table)")
        case .remove(let column, let table): .composed("ALTER TABLE \(table) DROP COLUMN \(column)")
        case .run(let sql): sql
        }
    }
}
