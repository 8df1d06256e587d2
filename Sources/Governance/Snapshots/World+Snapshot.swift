extension World {
    /// The whole state in mid-run. A world made of it goes on byte by byte as this one.
    ///
    /// - Precondition: this process lives the run alone.
    public func snapshot() -> [UInt8] {
        precondition(company == nil, "a process of several does not have the whole state")
        return Snapshot.write(self)
    }

    /// A world that goes on where another was when the snapshot was taken.
    ///
    /// To change a lever in mid-run, give a specification with an event more:
    ///
    ///     let past = world.snapshot()
    ///     let other = try World(past, world.specification.with(["cultivation": .number(0)], from: world.date))
    ///
    /// - Parameters:
    ///   - specification: the run's own, or another of the same ``Past``: what is dated from the month that comes next
    ///     may differ.
    ///   - threads: 1 or more; they need not be as many as before.
    /// - Throws: ``SnapshotError``.
    public convenience init(
        _ snapshot: [UInt8], _ specification: ScenarioSpecification, threads: Int = 1
    ) throws(SnapshotError) {
        try self.init(Snapshot(snapshot), specification, threads: threads)
    }

    /// The same from a snapshot that has been looked at.
    public convenience init(
        _ snapshot: Snapshot, _ specification: ScenarioSpecification, threads: Int = 1
    ) throws(SnapshotError) {
        let date = specification.start + snapshot.monthsDone
        let differences = specification.past(before: date).differences(from: Past(parts: snapshot.past))
        guard differences.isEmpty else { throw .otherScenario(snapshot.scenario, parts: differences) }
        let context = RunContext(specification: specification, seed: snapshot.seed, replicate: snapshot.replicate)
        let frames: [Community]
        do throws(WorldError) { frames = try Founding(context).frames(context) } catch { throw .world(error) }
        self.init(context, frames, threads: threads)
        monthsLived = snapshot.monthsLived
        let reader = snapshot.state(of: specification)
        do {
            try carry(on: reader)
        } catch let error as SnapshotError { throw error } catch { throw .damaged }
        guard reader.left == 0, isSound else { throw .damaged }
        for c in communities.indices { communities[c].countTraits() }
        do throws(ModelError) { try Closing.noteFarTies(self) } catch { preconditionFailure("one process: \(error)") }
    }

    /// Every stored property that lives; the others follow from the scenario.
    func carry(on tape: some StateTape) throws {
        for c in communities.indices {
            var community = communities[c]
            try community.carry(on: tape)
            if tape is SnapshotReader { communities[c] = community }
        }
        try carryOrganisations(on: tape)
        try tape.carry("foundedFirms", &foundedFirms)
        try tape.carry("government", &government)
        try tape.carry("ledger", &ledger)
        try tape.carry("paidIn", &paidIn)
    }

    /// Organisations by their ids; those that the snapshot does not know have not begun, and have earned nothing so far.
    private func carryOrganisations(on tape: some StateTape) throws {
        let own = organisations.map(\.terms.id)
        var ids = own
        try tape.carry("organisations", &ids)
        guard own.starts(with: ids) else { throw SnapshotError.otherModel }
        for o in ids.indices { try organisations[o].carry(on: tape) }
        for o in own.indices.dropFirst(ids.count) { organisations[o].income = Income(idle: monthsLived) }
    }
}
