import Foundation
public import Governance

/// The text of a new scenario that begins as a copy of another, with every lever told that could be added.
public struct ScenarioTemplate: Sendable {
    /// The text of the file to begin from, and its path.
    private let origin: String
    private let path: String

    /// - Throws: ``ScenarioFaults`` where the file cannot be read, or is no scenario without fault.
    public init(path: String) throws(ScenarioFaults) {
        let document = try ScenarioReader.read(path: path)
        origin = try PlainText.decode(document.files[0].bytes, file: path)
        self.path = path
    }

    /// Whether a scenario can be called that.
    public static func isID(_ text: String) -> Bool {
        // By hand: a regular expression is made anew each time, and a scenario has hundreds of names.
        guard text.utf8.count <= 64, let first = text.utf8.first,
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(first)
        else { return false }
        return text.utf8.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { part in
            !part.isEmpty
                && part.allSatisfy {
                    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0)
                        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0)
                }
        }
    }

    /// The copy, for a file at `file`: what it extends and its place are named from there, its id is `id`, and the levers
    /// that could be set follow as comments.
    ///
    /// - Parameter say: picks the language of the comments.
    public func text(id: String, file: String, say: (Text) -> String) -> String {
        let folder = (path as NSString).deletingLastPathComponent
        let lines = origin.split(separator: "\n", omittingEmptySubsequences: false).map { line -> String in
            if line.hasPrefix("id:") { return "id: \(id)" }
            for key in ["extends", "place"] where line.hasPrefix("\(key):") {
                let words = line.dropFirst(key.count + 1).split(separator: "#", maxSplits: 1)
                let named = (words.first ?? "").trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'"))
                return "\(key): " + Self.relative((folder as NSString).appendingPathComponent(named), from: file)
            }
            return String(line)
        }
        let head = Text(
            en:
                "# A scenario of your own, begun from \(Self.name(of: path)). Change its title, its summary and what it tells.\n"
                + "# Check it with: cogov check \(file)\n#\n",
            zh: "# 以 \(Self.name(of: path)) 为起点的新情景。请修改标题、摘要与内容。\n# 检查：cogov check \(file)\n#\n")
        return say(head) + lines.joined(separator: "\n") + "\n" + Self.levers(say)
    }

    private static func name(of path: String) -> String {
        ((path as NSString).lastPathComponent as NSString).deletingPathExtension
    }

    /// A path as it is named from a file's folder.
    static func relative(_ path: String, from file: String) -> String {
        func parts(_ path: String) -> [String] {
            URL(fileURLWithPath: path).standardizedFileURL.pathComponents
        }
        let (target, folder) = (parts(path), parts((file as NSString).deletingLastPathComponent))
        let common = zip(target, folder).prefix { $0 == $1 }.count
        return ([String](repeating: "..", count: folder.count - common) + target.dropFirst(common)).joined(
            separator: "/")
    }

    /// Levers of one head together, in the order in which heads first come.
    private static func grouped(_ levers: [Lever], depth: Int = 1) -> [Lever] {
        guard levers.count > 1, levers.contains(where: { $0.key.split(separator: ".").count >= depth }) else {
            return levers
        }
        var heads: [[Substring]] = []
        for lever in levers {
            let head = Array(lever.key.split(separator: ".").prefix(depth))
            if !heads.contains(head) { heads.append(head) }
        }
        return heads.flatMap { head in
            grouped(levers.filter { Array($0.key.split(separator: ".").prefix(depth)) == head }, depth: depth + 1)
        }
    }

    /// Every lever as a comment: its place among the keys, its neutral value, what it may be and what it means.
    private static func levers(_ say: (Text) -> String) -> String {
        let opening = Text(
            en:
                "# All levers with their neutral values. Set those that you need under `institutions:` (from the start) or in an\n"
                + "# event (from a month on); beside each number stands its `source:` or `assumed:`.\n#\n# institutions:\n",
            zh: "# 全部制度杠杆及其中性值。需要的写在 `institutions:`（自起始）或事件中（自某月起），每个数旁须注明 `source:` 或 `assumed:`。\n"
                + "#\n# institutions:\n")
        var above: [String] = []
        var lines: [String] = []
        for lever in Self.grouped(Lever.all) {
            let keys = lever.key.split(separator: ".").map(String.init)
            for depth in keys.indices.dropLast() where Array(above.prefix(depth + 1)) != Array(keys.prefix(depth + 1)) {
                lines.append("# " + String(repeating: "  ", count: depth + 1) + keys[depth] + ":")
            }
            above = keys.dropLast()
            let key = String(repeating: "  ", count: keys.count) + "\(keys[keys.count - 1]): \(lever.neutralText)"
            lines.append("# \(key)  # \(lever.range); \(say(lever.meaning))")
        }
        return "\n" + say(opening) + lines.joined(separator: "\n") + "\n"
    }
}

extension Lever {
    fileprivate var neutralText: String {
        switch neutral {
        case .number(let value): NumberText.plain(value)
        case .flag(let value): "\(value)"
        case .choice(let name): name
        }
    }

    fileprivate var range: String {
        switch kind {
        case .number(let range, _):
            "\(NumberText.plain(range.lowerBound))...\(NumberText.plain(range.upperBound)) \(unit)"
        case .flag: "true, false"
        case .choice(let names, _, _): names.joined(separator: ", ")
        }
    }
}
