/// The end of the month: what communities paid is booked in their order, the ledger is checked, and what stands at the
/// other ends of far ties is noted for next month.
///
/// Reads: journals, rungs, trust. Writes: ledger, far ties. Draws: none. Source: double-entry bookkeeping; the check is
/// that accounts sum to zero and none inside is below zero.
enum Closing {
    static func step(_ world: World, _ month: Month) throws(ModelError) {
        for c in world.communities.indices {
            for transfer in world.communities[c].journal { try world.post(transfer, in: .communities) }
            world.communities[c].journal.removeAll(keepingCapacity: true)
            for project in world.communities[c].projects where project.state != .running {
                world.ledger.close(Account.project(project.id))
            }
        }
        let others = try world.settle()
        do throws(LedgerError) { try world.ledger.check(beside: others) } catch { throw .ledger(error) }
        try noteFarTies(world)
    }

    /// What stands at the other ends of far ties now; at the start of a run too, or the first month would read their
    /// trust as none.
    static func noteFarTies(_ world: World) throws(ModelError) {
        if let company = world.company {
            try world.farTieDesk?.note(world, company)
            return
        }
        let blocks = world.communities.map(\.residents)
        world.forEachCommunity { community, _ in
            for n in community.farTies.indices {
                let next = community.farTies[min(n + 8, community.farTies.count - 1)]
                blocks[Int(next.community)].fetchExample(Int(next.to))
                let (other, row) = (Int(community.farTies[n].community), Int(community.farTies[n].to))
                community.farTies[n].active = blocks[other].rung[row] > 0 ? 1 : 0
                community.farTies[n].trust = blocks[other].trust[row]
            }
        }
    }
}
