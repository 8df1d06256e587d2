import Foundation

/// Words that a format knows: what the fuzzer puts in where chance alone would never find it.
public struct Words: Sendable {
    public private(set) var all: [String]

    public init(_ words: some Sequence<String>) {
        var seen: Set<String> = []
        all = words.filter { !$0.isEmpty && $0.utf8.count <= 64 && seen.insert($0).inserted }
    }

    /// Every key and every choice that a JSON Schema tells of.
    public init(schema: String) {
        var found: [String] = []
        func look(_ value: Any) {
            if let list = value as? [Any] { list.forEach(look) }
            guard let object = value as? [String: Any] else { return }
            if let properties = object["properties"] as? [String: Any] { found += properties.keys.sorted() }
            found += (object["enum"] as? [Any])?.compactMap { $0 as? String } ?? []
            if let word = object["const"] as? String { found.append(word) }
            for key in object.keys.sorted() { object[key].map(look) }
        }
        if let schema = try? JSONSerialization.jsonObject(with: Data(schema.utf8)) { look(schema) }
        self.init(found)
    }

    /// The words of several lists.
    public init(joining lists: [Words]) { self.init(lists.flatMap(\.all)) }

    /// Values at the edges of what numbers, texts and files can be.
    public static let edges = Words([
        "0", "-0", "1", "-1", "0.5", "1.0000001", "1e308", "-1e308", "1e-320", "1e999", ".nan", ".inf", "-.inf", "nan",
        "inf",
        "9223372036854775807", "9223372036854775808", "-9223372036854775808", "18446744073709551616", "4294967296",
        "2147483648",
        "999999999999.99", "0x10", "0o7", "1_000", "1,5", "+1", "00", "true", "false", "null", "~", "''", "\"\"",
        "2009-12",
        "0000-01", "9999-12", "2199-12", "2010-13", "\u{FEFF}", "\u{0}", "\u{2028}", "\u{E000}", "\u{1F600}",
        "e\u{301}", "\t",
        "\r\n",
    ])

    /// As libFuzzer's dictionaries have them.
    var dictionary: String {
        all.map { word in
            let bytes = word.utf8.map { byte in
                (0x20..<0x7F).contains(byte) && byte != 0x22 && byte != 0x5C
                    ? String(UnicodeScalar(byte)) : "\\x" + String(byte >> 4, radix: 16) + String(byte & 15, radix: 16)
            }
            return "\"" + bytes.joined() + "\"\n"
        }.joined()
    }
}
