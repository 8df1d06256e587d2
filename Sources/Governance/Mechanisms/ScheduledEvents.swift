/// What is dated happens: levers change in the communities it applies to; organisations come and go with their
/// contracts.
///
/// An event that resets puts every lever of its communities to neutral before it sets its own: one order of institutions
/// ends and another begins (work unit, its dissolution, re-organisation). Events of one month happen as they are listed.
///
/// Reads: the scenario's events and contracts. Writes: institutions, organisations' presence. Draws: none. Source: the
/// scenario.
enum ScheduledEvents {
    static func step(_ world: World, _ month: Month) throws(ModelError) {
        for event in month.run.specification.events where event.at == month.date {
            for c in world.communities.indices
            where event.reset && world.communities[c].takesPart(in: event.communities) {
                world.communities[c].institutions = Institutions()
            }
            for change in event.changes {
                guard let lever = Lever.named(change.lever) else { throw .lever(.unknown(lever: change.lever)) }
                for c in world.communities.indices where world.communities[c].takesPart(in: event.communities) {
                    do { try lever.set(change.value, in: &world.communities[c].institutions) } catch {
                        throw .lever(error)
                    }
                }
            }
        }
        for c in world.communities.indices { world.communities[c].presence = OrganisationPresence() }
        for o in world.organisations.indices { attend(o, world, month) }
    }

    /// An organisation's hours, spread evenly over the communities it serves and may enter.
    private static func attend(_ o: Int, _ world: World, _ month: Month) {
        let terms = world.organisations[o].terms
        let isUnderContract = terms.from <= month.date && terms.until.map { month.date <= $0 } ?? true
        let open =
            isUnderContract
            ? world.organisations[o].communities.filter { world.communities[$0].institutions.support.access } : []
        world.organisations[o].isPresent = isUnderContract
        let hours = terms.staff * terms.hours / Double(max(1, open.count))
        for c in open {
            let professionalism = world.organisations[o].professionalism
            world.communities[c].presence.add(
                hours: hours, professionalism: professionalism, integrity: terms.integrity)
        }
    }
}

extension OrganisationPresence {
    /// Adds an organisation's hours, keeping the means over hours.
    mutating func add(hours more: Double, professionalism: Double, integrity: Double) {
        guard more > 0 else { return }
        let all = hours + more
        self.professionalism += (professionalism - self.professionalism) * more / all
        self.integrity += (integrity - self.integrity) * more / all
        hours = all
    }
}

extension Community {
    /// Whether a selection includes this community.
    func takesPart(in selection: CommunitySelection) -> Bool { selection.includes(id, groups: specification.groups) }
}
