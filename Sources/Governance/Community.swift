/// A community: its residents' block and all that belongs to it alone.
///
/// Steps within a community read and write this and nothing else, so that communities can be worked on in any order
/// and by several threads.
public struct Community: Sendable {
    public let specification: CommunitySpecification
    /// Who it is, whatever its place in a list.
    let identity: UInt64
    /// The word by which residents' draws are addressed.
    var address: UInt32 { UInt32(truncatingIfNeeded: identity) }
    let street: Int
    public let residents: ResidentBlock
    /// Where they are; held, so that they are there as long as the community is. Nil where somebody else holds it.
    private let store: ResidentStore?
    /// First row of each building, and at the end `count`.
    let buildings: [UInt16]
    var farTies: [FarTie]
    /// Growth of need a month by exposure, with the community's own multipliers in it.
    let needRate: [SIMD8<Float>]
    private(set) var vulnerableCount = 0
    /// Residents by the value of their traits.
    private(set) var traitCounts: [Int32] = []

    /// Exponent by which leadership is drawn nearer to 1 here (below 1) or to 0 (above).
    let leadershipExponent: Double
    /// What the committee's facilitation starts from and returns to.
    let restingFacilitation: Double

    public internal(set) var institutions: Institutions
    public internal(set) var committee: Committee
    /// The groups that it is in now.
    public internal(set) var groups: [String]
    /// Whether and when a regime that is rolled out has come here.
    public internal(set) var arrival = Arrival()
    /// The part of the training and advice asked for that outside staff have hours for this month.
    var taught = 1.0
    public internal(set) var organisations: [ResidentOrganisation] = []
    var nextSlot: UInt16 = 1
    var history = OrganisationHistory()
    public internal(set) var projects: [Project] = []
    var proposals: [Proposal] = []
    var tender = Tender.Memory()
    /// How far a coordinating body has brought partners' priorities to residents', 0 to 1.
    var alignment = 0.0
    /// On its commercial street.
    var merchants: [Merchant] = []
    /// Who belongs to a work unit: 1 or 0 for each resident; empty where nobody does.
    var workUnit: [UInt8] = []
    /// How many do.
    var workUnitMembers = 0
    /// Who has voted on-line: bit 0 in this month, bit 1 before, for each resident; empty where no ballot was open to all.
    var voted: [UInt8] = []
    /// For each resident the months, this one included, for which it still counts as having met an outside organisation; empty
    /// where nobody ever has.
    var acquainted: [UInt8] = []
    /// The firm at work here, and those that have left for good.
    var site: FirmSite?
    var leftBy: Set<String> = []
    /// This month's services for those who belong or pay.
    var exclusive = ExclusiveServices()

    var needs = NeedSums()
    var knowledge = Knowledge()
    var engagement = EngagementMonth()
    var service = ServiceMonth()
    var experience = Experience()
    /// Voucher lines that residents may draw on, and what this month's vouchers did.
    var purses: [VoucherPurse] = []
    var vouchers = VoucherMonth()
    /// Fen for the year that the committee holds for the community, by fund line.
    var held: [String: Int64] = [:]
    var issues = IssueBook()
    var unrest = Unrest()
    var presence = OrganisationPresence()
    /// What social organisations have earned here since they last counted it.
    var earnings: [Earning] = []
    /// Hours not yet enough for a whole activity, by organiser and kind.
    var hoursBank = [Double](repeating: 0, count: Provider.allCases.count * ActivityKind.count)
    /// The month until which a proposer, by provider and slot, may not propose.
    var barredUntil: [ProposerKey: UInt32] = [:]
    /// Transfers of this month's community steps, in order; posted at the ledger's step.
    var journal: [Transfer] = []

    /// What happened this month and is counted once.
    var events = MonthEvents()
    /// What was counted at the end of the last recorded month.
    var tally = Tally()

    public var id: String { specification.id }

    init(
        specification: CommunitySpecification, identity: UInt64, street: Int, residents: ResidentBlock,
        of store: ResidentStore? = nil, buildings: [UInt16], farTies: [FarTie], needRate: [SIMD8<Float>],
        institutions: Institutions,
        committee: Committee, leadershipExponent: Double = 1
    ) {
        self.specification = specification
        groups = specification.groups
        self.leadershipExponent = leadershipExponent
        restingFacilitation = committee.facilitation
        self.identity = identity
        self.street = street
        self.residents = residents
        self.store = store
        self.buildings = buildings
        self.farTies = farTies
        self.needRate = needRate
        self.institutions = institutions
        self.committee = committee
        countTraits()
    }

    /// Counts residents anew by the column of traits.
    mutating func countTraits() {
        traitCounts = [Int32](repeating: 0, count: 256)
        for i in 0..<residents.count { traitCounts[Int(residents.traits[i])] += 1 }
        vulnerableCount = traitCounts.indices.reduce(0) {
            $0 + (Traits(rawValue: UInt8($1)).isVulnerable ? Int(traitCounts[$1]) : 0)
        }
    }

    /// Notes a payment of a community step, unless it is 0.
    mutating func pay(_ from: String, _ to: String, _ purpose: Purpose, _ fen: Int64) {
        if fen > 0 { journal.append(Transfer(from: from, to: to, purpose: purpose, fen: fen)) }
    }

    /// Keeps the counts where one resident follows another.
    mutating func note(_ traits: Traits, insteadOf before: Traits) {
        traitCounts[Int(before.rawValue)] -= 1
        traitCounts[Int(traits.rawValue)] += 1
        vulnerableCount += (traits.isVulnerable ? 1 : 0) - (before.isVulnerable ? 1 : 0)
    }

    func count(_ entitled: Entitlement) -> Int {
        traitCounts.indices.reduce(0) {
            $0 + (entitled.includes(Traits(rawValue: UInt8($1))) ? Int(traitCounts[$1]) : 0)
        }
    }

    /// What an outside organisation cares for, as shares of the domains: its own goals or else what it knows of needs, drawn
    /// toward the administration's template by its capture.
    func priorities(of organisation: PresentOrganisation, _ template: [Double]) -> [Double] {
        let own = organisation.goals.map { goals in (0..<Domain.count).map { goals[$0] } } ?? knowledge.shares
        return zip(own, template).map { (1 - organisation.capture) * $0 + organisation.capture * $1 }
    }

    /// What outside organisations care for together, by their hours.
    func priorities(ofOrganisations template: [Double]) -> [Double] {
        zip(goals(of: presence), template).map { (1 - presence.capture) * $0 + presence.capture * $1 }
    }

    /// What outside organisations work for by themselves: their goals, or what is known of needs.
    func goals(of presence: OrganisationPresence) -> [Double] {
        guard presence.goalShare > 0 else { return knowledge.shares }
        return (0..<Domain.count).map {
            (1 - presence.goalShare) * knowledge.shares[$0] + presence.goalShare * presence.goals[$0]
        }
    }

    /// What the committee cares for: what it knows of needs as far as it stands with residents, else the template.
    func priorities(ofCommittee template: [Double]) -> [Double] {
        zip(knowledge.shares, template).map { committee.orientation * $0 + (1 - committee.orientation) * $1 }
    }

    /// How far the administration runs residents' organisations: mean of their capture over active members.
    var organisationCapture: Double {
        let active = organisations.reduce(0) { $0 + Double($1.activeMembers) }
        return active > 0 ? organisations.reduce(0) { $0 + Double($1.activeMembers) * $1.capture } / active : 0
    }

    /// First rows of the buildings, in order.
    public var buildingStarts: [Int] { buildings.dropLast().map(Int.init) }

    /// The rows of a resident's building.
    func building(of row: Int) -> Range<Int> {
        // Buildings are about as large as one another: where one would stand if they were just that is near.
        var place = min(buildingCount &- 1, row &* buildingCount / residents.count)
        while Int(buildings[place]) > row { place &-= 1 }
        while Int(buildings[place &+ 1]) <= row { place &+= 1 }
        return Int(buildings[place])..<Int(buildings[place &+ 1])
    }
}

/// Sums of need over residents, after the month's growth.
struct NeedSums: Sendable, Codable {
    var all = SIMD8<Float>()
    var vulnerable = SIMD8<Float>()
    /// Sum of squares, for service by need.
    var squares = SIMD8<Float>()

    /// Shares of the domains in all need; even where there is none.
    var shares: [Double] {
        let total = Double(all.treeSum)
        return (0..<Domain.count).map { total > 0 ? Double(all[$0]) / total : 1 / Double(Domain.count) }
    }
}

/// What committee and organisers know of the community's needs.
struct Knowledge: Sendable, Codable {
    /// 0 knows nothing but the template, 1 knows the need as it is.
    var accuracy = 0.0
    /// Perceived shares of the domains; they sum to 1.
    var shares = [Double](repeating: 1 / Double(Domain.count), count: Domain.count)
    /// Months since the last survey; nil if there was none.
    var surveyAge: Int?
}

/// This month's activities and what came of them.
struct EngagementMonth: Sendable, Codable {
    var activities: [Activity] = []
    /// Residents at each rung.
    var rungs = SIMD8<Int32>()
    var invited = 0
    var turnedAway = 0
    /// Meetings held, and those of them that failed.
    var meetings = 0
    var failedMeetings = 0
    /// Fen that projects paid, and of these stipends that volunteers did not get.
    var paid = 0.0
    var withheld = 0.0
    /// Hours of residents at rung 2 or higher who belong to no organisation.
    var volunteerHours = 0.0
    /// Hours of the committee that went into carrying out projects.
    var projectHours = 0.0

    /// By what stands in a resident's offer after participation: whom it met, 0 nobody, else 1 + the provider's index.
    var organisers: [UInt8] {
        var organisers = [UInt8](repeating: 0, count: 256)
        for (a, activity) in activities.enumerated() { organisers[a + 1] = UInt8(activity.provider.index + 1) }
        return organisers
    }

    /// Share of residents at that rung or higher.
    func share(from rung: Rung, of count: Int) -> Double {
        var sum: Int32 = 0
        for level in rung.rawValue...Rung.organises.rawValue { sum += rungs[level] }
        return Double(sum) / Double(max(1, count))
    }
}

/// An activity of this month.
struct Activity: Sendable, Codable {
    let kind: ActivityKind
    let provider: Provider
    /// Its number among those of the same kind and provider.
    let number: Int
    let seats: Int
    /// theta_a: what utility must reach for coming.
    let barrier: Float
    /// Shares of the domains that it is about.
    let agenda: SIMD8<Float>
    /// Whether the committee calls on residents to come; always where it is no outside organisation's.
    var isBacked = true
    /// Places of its invitations and of its attendees in the month's lists.
    var firstInvitation = 0
    var endOfInvitations = 0
    var firstAttendee = 0
    var attended = 0
}

/// This month's services by domain, in service units.
struct ServiceMonth: Sendable, Codable {
    var demand = SIMD8<Double>()
    var supply = SIMD8<Double>()
    /// Units by resident organisations and residents' projects, for "help" as neighbours see it.
    var residentUnits = 0.0
    /// Units by projects, and need that all services met, that projects met, and the vulnerable's part of the latter.
    var projectUnits = 0.0
    var needMet = 0.0
    var projectNeedMet = 0.0
    var projectNeedMetVulnerable = 0.0
    /// Units that projects and vouchers paid for, and units x quality.
    var purchased = 0.0
    var purchasedStrength = 0.0
    /// Fen that projects spent where need was met, and the part that reached the vulnerable.
    var placed = 0.0
    var placedVulnerable = 0.0
    /// Need that firms' services met.
    var firmNeedMet = 0.0
    /// Mean need over domains and residents after service, summed over residents.
    var unmet = 0.0
}

/// What residents have lately seen of those who govern them; moves month by month.
struct Experience: Sendable, Codable {
    /// How far what residents asked for came about (``Efficacy``); 0 to 1.
    var heeded = 0.0
    /// What they asked for and got, in decisions on money and by assessing.
    var voice = Voice()
    /// Released money as a share of pledged money; 0 to 1.
    var promisesKept = 1.0
    /// Share of decided money that matched needs; 0 to 1.
    var moneyFit = 0.5
    /// Recent failed projects, and diverted money that came to light, as shocks that fade; 0 to 1.
    var failure = 0.0
    var scandal = 0.0
    /// Of scandal, what social organisations' projects brought; 0 to 1.
    var organisationScandal = 0.0
    /// V, what officials can show: completions in visible domains, satisfaction, honours, quiet; 0 and up.
    var visibility = 0.0
    /// B, road-blocking protests of a thousand residents, as the district remembers them.
    var protests = 0.0
    /// What the district expects of V, and how fresh the policy is to it; the same everywhere.
    var aspiration = 0.0
    var novelty = 1.0
    /// The district's attention, 0 to 1.
    var attention = 0.0
    /// Needs met last month, 0 to 1; nil until a month has been lived.
    var satisfaction: Double?
}

/// What residents asked for and what came of it, in fen that fade with time.
struct Voice: Sendable, Equatable, Codable {
    private(set) var asked = 0.0
    private(set) var granted = 0.0

    /// The part of what was asked for that came about; nil where nothing was asked for.
    var share: Double? { asked > 0 ? min(1, granted / asked) : nil }

    mutating func ask(_ fen: Double, granted part: Double) {
        asked += fen
        granted += part
    }

    /// A month passes: all decisions fade alike, so that their proportion stays until residents ask anew.
    mutating func fade(_ part: Double) {
        asked *= 1 - part
        granted *= 1 - part
    }
}
