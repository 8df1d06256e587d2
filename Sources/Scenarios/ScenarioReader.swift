public import Governance

/// Reads scenario files: YAML, laid over what it extends, changed by the command line, checked whole.
public enum ScenarioReader {
    /// The scenario in the file at `path`.
    ///
    /// - Parameters:
    ///   - place: the path of the place to put it on, instead of the one that it names.
    ///   - overrides: changes, `key.path=value` with the value in YAML; listed things go by their id, as in
    ///     `people.communities.jinhuali.people=5000`.
    /// - Throws: every fault found in the files and the changes.
    public static func read(
        path: String, on place: String? = nil, overrides: [String] = []
    ) throws(ScenarioFaults) -> ScenarioDocument {
        var layers = Layers()
        guard let written = layers.read(path, on: place), !layers.isBroken else {
            throw ScenarioFaults(faults: layers.faults)
        }
        var changes = Overrides()
        let tree = changes.apply(overrides, to: written)
        let trunk = Interpretation(tree, written: written, setting: layers.setting)
        var faults = layers.faults + changes.faults + trunk.reading.faults
        var futures: [(branch: ScenarioBranch, reading: Reading)] = []
        if faults.isEmpty {
            for draft in trunk.draft.branches {
                do throws(ScenarioFaults) {
                    futures.append(try branch(draft, of: trunk, tree, written: written, setting: layers.setting))
                } catch { faults += error.faults }
            }
        }
        guard faults.isEmpty else { throw ScenarioFaults(faults: inOrder(faults, layers.files.map(\.path))) }
        return ScenarioDocument(
            specification: trunk.draft.specification, branches: futures.map(\.branch), files: layers.files,
            overrides: overrides, sources: trunk.draft.sources, facts: trunk.draft.facts, claims: trunk.draft.claims,
            provenance: trunk.reading.provenance + futures.flatMap { $0.reading.provenance(besides: trunk.reading) })
    }

    /// The scenario in the file at `path` as it goes on after that many months of a run with further changes: levers,
    /// `institutions.KEY=value`, change with the month that follows; all else must be dated from then on.
    ///
    /// - Parameters:
    ///   - overrides: changes that the run began with.
    ///   - later: changes that come now.
    /// - Throws: every fault found; one is to change what has been.
    public static func read(
        path: String, on place: String? = nil, overrides: [String], later: [String], after months: Int
    ) throws(ScenarioFaults) -> ScenarioSpecification {
        let specification = try read(path: path, on: place, overrides: overrides).specification
        var layers = Layers()
        guard let written = layers.read(path, on: place) else { throw ScenarioFaults(faults: layers.faults) }
        var changes = Overrides()
        let tree = changes.apply(overrides, to: written)
        let isLever = { (change: String) in change.hasPrefix("institutions.") }
        let levers = changes.apply(
            later.filter(isLever), to: Tree(content: .mapping([]), place: .commandLine))["institutions"]
        let laid = changes.apply(later.filter { !isLever($0) }, to: tree)
        guard changes.faults.isEmpty else { throw ScenarioFaults(faults: changes.faults) }
        let branching = Branching(
            path: "", id: "month-\(months + 1)", title: Text(en: "Changed from here on", zh: "自此改变"),
            from: .commandLine, date: specification.start + months)
        return try branching.interpret(
            branching.tree(laid, levers: levers), of: specification, written: written, setting: layers.setting
        ).draft.specification
    }

    private static func branch(
        _ draft: BranchFormat.Draft, of trunk: Interpretation, _ tree: Tree, written: Tree, setting: Tree?
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
            branching.tree(laid, levers: draft.set["institutions"]), of: whole, written: written, setting: setting)
        future.draft.specification.id = whole.id + "." + draft.id
        future.draft.specification.title = Text(
            en: "\(whole.title.en): \(draft.name.en)", zh: "\(whole.title.zh)：\(draft.name.zh)")
        return (
            ScenarioBranch(specification: future.draft.specification, sharedMonths: date - whole.start),
            future.reading
        )
    }

    /// The place in the file at `path`, for a check of it alone.
    ///
    /// - Throws: every fault found in it and what it extends.
    public static func readPlace(path: String) throws(ScenarioFaults) -> (name: PlaceName, people: People) {
        var layers = Layers()
        guard let tree = layers.read(path), !layers.isBroken else { throw ScenarioFaults(faults: layers.faults) }
        var reading = Reading()
        var draft = ScenarioFormat.Draft()
        ScenarioFormat.place.read(tree, "", &draft, &reading)
        reading.checkNames()
        let faults = layers.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: inOrder(faults, layers.files.map(\.path))) }
        return (PlaceName(id: draft.specification.id, title: draft.specification.title), draft.specification.people)
    }

    /// Whether the file at `path` is a place's: it has people, and neither a period nor a place.
    public static func isPlace(path: String) -> Bool {
        var layers = Layers()
        guard let tree = layers.read(path), !layers.isBroken, layers.setting == nil else { return false }
        return tree["people"] != nil && tree["period"] == nil
    }

    /// By file as read, then by line; the command line's last.
    private static func inOrder(_ faults: [ScenarioFault], _ files: [String]) -> [ScenarioFault] {
        faults.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            return (
                files.firstIndex(of: first.file) ?? files.count, first.line ?? 0, first.column ?? 0, a.offset
            ) < (files.firstIndex(of: second.file) ?? files.count, second.line ?? 0, second.column ?? 0, b.offset)
        }.map(\.element)
    }
}
