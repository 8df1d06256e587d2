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

    /// Makes the scenario one that may change behavioural parameters, as a design says in `words`.
    public mutating func declareExperimental(_ words: String, in file: String) {
        let entry = Tree.Entry(
            key: "experimental", place: Place(file: file),
            value: Tree(content: .scalar(words, isPlain: false), place: Place(file: file)))
        written = written.merged(with: Tree(content: .mapping([entry]), place: written.place))
    }

    /// The scenario with changes laid over it, in their order.
    ///
    /// - Throws: every fault found in the files and the changes.
    public func document(_ changes: [ScenarioChange] = []) throws(ScenarioFaults) -> ScenarioDocument {
        var overrides = Overrides()
        let tree = overrides.apply(changes, to: written)
        var reading = Reading()
        var draft = ScenarioFormat.Draft()
        ScenarioFormat.root.read(tree, "", &draft, &reading)
        GroupRule.apply(draft.groups, to: &draft.specification.people.communities)
        Self.put(&draft, on: layers.setting, &reading)
        Self.check(draft, tree, written, &reading)
        let faults = layers.faults + overrides.faults + reading.faults
        guard faults.isEmpty else {
            throw ScenarioFaults(faults: ScenarioReader.inOrder(faults, layers.files.map(\.path)))
        }
        return ScenarioDocument(
            specification: draft.specification, files: layers.files, overrides: changes.map(\.text),
            sources: draft.sources, facts: draft.facts, claims: draft.claims, provenance: reading.provenance)
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
}
