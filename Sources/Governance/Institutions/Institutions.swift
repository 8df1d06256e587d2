/// The institutions in force in one community in one month: a point in the space of levers.
///
/// A regime is nothing but such points and the dates at which they change. Each lever stands alone, and at its neutral
/// value it changes nothing.
public struct Institutions: Sendable, Equatable, Codable {
    /// Share of the committee's hours taken by tasks from above (Song: about 0.9 before reform).
    public var taskLoad = 0.0
    /// Committee workers who are kept free for service projects, whatever the task load (Song: one from 2008).
    public var projectWorkers = 0.0
    public var rights = DecisionRights()
    public var sensing = SensingMethods()
    /// How each kind of organiser divides its hours over the kinds of activity.
    public var engagement = Engagement()
    public var capacity = CapacityBuilding()
    public var monitoring = Monitoring()
    public var coordination = Coordination()
    public var support = Support()
    /// Help for residents' own organisations (space, advice, small money), 0 to 1; scales founding.
    public var cultivation = 0.0
    public var federation = Federation()
    public var parties = Parties()
    /// Whom public standard service reaches first.
    public var serviceTargeting = Targeting.anyone
    /// Part of public standard service that follows what is known of needs instead of the administration's template, 0 to 1.
    public var serviceByNeed = 0.0
    /// Care for networks of neighbours (owners' groups, mutual aid), 0 to 1.
    public var neighbourTies = 0.0
    /// Linkage of district, street, community and grid across departments (Zhang 2020), 0 to 1.
    public var linkage = 0.0
    public var microGovernance = MicroGovernance()
    public var taskReform = TaskReform()
    public var merchants = MerchantTerms()
    public var partner = PartnerTerms()
    public var workUnits = WorkUnitTerms()

    public init() {}

    /// Which decisions are opened to residents (Lu's co-decision, co-design, co-delivery, co-assessment).
    public struct DecisionRights: Sendable, Equatable, Codable {
        /// Residents have a say in what is funded.
        public var commission = false
        /// Residents propose and shape projects.
        public var design = false
        /// Residents' teams may run projects.
        public var deliver = false
        /// Residents assess what was done.
        public var assess = false

        /// Whether there is anything for residents to decide.
        var opensDecision: Bool { commission || design || assess }
    }

    /// How needs are found out.
    public struct SensingMethods: Sendable, Equatable, Codable {
        /// Share of residents asked in the yearly survey, 0 to 1.
        public var survey = 0.0
        /// Weight given to what assemblies of residents say, 0 to 1.
        public var assembly = 0.0
        /// Reach of grid workers and platform, 0 to 1.
        public var platform = 0.0
        /// Organisers' immersion in the community, 0 to 1.
        public var immersion = 0.0
    }

    /// Shares of an organiser's hours by kind of activity; what is left to 1 stays in the office.
    public struct ActivityMix: Sendable, Equatable, Codable {
        public var culture = 0.0
        public var theatre = 0.0
        public var training = 0.0
        public var meeting = 0.0
        public var serviceDay = 0.0

        public subscript(kind: ActivityKind) -> Double {
            switch kind {
            case .culture: culture
            case .theatre: theatre
            case .training: training
            case .meeting: meeting
            case .serviceDay: serviceDay
            }
        }

        public var total: Double { culture + theatre + training + meeting + serviceDay }
    }

    /// Each kind of organiser's mix.
    public struct Engagement: Sendable, Equatable, Codable {
        public var committee = ActivityMix()
        public var socialOrganisation = ActivityMix()
        public var residents = ActivityMix()
        /// To whom invitations go first.
        public var invitations = InvitationOrder.alongTies

        public subscript(provider: Provider) -> ActivityMix {
            switch provider {
            case .committee: committee
            case .socialOrganisation: socialOrganisation
            case .residents: residents
            }
        }
    }

    /// What is done for the skill of those who facilitate.
    public struct CapacityBuilding: Sendable, Equatable, Codable {
        /// Days of training the committee's workers get a month.
        public var committeeTraining = 0.0
        /// Hours of outside organisations' staff that such a day takes; 0 where trainers are without number.
        public var trainerHours = 0.0
        /// Hours of theirs that full advice to residents' organisations (cultivation) takes in a month.
        public var adviserHours = 0.0
        /// Visits to other communities that the committee makes in a month, and those that it can receive.
        public var visits = 0.0
        public var guests = 0.0
    }

    /// How it is found out what became of money, and what follows.
    public struct Monitoring: Sendable, Equatable, Codable {
        /// Chance that a project's books are audited when it ends, 0 to 1.
        public var audit = 0.0
        /// Share of projects that residents assess, 0 to 1.
        public var assessors = 0.0
        /// Share of money found missing that is taken back, and whether the culprit is barred (above 0), 0 to 1.
        public var penalty = 0.0
        /// Whether those who judge a project are others than those who run it (Song's "referee").
        public var separation = false
        /// Months after which a project far behind its plan is ended; 0 never (Song: half a year).
        public var terminationMonths = 0.0
    }

    /// The four capacities of a coordinating body (Xing 2022), each 0 to 1.
    public struct Coordination: Sendable, Equatable, Codable {
        public var mobilisation = 0.0
        public var alignment = 0.0
        public var pooling = 0.0
        public var integration = 0.0
    }

    /// The three kinds of support from above (Lu 2020), told apart.
    public struct Support: Sendable, Equatable, Codable {
        /// Whether outside organisations may work here.
        public var access = false
        /// Words of support: raises the committee's willingness, 0 to 1.
        public var verbal = 0.0
        /// Share of pledged money that may be released here, 0 to 1.
        public var money = 0.0
        /// Weight of the community as a pilot in the district's attention, at least 0.
        public var pilotWeight = 0.0
        /// What it gains for each remembered road-blocking protest of a thousand residents, at least 0.
        public var byProtest = 0.0
        /// The policy's place on the upper level's agenda, 0 to 1.
        public var agenda = 1.0
        /// What awards and publicity add to visible performance a month, 0 to 1.
        public var award = 0.0
    }
}
