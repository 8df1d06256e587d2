import Governance
import Numerics

/// Scenarios in which a single mechanism is at work.
extension ScenarioSpecification {
    /// One community under no institution, of people all alike, where nothing happens but public service: nobody moves, no
    /// issue arises, nobody petitions, ties stay as they are; taking part would be a matter of the draw alone.
    ///
    /// - Parameters:
    ///   - residents: 1 or more.
    ///   - values: behavioural parameters by their key.
    /// - Throws: ``UnknownParameter``.
    static func plain(
        residents: Int, _ values: [String: Double] = [:], _ change: (inout Self) -> Void = { _ in }
    ) throws(UnknownParameter) -> Self {
        let text = Text(en: "verification", zh: "验证")
        var specification = ScenarioSpecification(
            id: "verification", title: text, summary: text, start: YearMonth(year: 2000, month: 1), months: 1200,
            people: People(
                adultShare: 1, types: [.alike],
                communities: [
                    CommunitySpecification(id: "only", name: text, type: "alike", street: "street", people: residents)
                ]),
            committees: CommitteeTerms(staff: 4, hours: 150, wage: 300_000, orientation: 0.4, facilitation: 0.3),
            publicService: PublicService(
                unitsPerResident: 0.1, quality: 0.5, unitCost: 1,
                template: [Double](repeating: 1 / Double(Domain.count), count: Domain.count)),
            district: District(
                id: "district", name: text, streets: [.init(id: "street", name: text)], attentionCapacity: 1,
                otherCommunities: 0))
        for (key, value) in quiet.merging(values, uniquingKeysWith: { $1 }) {
            guard let field = Parameters.named(key) else { throw UnknownParameter(key: key) }
            specification.parameters[keyPath: field.path] = value
        }
        change(&specification)
        return specification
    }

    private static let quiet: [String: Double] = [
        "needGrowth.spread": 0, "issues.arrival": 0, "petitions.rate": 0, "turnover.settled": 0,
        "turnover.tenants": 0, "tieFormation.meeting": 0, "tieFormation.fading": 0, "tieFormation.fadingActive": 0,
        "population.taste": 0, "population.costYoung": 0, "population.costMiddle": 0, "population.costOld": 0,
        "population.costTenant": 0, "population.spread": 0, "population.habit": 0, "participation.base": 0,
        "participation.spirit": 0, "participation.efficacy": 0, "participation.neighbours": 0,
        "participation.seasoned": 0, "participation.relevance": 0, "participation.trust": 0, "participation.habit": 0,
        "participation.invited": 0, "participation.fatigue": 0,
    ]

    /// Asks everybody every month: more invitations than residents, seats for all, and no barrier. Who is left out is fewer
    /// than one in a hundred thousand.
    mutating func inviteAll() throws(UnknownParameter) {
        let values: [String: Double] = [
            "mobilisation.seatShare": 1, "mobilisation.perSeat": 12, "mobilisation.alongTies": 0,
            "mobilisation.culture.hours": 200, "mobilisation.culture.seats": Double(residentCount),
            "mobilisation.culture.barrier": 0, "mobilisation.culture.tie": 0, "mobilisation.culture.skill": 0,
        ]
        for (key, value) in values {
            guard let field = Parameters.named(key) else { throw UnknownParameter(key: key) }
            parameters[keyPath: field.path] = value
        }
        institutions.engagement.committee.culture = 1
    }
}

/// A verification asks for a parameter that the model does not have.
struct UnknownParameter: Error, CustomStringConvertible {
    let key: String
    var description: String { "the model has no parameter \(key)" }
}

extension CommunityType {
    /// Old, settled, neither poor nor tied to anybody.
    static let alike = CommunityType(
        id: "alike", name: Text(en: "alike", zh: "同质社区"), age: [0, 0, 1], tenure: [1, 0, 0], migrants: 0,
        children: 0, vulnerable: 0, partyMembers: 0, incomeMedian: 4_000, incomeSpread: 0, buildingSize: 20,
        tiesBuilding: 0, tiesCommunity: 0, tiesBeyond: 0, initialOrganisations: 0)
}

extension World {
    /// The first community's residents.
    var residents: ResidentBlock { communities[0].residents }

    /// The observable of that key for the whole world; NaN where there is none.
    func value(_ key: String) -> Double {
        Observable.all.firstIndex { $0.key == key }.map { observe()[$0] } ?? .nan
    }

    func live(_ months: Int) throws(ModelError) { for _ in 0..<months { try advance() } }
}

extension ResidentBlock {
    /// Gives a resident these ties and no others. They need not be mutual: mechanisms read a resident's own.
    func tie(_ resident: Int, to others: some Collection<Int>) {
        let slots = tie + resident * Self.tieSlots
        slots.update(repeating: UInt16(truncatingIfNeeded: count), count: Self.tieSlots)
        for (slot, other) in others.enumerated() { slots[slot] = UInt16(truncatingIfNeeded: other) }
        tieCount[resident] = UInt8(others.count)
    }

    /// Share of residents who take part.
    var active: Double { Double((0..<count).count { rung[$0] > 0 }) / Double(count) }
}
