import Numerics

@testable import Governance

extension Traits {
    /// An owner of 30 to 59 years without children; `change` what matters.
    static func plain(
        age: AgeGroup = .middle, children: Bool = false, vulnerable: Bool = false, migrant: Bool = false,
        tenure: Tenure = .owner, partyMember: Bool = false
    ) -> Traits {
        Traits(
            age: age, children: children, vulnerable: vulnerable, migrant: migrant, tenure: tenure,
            partyMember: partyMember)
    }
}

/// Lends `count` residents with these traits (the last for all that follow), all else zero, and scratch to work with.
func withResidents<Result>(
    _ count: Int, _ traits: Traits..., body: (ResidentBlock, Scratch) throws -> Result
) rethrows -> Result {
    let store = ResidentStore(counts: [count])
    let residents = store.blocks[0]
    for i in 0..<count { residents.traits[i] = (traits.isEmpty ? .plain() : traits[min(i, traits.count - 1)]).rawValue }
    let scratch = Scratch(capacity: count)
    return try withExtendedLifetime((scratch, store)) { try body(residents, scratch) }
}

/// Lends a community of residents in one building, all else zero, in the first month of `specification`'s run.
func withCommunity<Result>(
    _ count: Int, in specification: ScenarioSpecification = .small(), institutions: Institutions = Institutions(),
    seed: UInt64 = 1, body: (inout Community, Month, Scratch) throws -> Result
) rethrows -> Result {
    try withResidents(count) { residents, scratch in
        let parameters = specification.parameters.needGrowth
        var community = Community(
            specification: specification.people.communities[0], identity: Identity.hash("a"), street: 0,
            residents: residents, buildings: [0, UInt16(count)], farTies: [],
            needRate: NeedGrowth.rates(multipliers: SIMD8(repeating: 1), parameters), institutions: institutions,
            committee: Committee(orientation: 0.4, facilitation: 0.3))
        let run = RunContext(specification: specification, seed: seed, replicate: 0)
        let month = Month(run: run, number: 1, date: specification.start, isRecorded: true)
        return try body(&community, month, scratch)
    }
}

/// Lends a community of 60 residents about whom nothing is known but that they are possible: any attitudes, ties and
/// rungs, three organisations, any levers. The same for the same number.
func withAnyCommunity<Result>(
    _ number: Int, _ change: (inout ScenarioSpecification) -> Void = { _ in },
    body: (inout Community, Month, Scratch) throws -> Result
) rethrows -> Result {
    var specification = ScenarioSpecification.random(number)
    change(&specification)
    return try withCommunity(60, in: specification, institutions: specification.institutions, seed: UInt64(number)) {
        community, month, scratch in
        var draws = Stream(seed: 7, replicate: 0, name: "residents").draws(agent: UInt64(number), month: 0)
        community.residents.scatter(&draws)
        for domain in [Domain.culture, .safety, .elderCare] {
            let free = (0..<60).filter { community.residents.membership[$0] == 0 }.map { UInt16($0) }
            community.add(founder: Int(free[0]), members: Array(free[1..<6]), domain: domain, month: 0)
        }
        community.needs = NeedGrowth.advance(community.residents, rates: community.needRate)
        community.presence.add(.plain())
        return try body(&community, month, scratch)
    }
}

extension Project {
    /// A social organisation's project of 1,200 yuan over 12 months, 10 units a month, of which nothing is diverted.
    static func plain(
        _ id: String = "a/line/2008-01/plain", provider: Provider = .socialOrganisation, slot: UInt16 = 0,
        domain: Domain = .safety, partners: [Provider] = [.socialOrganisation], grant: Int64 = 120_000,
        units: Double = 10, feasibility: Double = 1, diversion: Double = 0, targeting: Targeting = .anyone
    ) -> Project {
        Project(
            id: id, identity: Identity.hash(id), line: "line", fund: Account.fund("line", street: 0),
            proposer: ProposerKey(provider: provider, slot: slot),
            domain: domain, partners: partners, targeting: targeting, grant: grant, plannedUnits: units,
            plannedMonths: 12, feasibility: feasibility, diversion: diversion, started: 1)
    }
}

extension PresentOrganisation {
    /// The first of the scenario's organisations, with 100 hours here.
    static func plain(
        place: Int = 0, hours: Double = 100, professionalism: Double = 0.7, integrity: Double = 0.6, capture: Double = 0
    ) -> PresentOrganisation {
        PresentOrganisation(
            place: place, id: "helper\(place)", hours: hours, professionalism: professionalism, integrity: integrity,
            capture: capture, relation: 0, age: 0, communities: 1)
    }
}

extension ResidentBlock {
    /// Any attitudes, traits, rungs and ties.
    func scatter(_ draws: inout Draws) {
        for i in 0..<count {
            traits[i] =
                Traits.plain(
                    age: AgeGroup.allCases[draws.integer(below: 3)], children: draws.bernoulli(0.3),
                    vulnerable: draws.bernoulli(0.3), migrant: draws.bernoulli(0.3),
                    tenure: Tenure.allCases[draws.integer(below: 3)]
                ).rawValue
            for column in [spirit, efficacy, skill, habit, fatigue, leadership] { column[i] = Float(draws.uniform()) }
            standing[i] = Float(draws.normal(mean: 0, sd: 2))
            for k in 0..<Domain.count { need[i][k] = Float(draws.uniform()) }
            for lane in 0..<TrustSubject.allCases.count { trust[i][lane] = Float(draws.uniform()) }
            rung[i] = UInt8(draws.integer(below: 5))
            for _ in 0..<3 { addTie(i, draws.integer(below: count)) }
        }
    }

    /// Whether all that must lie from 0 to 1 does, and rungs from 0 to 4.
    var isWithinBounds: Bool {
        (0..<count).allSatisfy { i in
            [spirit, efficacy, skill, habit, fatigue, leadership].allSatisfy { (0...1).contains($0[i]) }
                && need[i].min() >= 0 && need[i].max() <= 1 && trust[i].min() >= 0 && trust[i].max() <= 1
                && rung[i] <= 4
        }
    }

    /// Whether every tie is there from both ends, once, to another resident, and unused slots are marked as such.
    var areTiesSound: Bool {
        (0..<count).allSatisfy { i in
            let slots = (0..<Self.tieSlots).map { Int(tie[i * Self.tieSlots + $0]) }
            let used = slots.prefix(Int(tieCount[i]))
            return Set(used).count == used.count && !used.contains(i) && used.allSatisfy { areTied($0, i) }
                && slots.dropFirst(used.count).allSatisfy { $0 == count }
        }
    }

    /// The bits of every column by its name.
    var columns: [String: [UInt8]] {
        func bytes(_ column: UnsafePointer<some Any>, _ rows: Int) -> [UInt8] {
            Array(UnsafeRawBufferPointer(UnsafeBufferPointer(start: column, count: rows)))
        }
        return [
            "need": bytes(need, count), "trust": bytes(trust, count), "spirit": bytes(spirit, count),
            "efficacy": bytes(efficacy, count), "skill": bytes(skill, count), "habit": bytes(habit, count),
            "fatigue": bytes(fatigue, count), "standing": bytes(standing, count),
            "leadership": bytes(leadership, count), "income": bytes(income, count),
            "tie": bytes(tie, count * Self.tieSlots), "membership": bytes(membership, count),
            "traits": bytes(traits, count), "rung": bytes(rung, count), "tieCount": bytes(tieCount, count),
        ]
    }

    /// Names of the columns that `body` changes.
    func changes(_ body: () throws -> Void) rethrows -> Set<String> {
        let before = columns
        try body()
        let after = columns
        return Set(after.keys.filter { after[$0] != before[$0] })
    }
}

/// Numbers as text that tells every bit of them.
func written(_ numbers: Double...) -> String { numbers.map(\.description).joined(separator: " ") }

/// Whether two numbers are near each other.
func isClose(_ a: Double, _ b: Double, within distance: Double = 1e-6) -> Bool { abs(a - b) <= distance }

func isClose(_ a: Float, _ b: Double, within distance: Double = 1e-6) -> Bool {
    isClose(Double(a), b, within: distance)
}

extension World {
    /// A number that any bit of residents, money or observables changes.
    var fingerprint: UInt64 {
        var text = ledger.monthFlows.map { "\($0.from) \($0.to) \($0.purpose) \($0.fen)" }.joined(separator: "\n")
        text += observe().map { String($0.bitPattern) }.joined(separator: " ")
        var hash = Identity.hash(text)
        for community in communities {
            for (name, bytes) in community.residents.columns.sorted(by: { $0.key < $1.key }) {
                hash = Identity.compose(hash, Identity.hash(name))
                for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
            }
        }
        return hash
    }
}

extension Voice {
    /// The same after residents have asked for so much more.
    func asking(_ fen: Double, granted: Double) -> Voice {
        var voice = self
        voice.ask(fen, granted: granted)
        return voice
    }
}
