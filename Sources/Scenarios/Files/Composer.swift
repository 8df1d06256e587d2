import Governance
import Yams

/// Text into ``Tree``: with ``YAMLFault`` and ``DoubledKeys``, the only place that knows YAML.
struct Composer {
    let file: String
    /// Values from the command line have a place, but no line in a file.
    let hasLines: Bool
    /// Faults that leave the tree in doubt.
    private(set) var faults: [ScenarioFault] = []
    /// Keys that stood twice; the tree has the first of each.
    private(set) var doubled: [ScenarioFault] = []
    private var hidden: [DoubledKeys.Spot: DoubledKeys.Hidden] = [:]

    static let noAnchors = Text(
        en: "the value written out (anchors and aliases are not used here)", zh: "直接写出的值（不使用锚点与别名）")
    static let deepest = 32
    /// Beyond this many faults of the text itself the rest is not worth telling.
    private static let enough = 50

    init(file: String, hasLines: Bool = true) {
        self.file = file
        self.hasLines = hasLines
    }

    /// The tree of one YAML document; nil for a text without any, or one that cannot be parsed.
    mutating func compose(_ text: String) -> Tree? {
        var keys = DoubledKeys(text)
        while true {
            do {
                // Nodes hold their anchors weakly: the parser must outlive the walk.
                let parser = try Parser(yaml: keys.text, resolver: .basic, encoding: .utf8)
                hidden = keys.hidden
                return try withExtendedLifetime(parser) { try parser.singleRoot().map { tree($0, "", depth: 1) } }
            } catch YamlError.duplicatedKeysInMapping(let names, let context) where hasLines {
                if let name = names.first, keys.hide(name, firstAt: context.mark) { continue }
                faults.append(
                    YAMLFault.doubled(names.first ?? "", "", firstLine: context.mark.line, place(context.mark)))
                return nil
            } catch let error as YamlError {
                faults.append(YAMLFault.of(error, place: place))
                return nil
            } catch {
                faults.append(YAMLFault.unreadable("\(error)", place(nil)))
                return nil
            }
        }
    }

    private func place(_ mark: Mark?) -> Place {
        hasLines ? Place(file: file, line: mark?.line ?? 1, column: mark?.column ?? 1) : Place(file: file)
    }

    private mutating func tree(_ node: Node, _ path: String, depth: Int) -> Tree {
        let here = place(node.mark)
        let nothing = Tree(content: .scalar("", isPlain: true), place: here)
        if let anchor = node.writtenAnchor {
            refuse(here, path, Text(en: "the anchor &\(anchor)", zh: "锚点 &\(anchor)"), Self.noAnchors)
            return nothing
        }
        guard depth <= Self.deepest else {
            refuse(YAMLFault.tooDeep(here, path))
            return nothing
        }
        refuseTag(node, path, at: here)
        switch node {
        case .scalar(let scalar):
            return Tree(content: .scalar(scalar.string, isPlain: scalar.style == .plain), place: here)
        case .sequence(let items):
            return Tree(
                content: .list(
                    items.enumerated().map { tree($1, KeyPath.item(path, $1["id"]?.string, $0), depth: depth + 1) }),
                place: here)
        case .mapping(let pairs):
            return Tree(
                content: .mapping(pairs.compactMap { entry($0.key, $0.value, path, depth: depth) }), place: here)
        case .alias: return nothing
        }
    }

    private mutating func entry(_ key: Node, _ value: Node, _ path: String, depth: Int) -> Tree.Entry? {
        let name = tree(key, path, depth: depth + 1)
        guard let text = name.text else {
            refuse(name.place, path, name.found, Text(en: "a key that is a word", zh: "单词形式的键"))
            return nil
        }
        if let line = name.place.line, let column = name.place.column,
            let double = hidden[DoubledKeys.Spot(line: line, column: column)]
        {
            doubled.append(
                YAMLFault.doubled(double.key, KeyPath.key(path, double.key), firstLine: double.firstLine, name.place))
            return nil
        }
        return Tree.Entry(key: text, place: name.place, value: tree(value, KeyPath.key(path, text), depth: depth + 1))
    }

    private mutating func refuseTag(_ node: Node, _ path: String, at place: Place) {
        let tag = node.writtenTag
        let plain = ["", "!", "tag:yaml.org,2002:str", "tag:yaml.org,2002:map", "tag:yaml.org,2002:seq"]
        guard !plain.contains(tag) else { return }
        refuse(
            place, path, Text(en: "the tag \(Tree.short(tag))", zh: "标签 \(Tree.short(tag))"),
            Text(en: "a value without a tag", zh: "不带标签的值"))
    }

    private mutating func refuse(_ place: Place, _ path: String, _ found: Text, _ expected: Text) {
        refuse(ScenarioFault(place, path, found: found, expected: expected))
    }

    /// An anchored value comes by once for each of its aliases; it is told once.
    private mutating func refuse(_ fault: ScenarioFault) {
        guard faults.count < Self.enough,
            !faults.contains(where: { $0.line == fault.line && $0.column == fault.column && hasLines })
        else { return }
        faults.append(fault)
    }
}

extension Node {
    fileprivate var writtenAnchor: String? {
        switch self {
        case .scalar(let scalar): scalar.anchor?.rawValue
        case .mapping(let mapping): mapping.anchor?.rawValue
        case .sequence(let sequence): sequence.anchor?.rawValue
        case .alias(let alias): alias.anchor.rawValue
        }
    }

    fileprivate var writtenTag: String {
        switch self {
        case .scalar(let scalar): scalar.tag.description
        case .mapping(let mapping): mapping.tag.description
        case .sequence(let sequence): sequence.tag.description
        case .alias: ""
        }
    }
}
