import Governance
import Numerics

extension ScenarioSpecification {
    /// The same in a city of so many communities of such kinds.
    ///
    /// A larger city has the place's own communities, whose people and draws stay what they are, and beside them others like them in
    /// turn, in other streets, with people and draws of their own. A smaller one has some of them, in an order that hangs on their
    /// ids alone. The district's attention stays what it is, and communities of the district that enter the run are no longer
    /// others that compete for it.
    func city(of size: Int) -> ScenarioSpecification {
        var city = self
        let own = people.communities
        if size <= own.count {
            let order = own.sorted { (Identity.hash($0.id), $0.id) < (Identity.hash($1.id), $1.id) }
            let kept = size == own.count ? Set(own.map(\.id)) : Set(order.prefix(size).map(\.id))
            city.people.communities = own.filter { kept.contains($0.id) }
        } else {
            let streets = district.streets
            for number in own.count..<size {
                let (turn, place) = number.quotientAndRemainder(dividingBy: own.count)
                var other = own[place]
                let mark = "-x\(turn + 1)"
                other.id += mark
                other.name = Text(en: "\(other.name.en) (\(turn + 1))", zh: "\(other.name.zh)（\(turn + 1)）")
                other.street += mark
                // It is like that community, and no pilot for it.
                other.groups = []
                city.people.communities.append(other)
                guard !city.district.streets.contains(where: { $0.id == other.street }) else { continue }
                let street = streets.first { $0.id == own[place].street }?.name ?? Text(en: mark, zh: mark)
                city.district.streets.append(
                    District.Street(
                        id: other.street,
                        name: Text(en: "\(street.en) (\(turn + 1))", zh: "\(street.zh)（\(turn + 1)）")))
            }
        }
        city.district.otherCommunities = max(0, district.otherCommunities + Double(own.count - size))
        return city
    }

    /// Those communities alone, all of them pilots named by the place; the district's others are then as many more.
    func apart(_ ids: Set<String>) -> ScenarioSpecification {
        var apart = self
        apart.people.communities = people.communities.filter { ids.contains($0.id) }
        let left = people.communities.count - apart.people.communities.count
        apart.district.otherCommunities += Double(left)
        apart.rollout?.choice = .random
        apart.rollout?.among = .all
        apart.rollout?.pilots = min(rollout?.pilots ?? 0, ids.count)
        return apart
    }

    /// Gives the outside organisations so many workers together, at the pay that they have, shared as their staff is now.
    mutating func employ(_ workers: Double) throws(ScaleUpFault) {
        let count = Double(people.communities.count)
        let all = organisations.reduce(0) { $0 + $1.staff * ($1.perCommunity ? count : 1) }
        guard all > 0 else { throw .noTrainers }
        for o in organisations.indices {
            let times = organisations[o].perCommunity ? count : 1
            organisations[o].perCommunity = false
            organisations[o].staff *= times * workers / all
            let contract = Double(organisations[o].contract) * times * workers / all
            organisations[o].contract = Int64(contract.rounded())
        }
    }
}
