import Numerics

/// Committees visit communities that are open to guests and learn from those that are better.
///
///     visits a month: the whole part of the lever, and one more with the chance of its fraction
///     f <- f + f_t (f_host - f)+;  o <- o + f_t (o_host - o)+
///
/// A visit goes to any other community that takes guests, each as likely; one that has as many as it takes sends later ones
/// home, in the order of a number drawn for each visit. A visit teaches as a day of training does (f_t of ``Committees``), up to
/// what the host can do: facilitation f, and how to stand with residents, orientation o. What is learnt is what hosts could at the
/// end of last month, whatever the order.
///
/// Reads: levers, committees. Writes: committees. Draws: one sequence a community that visits. Source: design, section 7; Song:
/// committees of the street came to see the pilots.
enum Visits {
    private struct Visit {
        let guest: Int
        let host: Int
        let order: UInt32
    }

    static func step(_ world: World, _ month: Month) {
        let visits = visits(world, month)
        guard !visits.isEmpty else { return }
        let before = world.communities.map(\.committee)
        let part = month.run.parameters.committees.train
        var guests = [Int](repeating: 0, count: before.count)
        for visit in visits.sorted(by: { ($0.order, $0.guest) < ($1.order, $1.guest) }) {
            guard guests[visit.host] < room(of: world.communities[visit.host]) else { continue }
            guests[visit.host] += 1
            world.communities[visit.guest].committee.learn(from: before[visit.host], part)
        }
    }

    private static func room(of community: Community) -> Int { Int(community.institutions.capacity.guests) }

    private static func visits(_ world: World, _ month: Month) -> [Visit] {
        let hosts = world.communities.indices.filter { room(of: world.communities[$0]) > 0 }
        let stream = month.stream("visits")
        return world.communities.indices.flatMap { c -> [Visit] in
            let wanted = world.communities[c].institutions.capacity.visits
            let open = hosts.filter { $0 != c }
            guard wanted > 0, !open.isEmpty else { return [] }
            var draws = stream.draws(agent: world.communities[c].identity, month: month.number)
            let whole = Int(wanted)
            let count = whole + (draws.bernoulli(wanted - Double(whole)) ? 1 : 0)
            return (0..<count).map { _ in
                Visit(guest: c, host: open[draws.integer(below: open.count)], order: draws.word())
            }
        }
    }
}

extension Committee {
    /// Takes up a part of what another committee is better at.
    mutating func learn(from host: Committee, _ part: Double) {
        facilitation += part * max(0, host.facilitation - facilitation)
        orientation += part * max(0, host.orientation - orientation)
    }
}
