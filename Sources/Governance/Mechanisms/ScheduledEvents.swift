/// What is dated happens: levers change in the communities it applies to.
///
/// An event that resets puts every lever of its communities to neutral before it sets its own: one order of institutions
/// ends and another begins (work unit, its dissolution, re-organisation). Events of one month happen as they are listed.
///
/// Where a regime is rolled out (``Joining``), its events come to those who join later as much later.
///
/// Reads: the scenario's events. Writes: institutions. Draws: none. Source: the scenario.
enum ScheduledEvents {
    static func step(_ world: World, _ month: Month) throws(ModelError) {
        for event in month.run.specification.events where event.at <= month.date {
            let places = places(of: event, world, month)
            guard !places.isEmpty else { continue }
            for c in places where event.reset { world.communities[c].institutions = Institutions() }
            for change in event.changes {
                guard let lever = Lever.named(change.lever) else { throw .lever(.unknown(lever: change.lever)) }
                for c in places {
                    do { try lever.set(change.value, in: &world.communities[c].institutions) } catch {
                        throw .lever(error)
                    }
                }
            }
        }
    }

    /// The communities in which an event happens in that month.
    static func places(of event: ScheduledEvent, _ world: World, _ month: Month) -> [Int] {
        let rollout = month.run.specification.rollout
        return world.communities.indices.filter { c in
            event.at + world.communities[c].lag(in: event.communities, rollout) == month.date
                && world.communities[c].takesPart(in: event.communities)
        }
    }
}

extension Community {
    /// Whether a selection includes this community.
    func takesPart(in selection: CommunitySelection) -> Bool { selection.includes(id, groups: groups) }
}
