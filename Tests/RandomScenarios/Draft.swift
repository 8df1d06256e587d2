/// A piece of a scenario file, to be written as YAML.
public indirect enum Draft: Sendable, Equatable {
    /// A number, a flag, a date or a name: written as it is.
    case plain(String)
    /// Words, written in quotes.
    case words(String)
    case list([Draft])
    case mapping([Entry])

    public struct Entry: Sendable, Equatable {
        public let key: String
        public var value: Draft

        public init(_ key: String, _ value: Draft) {
            self.key = key
            self.value = value
        }
    }

    static func number(_ value: Double) -> Draft { .plain(value == value.rounded() ? "\(Int(value))" : "\(value)") }
    static func integer(_ value: Int) -> Draft { .plain("\(value)") }
    static func flag(_ value: Bool) -> Draft { .plain("\(value)") }
    static func names(_ values: [String]) -> Draft { .list(values.map(Draft.plain)) }
    static func both(_ word: String) -> Draft {
        .mapping([Entry("en", .words(word)), Entry("zh", .words("某" + word))])
    }

    /// What stands under a key of a mapping.
    public subscript(key: String) -> Draft? {
        get {
            guard case .mapping(let entries) = self else { return nil }
            return entries.first { $0.key == key }?.value
        }
        set {
            guard case .mapping(var entries) = self else { return }
            let place = entries.firstIndex { $0.key == key }
            switch (place, newValue) {
            case (let place?, let value?): entries[place].value = value
            case (let place?, nil): entries.remove(at: place)
            case (nil, let value?): entries.append(Entry(key, value))
            case (nil, nil): break
            }
            self = .mapping(entries)
        }
    }

    /// The items of a list.
    public var items: [Draft] {
        guard case .list(let items) = self else { return [] }
        return items
    }

    /// A scalar's text.
    public var text: String? {
        switch self {
        case .plain(let text), .words(let text): text
        default: nil
        }
    }

    /// The whole as a YAML file: mappings and lists in lines of their own where they are at most three deep, in brackets below.
    public var yaml: String { lines(indent: "", depth: 0).joined(separator: "\n") + "\n" }

    private func lines(indent: String, depth: Int) -> [String] {
        switch self {
        case .mapping(let entries) where !entries.isEmpty && depth < 3:
            return entries.flatMap { entry -> [String] in
                let head: String = indent + entry.key + ":"
                guard entry.value.isBlock(depth + 1) else { return [head + " " + entry.value.flow] }
                return [head] + entry.value.lines(indent: indent + "  ", depth: depth + 1)
            }
        case .list(let items) where !items.isEmpty && depth < 3:
            return items.flatMap { item -> [String] in
                guard item.isBlock(depth + 1) else { return [indent + "- " + item.flow] }
                var lines = item.lines(indent: indent + "  ", depth: depth + 1)
                lines[0] = indent + "- " + lines[0].dropFirst(indent.count + 2)
                return lines
            }
        default: return [indent + flow]
        }
    }

    private func isBlock(_ depth: Int) -> Bool {
        switch self {
        case .mapping(let entries): depth < 3 && !entries.isEmpty
        case .list(let items): depth < 3 && !items.isEmpty
        case .plain, .words: false
        }
    }

    private var flow: String {
        switch self {
        case .plain(let text): text
        case .words(let text): "\"" + text + "\""
        case .list(let items): "[" + items.map(\.flow).joined(separator: ", ") + "]"
        case .mapping(let entries):
            "{" + entries.map { $0.key + ": " + $0.value.flow }.joined(separator: ", ") + "}"
        }
    }
}
