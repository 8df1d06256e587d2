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
        var reading = Reading()
        var draft = ScenarioFormat.Draft()
        ScenarioFormat.root.read(tree, "", &draft, &reading)
        GroupRule.apply(draft.groups, to: &draft.specification.people.communities)
        put(&draft, on: layers.setting, &reading)
        check(draft, tree, written, &reading)
        let faults = layers.faults + changes.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: inOrder(faults, layers.files.map(\.path))) }
        return ScenarioDocument(
            specification: draft.specification, files: layers.files, overrides: overrides, sources: draft.sources,
            facts: draft.facts, claims: draft.claims, provenance: reading.provenance,
            values: tree.without(Self.words).leaves())
    }

    /// Keys that decide nothing.
    private static let words: Set<String> = ["id", "title", "summary", "sources", "facts", "claims", "experimental"]

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

    /// Reads the place's own head: its name, and what it rests on.
    private static func put(_ draft: inout ScenarioFormat.Draft, on setting: Tree?, _ reading: inout Reading) {
        guard let setting else { return }
        var own = Reading()
        var place = ScenarioFormat.Draft()
        ScenarioFormat.place.read(setting, "", &place, &own)
        // What both read, people and offices, was told already.
        reading.take(own.faults.filter { fault in !reading.faults.contains { $0 == fault } })
        draft.specification.place = PlaceName(id: place.specification.id, title: place.specification.title)
        draft.sources += place.sources.filter { !draft.sources.contains($0) }
    }

    /// The rules that join what stands in different places.
    private static func check(
        _ draft: ScenarioFormat.Draft, _ tree: Tree, _ written: Tree, _ reading: inout Reading
    ) {
        reading.checkNames()
        let specification = draft.specification
        if reading.isClean(at: "period") {
            // A run made shorter by the command line simply ends before what comes later.
            let months = max(specification.months, written["period"]?["months"]?.text.flatMap(NumberText.integer) ?? 0)
            for date in reading.dates {
                date.check(start: specification.start, months: months, burnIn: specification.burnIn, &reading)
            }
        }
        if written["experimental"] == nil, let parameters = tree["parameters"], !parameters.isEmpty {
            reading.refuse(
                at: "parameters", Text(en: "behavioural parameters", zh: "行为参数"),
                Text(
                    en: "none, or experimental: in the file with words that say why they are changed",
                    zh: "无，或在文件中以 experimental: 写明为何改动"))
        }
        guard reading.faults.isEmpty else { return }
        EarmarkRule.check(specification, &reading)
        TenderRule.check(specification, &reading)
        var events: [Tree] = []
        if case .list(let items)? = tree["events"]?.content { events = items }
        let paths = events.enumerated().map { KeyPath.item("events", $1.id, $0) }
        MixRule.check(specification, eventPaths: paths, &reading)
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
