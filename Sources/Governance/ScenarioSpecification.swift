/// A checked scenario: people, places, money, institutions and dated events; what a world is built from.
public struct ScenarioSpecification: Sendable {
    public var id: String
    public var title: Text
    public var summary: Text
    /// The place that the people and the offices are of, where it has a file of its own.
    public var place: PlaceName?
    public var start: YearMonth
    /// Months that a run lasts, 1 to 1200.
    public var months: Int
    /// Months lived before `start` under the institutions at the start, unrecorded, so that the first month recorded
    /// is not an accident of the initial values; 0 to 120.
    public var burnIn: Int
    public var people: People
    public var committees: CommitteeTerms
    public var publicService: PublicService
    public var district: District
    public var organisations: [SocialOrganisationTerms]
    public var fundLines: [FundLine]
    public var firms: [FirmTerms] = []
    /// How the regime comes to communities one after another; nil where all is by date.
    public var rollout: Rollout?
    /// Institutions in force everywhere at the start.
    public var institutions: Institutions
    public var events: [ScheduledEvent]
    /// Behavioural parameters; the defaults, unless the scenario calls itself experimental.
    public var parameters: Parameters
    /// The words by which a scenario that changes behavioural parameters declares itself experimental.
    public var experimental: String?

    public init(
        id: String, title: Text, summary: Text, start: YearMonth, months: Int, burnIn: Int = 0,
        people: People, committees: CommitteeTerms, publicService: PublicService, district: District,
        organisations: [SocialOrganisationTerms] = [], fundLines: [FundLine] = [],
        institutions: Institutions = Institutions(), events: [ScheduledEvent] = [],
        parameters: Parameters = Parameters(), experimental: String? = nil
    ) {
        self.id = id
        self.title = title
        self.summary = summary
        self.start = start
        self.months = months
        self.burnIn = burnIn
        self.people = people
        self.committees = committees
        self.publicService = publicService
        self.district = district
        self.organisations = organisations
        self.fundLines = fundLines
        self.institutions = institutions
        self.events = events
        self.parameters = parameters
        self.experimental = experimental
    }

    /// Residents of 16 and older in all communities.
    public var residentCount: Int { people.communities.reduce(0) { $0 + $1.adults(share: people.adultShare) } }
}

/// What a place is called.
public struct PlaceName: Sendable, Equatable {
    public var id: String
    public var title: Text

    public init(id: String, title: Text) {
        self.id = id
        self.title = title
    }
}

/// Who lives where.
public struct People: Sendable, Equatable {
    /// Share of people who are 16 or older: the residents of the model.
    public var adultShare: Double
    public var types: [CommunityType]
    public var communities: [CommunitySpecification]
    /// How far communities differ for good beyond their types.
    public var variation = Variation()

    public init(adultShare: Double, types: [CommunityType], communities: [CommunitySpecification]) {
        self.adultShare = adultShare
        self.types = types
        self.communities = communities
    }

    /// Standard deviations of lasting traits between communities; 0 where they differ by their types alone.
    public struct Variation: Sendable, Equatable {
        /// Of the logarithm of a community's factor f on leadership: L^(1/f) instead of L.
        public var leadership = 0.0
        /// Of what the committee's facilitation starts from and returns to, cut to 0...1.
        public var facilitation = 0.0

        public init(leadership: Double = 0, facilitation: Double = 0) {
            self.leadership = leadership
            self.facilitation = facilitation
        }
    }
}

/// A type of community: the shares from which its residents are drawn.
public struct CommunityType: Sendable, Equatable {
    public var id: String
    public var name: Text
    /// Shares of young, middle-aged and old; they sum to 1.
    public var age: [Double]
    /// Shares of owners, tenants and resettled; they sum to 1.
    public var tenure: [Double]
    public var migrants: Double
    /// Share with children at home, among those under 60.
    public var children: Double
    public var vulnerable: Double
    public var partyMembers: Double
    /// Median monthly income in yuan, and standard deviation of its logarithm.
    public var incomeMedian: Double
    public var incomeSpread: Double
    /// Residents (16 and older) in a building.
    public var buildingSize: Int
    /// Mean ties of a resident at the start: in the building, in the community beyond it, beyond the community.
    public var tiesBuilding: Double
    public var tiesCommunity: Double
    public var tiesBeyond: Double
    /// Resident organisations (culture teams and the like) that exist at the start, per thousand residents.
    public var initialOrganisations: Double
    /// Share of residents who belong to a work unit.
    public var workUnits = 0.0

    public init(
        id: String, name: Text, age: [Double], tenure: [Double], migrants: Double, children: Double,
        vulnerable: Double, partyMembers: Double, incomeMedian: Double, incomeSpread: Double, buildingSize: Int,
        tiesBuilding: Double, tiesCommunity: Double, tiesBeyond: Double, initialOrganisations: Double
    ) {
        self.id = id
        self.name = name
        self.age = age
        self.tenure = tenure
        self.migrants = migrants
        self.children = children
        self.vulnerable = vulnerable
        self.partyMembers = partyMembers
        self.incomeMedian = incomeMedian
        self.incomeSpread = incomeSpread
        self.buildingSize = buildingSize
        self.tiesBuilding = tiesBuilding
        self.tiesCommunity = tiesCommunity
        self.tiesBeyond = tiesBeyond
        self.initialOrganisations = initialOrganisations
    }
}

/// A community as the scenario tells it.
public struct CommunitySpecification: Sendable, Equatable {
    public var id: String
    public var name: Text
    /// The id of its type.
    public var type: String
    /// The id of its street.
    public var street: String
    /// People of all ages.
    public var people: Int
    public var groups: [String]
    /// Merchants on its commercial street; 0 where there is none.
    public var merchants = 0
    /// Square metres of public space that stand idle.
    public var idleSpace = 0.0

    public init(id: String, name: Text, type: String, street: String, people: Int, groups: [String] = []) {
        self.id = id
        self.name = name
        self.type = type
        self.street = street
        self.people = people
        self.groups = groups
    }

    /// Residents of 16 and older, at least 1.
    public func adults(share: Double) -> Int { max(1, Int((Double(people) * share).rounded())) }
}

/// What every residents' committee has.
public struct CommitteeTerms: Sendable, Equatable {
    public var staff: Double
    /// Working hours of a worker a month.
    public var hours: Double
    /// Pay of a worker a month, in fen.
    public var wage: Int64
    /// At the start: how far the committee stands with residents, and how well it facilitates, 0 to 1.
    public var orientation: Double
    public var facilitation: Double

    public init(staff: Double, hours: Double, wage: Int64, orientation: Double, facilitation: Double) {
        self.staff = staff
        self.hours = hours
        self.wage = wage
        self.orientation = orientation
        self.facilitation = facilitation
    }
}

/// Standard public service, the same everywhere.
public struct PublicService: Sendable, Equatable {
    /// Service units a resident a month.
    public var unitsPerResident: Double
    /// Share of a need that a unit meets, 0 to 1.
    public var quality: Double
    /// Cost of a unit, in fen.
    public var unitCost: Int64
    /// The administration's template: shares of the domains in the order of ``Domain``; they sum to 1.
    public var template: [Double]

    public init(unitsPerResident: Double, quality: Double, unitCost: Int64, template: [Double]) {
        self.unitsPerResident = unitsPerResident
        self.quality = quality
        self.unitCost = unitCost
        self.template = template
    }
}

/// The district: its streets, and how far its attention goes.
public struct District: Sendable, Equatable {
    public var id: String
    public var name: Text
    public var streets: [Street]
    /// Communities that the district can attend to at full strength.
    public var attentionCapacity: Double
    /// Communities of the district that are not in the run but compete for attention.
    public var otherCommunities: Double
    /// How far the district wants organisations that it pays to do as it would, 0 to 1.
    public var controlPreference: Double

    public init(
        id: String, name: Text, streets: [Street], attentionCapacity: Double, otherCommunities: Double,
        controlPreference: Double = 0
    ) {
        self.id = id
        self.name = name
        self.streets = streets
        self.attentionCapacity = attentionCapacity
        self.otherCommunities = otherCommunities
        self.controlPreference = controlPreference
    }

    /// A street (subdistrict office) of the district.
    public struct Street: Sendable, Equatable {
        public var id: String
        public var name: Text

        public init(id: String, name: Text) {
            self.id = id
            self.name = name
        }
    }
}

/// A social organisation from outside and the contract it works under.
public struct SocialOrganisationTerms: Sendable, Equatable {
    public var id: String
    public var name: Text
    public var staff: Double
    /// Working hours of a worker a month.
    public var hours: Double
    public var professionalism: Double
    public var integrity: Double
    /// Payment a month in fen, from the named outside account by way of the street.
    public var contract: Int64
    /// Whether staff, contract and pledges are for each community that it serves.
    public var perCommunity = false
    /// Whether the contract is paid as agreed or only as far as the upper level's attention goes.
    public var release = FundLine.Release.fixed
    public var payer: String
    public var from: YearMonth
    public var until: YearMonth?
    public var communities: CommunitySelection
    /// Pay of a worker a month, in fen; nil where the staff share the contract, whatever it is.
    public var wage: Int64?
    /// At the start: how far it is an arm of the administration; for good: how well it stands with officials. 0 to 1.
    public var capture = 0.0
    public var relation = 0.0
    /// Money beside the contract.
    public var pledges: [Pledge] = []
    /// What it works for, as shares of the domains in the order of ``Domain``; nil where it takes up what is known of needs.
    public var priorities: [Double]?

    public init(
        id: String, name: Text, staff: Double, hours: Double, professionalism: Double, integrity: Double,
        contract: Int64, payer: String, from: YearMonth, until: YearMonth? = nil,
        communities: CommunitySelection = .all
    ) {
        self.id = id
        self.name = name
        self.staff = staff
        self.hours = hours
        self.professionalism = professionalism
        self.integrity = integrity
        self.contract = contract
        self.payer = payer
        self.from = from
        self.until = until
        self.communities = communities
    }
}

/// Something that happens at a date: levers change, in all communities or in some; one by one, or a whole order at once.
public struct ScheduledEvent: Sendable {
    public var at: YearMonth
    public var title: Text
    public var communities: CommunitySelection
    /// Whether all levers there first go back to neutral, so that the changes are the institutions from then on.
    public var reset: Bool
    public var changes: [Change]

    public init(
        at: YearMonth, title: Text, communities: CommunitySelection = .all, reset: Bool = false, changes: [Change]
    ) {
        self.at = at
        self.title = title
        self.communities = communities
        self.reset = reset
        self.changes = changes
    }

    /// The upper level turns to other things: the policy leaves its agenda, and words, pilot status and awards end (Lu 2020).
    /// What has its own money, rules or organisations goes on.
    public static func attentionMovesOn(at date: YearMonth) -> ScheduledEvent {
        ScheduledEvent(
            at: date, title: Text(en: "Attention moves on", zh: "上级注意力转移"),
            changes: [
                Change(lever: "support.agenda", value: .number(0)),
                Change(lever: "support.verbal", value: .number(0)),
                Change(lever: "support.pilotWeight", value: .number(0)),
                Change(lever: "support.award", value: .number(0)),
            ])
    }

    /// A lever's key and its new value.
    public struct Change: Sendable, Equatable {
        public var lever: String
        public var value: LeverValue

        public init(lever: String, value: LeverValue) {
            self.lever = lever
            self.value = value
        }
    }
}
