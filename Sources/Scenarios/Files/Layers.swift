import Foundation
import Governance

/// A file and those that it extends, laid over one another and over the place that they name.
struct Layers {
    /// In the order of reading: the named file, what it extends, and so on, the place last.
    private(set) var files: [ScenarioFile] = []
    /// The place's own tree, where there is one.
    private(set) var setting: Tree?
    private(set) var faults: [ScenarioFault] = []
    /// Whether something could not be read at all, so that what is missing may only be unread.
    private(set) var isBroken = false

    /// The path of the place that the files name, and where they do; the outermost file's counts.
    private var named: (path: String, at: Place)?

    private static let most = 16

    /// The tree of the file at `path` with what it extends and its place below it; nil where it cannot be read.
    ///
    /// - Parameter other: the path of a place to take instead of the one that the files name.
    mutating func read(_ path: String, on other: String? = nil) -> Tree? {
        guard let regime = read(path, extendedAt: Place(file: path), "", chain: []) else { return nil }
        guard let named else {
            guard other != nil else { return regime }
            return stop(
                regime["people"]?.place ?? regime.place, "people",
                Text(en: "people in the scenario itself", zh: "情景自带的人口"),
                Text(
                    en: "place: with a place's file, so that --on can put another there",
                    zh: "以 place: 指明地点文件，方可用 --on 更换"))
        }
        if let people = regime["people"] {
            return stop(
                people.place, "people", Text(en: "people beside a place", zh: "与地点并列的人口"),
                Text(en: "people in the place's file only", zh: "人口只写在地点文件中"))
        }
        let at = other == nil ? named.at : Place(file: "--on")
        guard let place = read(other ?? named.path, extendedAt: at, "place", chain: []) else { return nil }
        setting = place
        return place.without(["id", "title", "summary", "sources"]).merged(with: regime.without(["place"]))
    }

    /// One file's tree, whatever it names; nil where it cannot be read.
    ///
    /// - Parameter isCovered: whether its numbers have sources; else `value` is a key like any other.
    mutating func readAlone(_ path: String, isCovered: Bool = true) -> Tree? {
        let own = tree(path, extendedAt: Place(file: path), "", isCovered: isCovered)
        return isBroken ? nil : own
    }

    /// The tree of a file whose text is at hand, such as one that came over the network: it stands alone, so that nobody can name a
    /// file of this machine by it.
    mutating func read(text: String, named name: String) -> Tree? {
        let bytes = Array(text.utf8)
        files.append(ScenarioFile(path: name, bytes: bytes))
        let tree: Tree
        do throws(ScenarioFaults) { tree = try composed(bytes, name) } catch {
            faults += error.faults
            isBroken = true
            return nil
        }
        for key in ["extends", "place"] {
            guard let named = tree[key] else { continue }
            return stop(
                named.place, key, named.found,
                Text(
                    en: "nothing: a scenario that is sent stands alone, with its people in it",
                    zh: "无此键：上传的情景须自成一体，包含其人口"))
        }
        return tree
    }

    private mutating func read(_ path: String, extendedAt place: Place, _ key: String, chain: [String]) -> Tree? {
        let identity = URL(fileURLWithPath: path).resolvingSymlinksInPath().standardizedFileURL.path
        guard !chain.contains(identity) else {
            return stop(
                place, key, Text(en: "\(path), which extends this file", zh: "\(path)（它又扩展本文件）"),
                Text(en: "a file that does not lead back here", zh: "不循环引用的文件"))
        }
        guard chain.count < Self.most else {
            return stop(
                place, key,
                Text(en: "more than \(Self.most) files that extend one another", zh: "超过 \(Self.most) 层的扩展"),
                Text(en: "at most \(Self.most)", zh: "至多 \(Self.most) 层"))
        }
        guard let own = tree(path, extendedAt: place, key) else { return nil }
        if let place = own["place"], named == nil {
            guard let beside = beside(path, place) else { return nil }
            named = (beside, place.place)
        }
        guard let base = own["extends"] else { return own }
        guard let below = beside(path, base, "extends") else { return nil }
        return read(below, extendedAt: base.place, "extends", chain: chain + [identity])?.merged(with: own)
    }

    /// The path that a file at `path` names in relation to itself.
    private mutating func beside(_ path: String, _ named: Tree, _ key: String = "place") -> String? {
        guard let relative = named.text, !named.isEmpty, !relative.hasPrefix("/") else {
            _ = stop(named.place, key, named.found, Text(en: "a path relative to this file", zh: "相对于本文件的路径"))
            return nil
        }
        return ((path as NSString).deletingLastPathComponent as NSString).appendingPathComponent(relative)
    }

    /// One file's tree, its values covered by their sources.
    private mutating func tree(
        _ path: String, extendedAt place: Place, _ key: String, isCovered: Bool = true
    ) -> Tree? {
        do throws(ScenarioFaults) {
            let bytes = try FileBytes.read(path, reportedAt: place, key)
            files.append(ScenarioFile(path: path, bytes: bytes))
            return try composed(bytes, path, isCovered: isCovered)
        } catch {
            faults += error.faults
            isBroken = true
            return nil
        }
    }

    /// The tree of a file's bytes.
    private mutating func composed(
        _ bytes: [UInt8], _ path: String, isCovered: Bool = true
    ) throws(ScenarioFaults) -> Tree {
        var composer = Composer(file: path)
        let tree = composer.compose(try PlainText.decode(bytes, file: path))
        faults += composer.doubled
        if !composer.faults.isEmpty { throw ScenarioFaults(faults: composer.faults) }
        return try covered(tree, path, isCovered: isCovered)
    }

    private mutating func covered(
        _ tree: Tree?, _ path: String, isCovered: Bool = true
    ) throws(ScenarioFaults) -> Tree {
        let start = Place(file: path, line: 1, column: 1)
        let expected = Text(en: "a mapping with the keys of a scenario", zh: "由情景各键组成的映射")
        guard let tree, !tree.isEmpty else {
            throw ScenarioFaults(faults: [
                ScenarioFault(start, "", found: Text(en: "an empty file", zh: "空文件"), expected: expected)
            ])
        }
        guard case .mapping = tree.content else {
            throw ScenarioFaults(faults: [ScenarioFault(tree.place, "", found: tree.found, expected: expected)])
        }
        guard isCovered else { return tree }
        var coverage = Coverage()
        let covered = coverage.cover(tree)
        faults += coverage.faults
        return covered
    }

    private mutating func stop(_ place: Place, _ key: String, _ found: Text, _ expected: Text) -> Tree? {
        faults.append(ScenarioFault(place, key, found: found, expected: expected))
        isBroken = true
        return nil
    }
}
