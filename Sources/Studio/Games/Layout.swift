import Governance

/// Where residents live: by their numbers from 0, community after community, building after building.
struct Layout: Sendable, Encodable {
    struct Home: Sendable, Encodable {
        let id: String
        let title: Text
        /// Number of its first resident, and how many there are.
        let first: Int
        let count: Int
        let street: String
        /// People of all ages.
        let people: Int
        /// First rows of its buildings, counted within the community.
        let buildings: [Int]
    }

    let residents: Int
    let communities: [Home]

    init(_ world: World) {
        var first = 0
        var homes: [Home] = []
        for community in world.communities {
            let own = community.specification
            homes.append(
                Home(
                    id: own.id, title: own.name, first: first, count: community.residents.count, street: own.street,
                    people: own.people, buildings: community.buildingStarts))
            first += community.residents.count
        }
        communities = homes
        residents = first
    }
}
