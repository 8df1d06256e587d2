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

    /// A community that visits or takes guests.
    private struct Party: BitwiseCopyable {
        let place: Int
        let wanted: Double
        /// Guests that it takes in a month.
        let room: Int
        let committee: Committee

        init(_ community: Community, place: Int) {
            self.place = place
            wanted = community.institutions.capacity.visits
            room = Int(community.institutions.capacity.guests)
            committee = community.committee
        }
    }

    static func step(_ world: World, _ month: Month) throws(ModelError) {
        let own = world.communities.indices.map { Party(world.communities[$0], place: world.place($0)) }
        let parties = try world.gather("Visits", own.filter { $0.wanted > 0 || $0.room > 0 })
        let hosts = parties.filter { $0.room > 0 }
        var guests = [Int](repeating: 0, count: hosts.count)
        let part = month.run.parameters.committees.train
        for visit in visits(parties, hosts, world, month).sorted(by: { ($0.order, $0.guest) < ($1.order, $1.guest) }) {
            let host = hosts[visit.host]
            guard guests[visit.host] < host.room else { continue }
            guests[visit.host] += 1
            world.change(visit.guest) { $0.committee.learn(from: host.committee, part) }
        }
    }

    /// This month's visits; hosts are known by their place among hosts.
    private static func visits(_ parties: [Party], _ hosts: [Party], _ world: World, _ month: Month) -> [Visit] {
        let stream = month.stream("visits")
        return parties.flatMap { guest -> [Visit] in
            let open = hosts.indices.filter { hosts[$0].place != guest.place }
            guard guest.wanted > 0, !open.isEmpty else { return [] }
            var draws = stream.draws(agent: world.roster.identities[guest.place], month: month.number)
            let whole = Int(guest.wanted)
            let count = whole + (draws.bernoulli(guest.wanted - Double(whole)) ? 1 : 0)
            return (0..<count).map { _ in
                Visit(guest: guest.place, host: open[draws.integer(below: open.count)], order: draws.word())
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
