import Foundation
import Governance

/// A file and those that it extends, laid over one another.
struct Layers {
    /// In the order of reading: the named file, what it extends, and so on.
    private(set) var files: [ScenarioFile] = []
    private(set) var faults: [ScenarioFault] = []
    /// Whether something could not be read at all, so that what is missing may only be unread.
    private(set) var isBroken = false

    private static let most = 16

    /// The tree of the file at `path` with what it extends below it; nil where it cannot be read.
    mutating func read(_ path: String) -> Tree? {
        read(path, extendedAt: Place(file: path), "", chain: [])
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
        guard let base = own["extends"] else { return own }
        guard let relative = base.text, !base.isEmpty, !relative.hasPrefix("/") else {
            return stop(base.place, "extends", base.found, Text(en: "a path relative to this file", zh: "相对于本文件的路径"))
        }
        let folder = (path as NSString).deletingLastPathComponent
        let below = (folder as NSString).appendingPathComponent(relative)
        return read(below, extendedAt: base.place, "extends", chain: chain + [identity])?.merged(with: own)
    }

    /// One file's tree, its values covered by their sources.
    private mutating func tree(_ path: String, extendedAt place: Place, _ key: String) -> Tree? {
        do throws(ScenarioFaults) {
            let bytes = try FileBytes.read(path, reportedAt: place, key)
            files.append(ScenarioFile(path: path, bytes: bytes))
            var composer = Composer(file: path)
            let tree = composer.compose(try PlainText.decode(bytes, file: path))
            faults += composer.doubled
            if !composer.faults.isEmpty { throw ScenarioFaults(faults: composer.faults) }
            return try covered(tree, path)
        } catch {
            faults += error.faults
            isBroken = true
            return nil
        }
    }

    private mutating func covered(_ tree: Tree?, _ path: String) throws(ScenarioFaults) -> Tree {
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
