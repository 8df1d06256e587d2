import Governance

/// Reads scenario files: YAML, laid over what it extends, changed by the command line, checked whole.
public enum ScenarioReader {
    /// The scenario in the file at `path`.
    ///
    /// - Parameter overrides: changes, `key.path=value` with the value in YAML; listed things go by their id, as in
    ///   `people.communities.jinhuali.people=5000`.
    /// - Throws: every fault found in the files and the changes.
    public static func read(
        path: String, overrides: [String] = []
    ) throws(ScenarioFaults) -> ScenarioDocument {
        var layers = Layers()
        guard let written = layers.read(path), !layers.isBroken else { throw ScenarioFaults(faults: layers.faults) }
        var changes = Overrides()
        let tree = changes.apply(overrides, to: written)
        var reading = Reading()
        var draft = ScenarioFormat.Draft()
        ScenarioFormat.root.read(tree, "", &draft, &reading)
        check(draft, tree, written, &reading)
        let faults = layers.faults + changes.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: inOrder(faults, layers.files.map(\.path))) }
        return ScenarioDocument(
            specification: draft.specification, files: layers.files, overrides: overrides, sources: draft.sources,
            provenance: reading.provenance)
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
