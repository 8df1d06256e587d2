/// A social organisation from outside: staff who work in the communities it serves while they are paid.
public struct SocialOrganisation: Sendable {
    public let terms: SocialOrganisationTerms
    /// Indices of the communities it serves.
    let communities: [Int]
    /// Quality of its work, 0 to 1.
    public internal(set) var professionalism: Double
    /// How far it has become an arm of the administration, 0 to 1.
    public internal(set) var capture: Double
    /// Whether it works this month.
    public internal(set) var isPresent = false
    /// Whether it has given up for lack of money; it does not come back.
    public internal(set) var hasLeft = false
    /// The month of the run in which it began to work.
    var entered: UInt32?
    /// Months in a row in which it could not pay its staff in full.
    var monthsShort = 0
    var income = Income()
    /// How often its terms' staff and contract are there by now, where it has grown or shrunk with a roll-out.
    var size = 1.0

    init(terms: SocialOrganisationTerms, communities: [Int]) {
        self.terms = terms
        self.communities = communities
        professionalism = terms.professionalism
        capture = terms.capture
    }

    /// How often its terms' staff, contract and pledges are there.
    private var parts: Int64 { terms.perCommunity ? Int64(communities.count) : 1 }
    /// Its workers.
    var staff: Double { terms.staff * Double(parts) * size }
    /// Fen that it is to have in a month by contract.
    var contract: Int64 { Int64(fen: (Double(terms.contract * parts) * size).rounded()) }
    /// Fen that its staff earn in a month.
    var wages: Int64 { terms.wage.map { Int64(fen: (staff * Double($0)).rounded()) } ?? contract }

    /// Fen of a pledge.
    func amount(_ pledge: Pledge) -> Int64 { pledge.amount * parts }
}

/// A social organisation as one community meets it this month.
struct PresentOrganisation: Sendable, Codable {
    /// Its place in the scenario.
    let place: Int
    let id: String
    let hours: Double
    let professionalism: Double
    let integrity: Double
    let capture: Double
    /// How well it stands with officials.
    let relation: Double
    /// Months since it began to work, and how many communities it works in.
    let age: Int
    let communities: Int
    /// What it works for, as shares of the domains; nil where it takes up what is known of needs.
    var goals: SIMD8<Double>?

    /// What its proposals are known by in their community; never 0.
    var slot: UInt16 { UInt16(truncatingIfNeeded: place + 1) }
    /// Quality of its work as residents get it.
    var worth: Double { professionalism * (1 - capture) }
}

/// What social organisations bring to a community this month.
struct OrganisationPresence: Sendable, Codable {
    var hours = 0.0
    /// Means over the hours; 0 where there are none.
    var professionalism = 0.0
    var integrity = 0.0
    var capture = 0.0
    /// Part of the hours that belongs to organisations with goals of their own, and the mean of those goals.
    private(set) var goalShare = 0.0
    private(set) var goals = SIMD8<Double>()
    private(set) var organisations: [PresentOrganisation] = []
    /// Of the hours, those that go into training and advice.
    var taken = 0.0

    /// Adds an organisation, keeping the means over hours.
    mutating func add(_ organisation: PresentOrganisation) {
        guard organisation.hours > 0 else { return }
        let all = hours + organisation.hours
        let weight = organisation.hours / all
        professionalism += (organisation.professionalism - professionalism) * weight
        integrity += (organisation.integrity - integrity) * weight
        capture += (organisation.capture - capture) * weight
        if let own = organisation.goals {
            let before = goalShare * hours
            goals += (own - goals) * (organisation.hours / (before + organisation.hours))
            goalShare = (before + organisation.hours) / all
        } else {
            goalShare *= 1 - weight
        }
        hours = all
        organisations.append(organisation)
    }

    /// The organisation of that slot, if it is here.
    func organisation(_ slot: UInt16) -> PresentOrganisation? { organisations.first { $0.slot == slot } }

    /// Quality of the organisation's work as residents get it; of all of them where none is meant.
    func worth(_ slot: UInt16) -> Double { organisation(slot)?.worth ?? professionalism * (1 - capture) }

    func integrity(_ slot: UInt16) -> Double { organisation(slot)?.integrity ?? integrity }
}
