import GRDBSQLite

/// A database in memory, made of a file's bytes and turned into such bytes again: no file is opened to damage one.
final class Database {
    private var handle: OpaquePointer?

    struct NoDatabase: Error {}

    init(_ image: [UInt8]) throws {
        guard sqlite3_open_v2(":memory:", &handle, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nil) == SQLITE_OK,
            let memory = sqlite3_malloc64(UInt64(image.count))?.assumingMemoryBound(to: UInt8.self)
        else { throw NoDatabase() }
        memory.update(from: image, count: image.count)
        let flags = UInt32(SQLITE_DESERIALIZE_FREEONCLOSE | SQLITE_DESERIALIZE_RESIZEABLE)
        guard
            sqlite3_deserialize(handle, "main", memory, Int64(image.count), Int64(image.count), flags) == SQLITE_OK
        else { throw NoDatabase() }
    }

    deinit { sqlite3_close_v2(handle) }

    /// Runs statements as far as they can be.
    func run(_ sql: String) { sqlite3_exec(handle, sql, nil, nil, nil) }

    /// Texts of a query's first column.
    func texts(_ sql: String) -> [String] {
        var statement: OpaquePointer?
        guard sqlite3_prepare_v2(handle, sql, -1, &statement, nil) == SQLITE_OK else { return [] }
        defer { sqlite3_finalize(statement) }
        var texts: [String] = []
        while sqlite3_step(statement) == SQLITE_ROW {
            texts.append(sqlite3_column_text(statement, 0).map { String(cString: $0) } ?? "")
        }
        return texts
    }

    var bytes: [UInt8] {
        var size: Int64 = 0
        guard let memory = sqlite3_serialize(handle, "main", &size, 0) else { return [] }
        defer { sqlite3_free(memory) }
        return Array(UnsafeBufferPointer(start: memory, count: Int(size)))
    }
}
