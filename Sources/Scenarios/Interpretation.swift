import Governance

/// What a whole tree means: the scenario in it, and what came up while it was read.
struct Interpretation {
    var draft = ScenarioFormat.Draft()
    private(set) var reading = Reading()

    /// - Parameters:
    ///   - tree: the scenario with every change.
    ///   - written: the same as it stands in the files.
    ///   - setting: the place's own tree, where there is one.
    init(_ tree: Tree, written: Tree, setting: Tree?) {
        ScenarioFormat.root.read(tree, "", &draft, &reading)
        GroupRule.apply(draft.groups, to: &draft.specification.people.communities)
        put(on: setting)
        check(tree, written)
    }

    /// Reads the place's own head: its name, and what it rests on.
    private mutating func put(on setting: Tree?) {
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
    private mutating func check(_ tree: Tree, _ written: Tree) {
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
        RolloutRule.check(specification, eventPaths: paths, &reading)
    }
}

extension Branching {
    /// The branch's scenario, if there is no fault in it and it has the past of the scenario it goes on from.
    func interpret(
        _ tree: Tree, of trunk: ScenarioSpecification, written: Tree, setting: Tree?
    ) throws(ScenarioFaults) -> Interpretation {
        var future = Interpretation(tree, written: written, setting: setting)
        if future.reading.faults.isEmpty { future.check(self, against: trunk) }
        guard future.reading.faults.isEmpty else { throw ScenarioFaults(faults: future.reading.faults.map(told)) }
        return future
    }
}

extension Interpretation {
    fileprivate mutating func check(_ branching: Branching, against trunk: ScenarioSpecification) {
        branching.check(draft.specification, against: trunk, &reading)
    }
}
