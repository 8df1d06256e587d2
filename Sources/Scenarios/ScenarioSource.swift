import Governance

/// A scenario's files as they were read: laid over one another, and not yet checked for what they mean. Documents that differ
/// by changes come from one source without reading the files again.
public struct ScenarioSource: Sendable {
    private let layers: Layers
    private var written: Tree

    /// The files of the scenario at `path`.
    ///
    /// - Parameter place: the path of the place to put it on, instead of the one that it names.
    /// - Throws: every fault for which the files could not be read.
    public init(path: String, on place: String? = nil) throws(ScenarioFaults) {
        var layers = Layers()
        guard let written = layers.read(path, on: place), !layers.isBroken else {
            throw ScenarioFaults(faults: layers.faults)
        }
        self.layers = layers
        self.written = written
    }

    /// A scenario whose text is at hand; it extends no other and names no place.
    ///
    /// - Parameter name: what it is called in faults.
    /// - Throws: every fault for which it could not be read.
    public init(text: String, named name: String) throws(ScenarioFaults) {
        var layers = Layers()
        guard let written = layers.read(text: text, named: name), !layers.isBroken else {
            throw ScenarioFaults(faults: layers.faults)
        }
        self.layers = layers
        self.written = written
    }

    /// Makes the scenario one that may change behavioural parameters, as a design says in `words`.
    public mutating func declareExperimental(_ words: String, in file: String) {
        let entry = Tree.Entry(
            key: "experimental", place: Place(file: file),
            value: Tree(content: .scalar(words, isPlain: false), place: Place(file: file)))
        written = written.merged(with: Tree(content: .mapping([entry]), place: written.place))
    }

    /// The same with a branch more, in place of those that it declares itself.
    func with(branch id: String, name: Text, from month: Int, set: Tree, in file: String) -> ScenarioSource {
        let place = Place(file: file)
        func scalar(_ text: String, isPlain: Bool = true) -> Tree {
            Tree(content: .scalar(text, isPlain: isPlain), place: place)
        }
        func mapping(_ entries: [(String, Tree)]) -> Tree {
            Tree(content: .mapping(entries.map { Tree.Entry(key: $0, place: place, value: $1) }), place: place)
        }
        let branch = mapping([
            ("id", scalar(id)), ("from", scalar("\(month)")), ("set", set),
            ("name", mapping([("en", scalar(name.en, isPlain: false)), ("zh", scalar(name.zh, isPlain: false))])),
        ])
        var source = self
        source.written = written.without(["branches"])
            .merged(with: mapping([("branches", Tree(content: .list([branch]), place: place))]))
        return source
    }

    /// The scenario with changes laid over it, in their order.
    ///
    /// - Throws: every fault found in the files and the changes.
    public func document(_ changes: [ScenarioChange] = []) throws(ScenarioFaults) -> ScenarioDocument {
        var overrides = Overrides()
        let tree = overrides.apply(changes, to: written)
        let trunk = Interpretation(tree, written: written, setting: layers.setting)
        var faults = layers.faults + overrides.faults + trunk.reading.faults
        var futures: [(branch: ScenarioBranch, reading: Reading)] = []
        if faults.isEmpty {
            for draft in trunk.draft.branches {
                do throws(ScenarioFaults) {
                    futures.append(try branch(draft, of: trunk, tree))
                } catch { faults += error.faults }
            }
        }
        guard faults.isEmpty else {
            throw ScenarioFaults(faults: ScenarioReader.inOrder(faults, layers.files.map(\.path)))
        }
        return ScenarioDocument(
            specification: trunk.draft.specification, branches: futures.map(\.branch), files: layers.files,
            overrides: changes.map(\.text), sources: trunk.draft.sources, facts: trunk.draft.facts,
            claims: trunk.draft.claims,
            provenance: trunk.reading.provenance + futures.flatMap { $0.reading.provenance(besides: trunk.reading) },
            tree: tree.without(ScenarioReader.words))
    }

    /// What the files say with changes laid over it, before it is known what it means.
    func tree(_ changes: [ScenarioChange]) throws(ScenarioFaults) -> Tree {
        var overrides = Overrides()
        let tree = overrides.apply(changes, to: written)
        guard overrides.faults.isEmpty else { throw ScenarioFaults(faults: overrides.faults) }
        return tree
    }

    /// The scenario that a tree tells of, on this source's place.
    ///
    /// - Throws: every fault found in it.
    func specification(of tree: Tree) throws(ScenarioFaults) -> ScenarioSpecification {
        let whole = Interpretation(tree, written: tree, setting: layers.setting)
        guard whole.reading.faults.isEmpty else {
            throw ScenarioFaults(faults: ScenarioReader.inOrder(whole.reading.faults, layers.files.map(\.path)))
        }
        return whole.draft.specification
    }

    /// The scenario as it goes on after that many months of a run with further changes: levers, `institutions.KEY=value`,
    /// change with the month that follows; all else must be dated from then on.
    ///
    /// - Parameters:
    ///   - changes: those that the run began with.
    ///   - later: those that come now.
    /// - Throws: every fault found; one is to change what has been.
    func specification(
        _ changes: [ScenarioChange], later: [ScenarioChange], after months: Int
    ) throws(ScenarioFaults) -> ScenarioSpecification {
        let specification = try document(changes).specification
        var overrides = Overrides()
        let tree = overrides.apply(changes, to: written)
        let isLever = { (change: ScenarioChange) in change.text.hasPrefix("institutions.") }
        let levers = overrides.apply(
            later.filter(isLever), to: Tree(content: .mapping([]), place: .commandLine))["institutions"]
        let laid = overrides.apply(later.filter { !isLever($0) }, to: tree)
        guard overrides.faults.isEmpty else { throw ScenarioFaults(faults: overrides.faults) }
        let branching = Branching(
            path: "", id: "month-\(months + 1)", title: Text(en: "Changed from here on", zh: "自此改变"),
            from: .commandLine, date: specification.start + months)
        return try branching.interpret(
            branching.tree(laid, levers: levers), of: specification, written: written, setting: layers.setting
        ).draft.specification
    }

    private func branch(
        _ draft: BranchFormat.Draft, of trunk: Interpretation, _ tree: Tree
    ) throws(ScenarioFaults) -> (branch: ScenarioBranch, reading: Reading) {
        let whole = trunk.draft.specification
        let path = "branches." + draft.id
        let date = draft.from.date(inRunFrom: whole.start)
        let from = trunk.reading.place(of: path + ".from") ?? .commandLine
        let branching = Branching(path: path + ".set", id: draft.id, title: draft.name, from: from, date: date)
        let last = max(whole.months, written["period"]?["months"]?.text.flatMap(NumberText.integer) ?? 0)
        guard date >= whole.start, date < whole.start + last else {
            throw ScenarioFaults(faults: [
                ScenarioFault(
                    from, path + ".from", found: Text(en: "\(date), outside the run", zh: "运行期之外的 \(date)"),
                    expected: Text(
                        en: "a month from \(whole.start) to \(whole.start + (last - 1)), or 1 to \(last)",
                        zh: "\(whole.start) 至 \(whole.start + (last - 1)) 之间的月份，或 1 至 \(last)"))
            ])
        }
        let laid = tree.merged(with: draft.set.without(["institutions"]))
        var future = try branching.interpret(
            branching.tree(laid, levers: draft.set["institutions"]), of: whole, written: written,
            setting: layers.setting)
        future.draft.specification.id = whole.id + "." + draft.id
        future.draft.specification.title = Text(
            en: "\(whole.title.en): \(draft.name.en)", zh: "\(whole.title.zh)：\(draft.name.zh)")
        return (
            ScenarioBranch(specification: future.draft.specification, sharedMonths: date - whole.start),
            future.reading
        )
    }
}
