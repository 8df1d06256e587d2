import Numerics

/// Self-governing units of buildings, and whom they ask to lend a hand.
///
///     a building has a unit if a word drawn once for it falls below the lever's share
///     members who ask = min(n_u, residents of the building at rung 2+ last month)
///     each asks a_u residents of its building a month, drawn at random
///
/// Who is asked decides as members of residents' organisations do (``Participation``): in trust of neighbours, by its need
/// in the domains that issues touch, and by being asked. A unit in whose building nobody helps asks nobody; units 0
/// leave all as if they did not exist.
///
/// Reads: rungs of last month, levers. Writes: nothing. Draws: one word a building, once; one sequence a unit and month.
/// Source: Zhang (2020), section 4, on groups in every building with a member in each entrance, which carry self-governance
/// to each resident, so that the wish to take part grows.
enum BuildingUnits {
    /// A building's unit.
    struct Unit: Sendable, Equatable {
        let building: Int
        let rows: Range<Int>
        /// Residents of the building at rung 2 or above.
        let helping: Int
    }

    /// The units, as the rungs of now have them at work.
    static func all(_ community: borrowing Community, _ month: Month) -> [Unit] {
        let share = community.institutions.microGovernance.units
        guard share > 0 else { return [] }
        let stream = month.stream("issues.units")
        let rung = community.residents.rung
        var units: [Unit] = []
        let count = community.buildingCount
        var words = [UInt32](repeating: 0, count: Stream.capacity(for: count))
        words.withUnsafeMutableBufferPointer { words in
            guard let words = words.baseAddress else { return }
            stream.fill(words: words, count: count, community: community.address, month: 0, draw: 0)
        }
        for building in 0..<count {
            guard Uniform.bernoulli(words[building], probability: share) else { continue }
            let rows = Int(community.buildings[building])..<Int(community.buildings[building + 1])
            var helping: UInt16 = 0
            for i in rows { helping &+= rung[i] >= 2 ? 1 : 0 }
            units.append(Unit(building: building, rows: rows, helping: Int(helping)))
        }
        return units
    }

    /// Rows of the residents whom units ask this month; one may be asked twice. To be called while rungs are last month's.
    static func asked(_ community: borrowing Community, _ month: Month) -> [Int] {
        let p = month.run.parameters.issues
        let stream = month.stream("issues.asking")
        var asked: [Int] = []
        for unit in all(community, month) {
            let count = Int((min(p.members, Double(unit.helping)) * p.asks).rounded())
            guard count > 0 else { continue }
            var draws = stream.draws(
                agent: Identity.compose(community.identity, UInt64(unit.building)), month: month.number)
            for _ in 0..<count { asked.append(unit.rows.lowerBound + draws.integer(below: unit.rows.count)) }
        }
        return asked
    }
}
