import Foundation
import Fuzzing

/// What an input does to an archive: a few bytes each for a flipped byte, an end cut off, a cell with another value, a statement, a
/// word in the JSON of a cell.
struct Damage {
    private var bytes: ArraySlice<UInt8>

    init(_ bytes: ArraySlice<UInt8>) { self.bytes = bytes }

    private mutating func next() -> Int { bytes.popFirst().map(Int.init) ?? 0 }

    /// The image as it is then.
    mutating func applied(to base: [UInt8], _ tables: Tables) -> [UInt8] {
        var image = base
        var database: Database?
        var flips: [(place: Int, byte: UInt8)] = []
        var end: Int?
        for _ in 0..<8 where !bytes.isEmpty {
            let kind = next() % 5
            if kind > 1, database == nil { database = try? Database(base) }
            switch kind {
            case 0: flips.append((next() << 16 | next() << 8 | next(), UInt8(next())))
            case 1: end = next() << 16 | next() << 8 | next()
            case 2: database?.run(cell(tables))
            case 3: database?.run(statement(tables))
            default: if let database { json(database) }
            }
        }
        if let database { image = database.bytes }
        for flip in flips where !image.isEmpty { image[flip.place % image.count] = flip.byte }
        return end.map { Array(image.prefix($0 % (image.count + 1))) } ?? image
    }

    private static let edges =
        [
            "NULL", "0", "-1", "1", "2", "3", "4", "1000000000000", "9223372036854775807", "-9223372036854775808",
            "0.5", "1e308",
            "9e999", "''", "'x'", "'-3'", "'late'", "x'00ff'", "x'ffff'", "'1,2,9999999999'", "'2007-13'", "'[]'",
            "'{}'",
        ]

    /// A column of some rows takes another value.
    private mutating func cell(_ tables: Tables) -> String {
        let (table, columns) = tables.all[next() % tables.all.count]
        let column = columns[next() % columns.count]
        let row = next() % 8
        let value = Self.edges[next() % Self.edges.count]
        return
            "UPDATE OR IGNORE \(table) SET \(column) = \(value) WHERE \(column) IS (SELECT \(column) FROM \(table) LIMIT 1 OFFSET \(row))"
    }

    private mutating func statement(_ tables: Tables) -> String {
        let (table, columns) = tables.all[next() % tables.all.count]
        let column = columns[next() % columns.count]
        switch next() % 8 {
        case 0: return "DROP TABLE \(table)"
        case 1: return "DELETE FROM \(table)"
        case 2: return "ALTER TABLE \(table) DROP COLUMN \(column)"
        case 3: return "ALTER TABLE \(table) ADD COLUMN extra"
        case 4: return "PRAGMA user_version = \(next() % 6)"
        case 5: return "PRAGMA application_id = \(next())"
        case 6: return "ALTER TABLE \(table) RENAME COLUMN \(column) TO other"
        default: return "INSERT OR REPLACE INTO \(table) (\(column)) VALUES (\(Self.edges[next() % Self.edges.count]))"
        }
    }

    private static let words = [
        "null", "-1", "0", "3", "1e308", "9223372036854775807", "99999999999999999999", "\"\"", "\"x\"", "[]", "{}",
        "true",
    ]

    /// A value in a cell of JSON becomes another.
    private mutating func json(_ database: Database) {
        let cells = [
            ("scenario", "input", "id = 'late'"), ("scenario", "input", "id = 'early'"),
            ("setting", "value", "name = 'design'"),
            ("factor", "input", "place = 0"),
        ]
        let (table, column, condition) = cells[next() % cells.count]
        let (place, word) = (next(), Self.words[next() % Self.words.count])
        guard let text = database.texts("SELECT \(column) FROM \(table) WHERE \(condition)").first else { return }
        let values = text.indices.filter { text[$0] == ":" || text[$0] == "[" || text[$0] == "," }
        guard !values.isEmpty else { return }
        let start = text.index(after: values[place % values.count])
        let end = text[start...].firstIndex { ",]}".contains($0) } ?? text.endIndex
        let changed = "\(text[..<start])\(word)\(text[end...])"
        database.run("UPDATE \(table) SET \(column) = '\(changed.replacing("'", with: "''"))' WHERE \(condition)")
    }
}

/// The tables of an archive and their columns, as SQL names them.
struct Tables {
    let all: [(name: String, columns: [String])]

    init(_ image: [UInt8]) throws {
        let database = try Database(image)
        let names = database.texts("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")
        let tables = names.map { table -> (name: String, columns: [String]) in
            (table, database.texts("SELECT '\"' || name || '\"' FROM pragma_table_info('\(table)')"))
        }
        all = tables.filter { !$0.columns.isEmpty }
    }
}
