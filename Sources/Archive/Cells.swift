import GRDB

/// A cell that holds a value of another kind than its column: SQLite lets any column hold any, and a flipped bit is enough.
struct WrongCell: Error, CustomStringConvertible {
    let column: String
    let found: DatabaseValue

    var description: String { "the column \(column) holds \(found), which cannot be" }
}

extension Row {
    /// The value in a column.
    ///
    /// - Throws: ``WrongCell``, where GRDB's own access would end the program.
    func cell<Value: DatabaseValueConvertible>(_ name: String) throws -> Value {
        try Self.value(self[name] as DatabaseValue, name)
    }

    /// The same by the column's place.
    func cell<Value: DatabaseValueConvertible>(_ place: Int) throws -> Value {
        try Self.value(self[place] as DatabaseValue, "\(place)")
    }

    private static func value<Value: DatabaseValueConvertible>(_ found: DatabaseValue, _ column: String) throws -> Value
    {
        guard let value = Value.fromDatabaseValue(found) else { throw WrongCell(column: column, found: found) }
        return value
    }
}
