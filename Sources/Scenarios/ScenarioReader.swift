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
        try ScenarioSource(path: path, on: place).document(overrides.map { ScenarioChange($0) })
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
        try ScenarioSource(path: path, on: place).specification(
            overrides.map { ScenarioChange($0) }, later: later.map { ScenarioChange($0) }, after: months)
    }

    /// Keys that decide nothing.
    static let words: Set<String> = ["id", "title", "summary", "sources", "facts", "claims", "experimental"]

    /// The place in the file at `path`, for a check of it alone.
    ///
    /// - Throws: every fault found in it and what it extends.
    public static func readPlace(
        path: String
    ) throws(ScenarioFaults) -> (name: PlaceName, people: People, summary: Text) {
        var layers = Layers()
        guard let tree = layers.read(path), !layers.isBroken else { throw ScenarioFaults(faults: layers.faults) }
        var reading = Reading()
        var draft = ScenarioFormat.Draft()
        ScenarioFormat.place.read(tree, "", &draft, &reading)
        reading.checkNames()
        let faults = layers.faults + reading.faults
        guard faults.isEmpty else { throw ScenarioFaults(faults: inOrder(faults, layers.files.map(\.path))) }
        let own = draft.specification
        return (PlaceName(id: own.id, title: own.title), own.people, own.summary)
    }

    /// Whether the file at `path` is a place's: it has people, and neither a period nor a place.
    public static func isPlace(path: String) -> Bool {
        var layers = Layers()
        guard let tree = layers.read(path), !layers.isBroken, layers.setting == nil else { return false }
        return tree["people"] != nil && tree["period"] == nil
    }

    /// By file as read, then by line; the command line's last.
    static func inOrder(_ faults: [ScenarioFault], _ files: [String]) -> [ScenarioFault] {
        faults.enumerated().sorted { a, b in
            let (first, second) = (a.element, b.element)
            return (
                files.firstIndex(of: first.file) ?? files.count, first.line ?? 0, first.column ?? 0, a.offset
            ) < (files.firstIndex(of: second.file) ?? files.count, second.line ?? 0, second.column ?? 0, b.offset)
        }.map(\.element)
    }
}
