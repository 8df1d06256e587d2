/// Where a number comes from.
public enum Provenance: Sendable, Equatable {
    case measured(String)
    case estimated(String)
    case assumed(String)

    /// The kind of origin: `measured`, `estimated` or `assumed`.
    public var kind: String {
        switch self {
        case .measured: "measured"
        case .estimated: "estimated"
        case .assumed: "assumed"
        }
    }

    public var detail: String {
        switch self {
        case .measured(let text), .estimated(let text), .assumed(let text): text
        }
    }
}

/// A behavioural parameter: declared once, beside the mechanism that uses it.
public struct ParameterField: Sendable {
    /// The name in files and tables, `mechanism.parameter`.
    public let key: String
    /// The name in equations.
    public let symbol: String
    public let unit: String
    /// What robustness runs sample; values outside are refused.
    public let range: ClosedRange<Double>
    public let provenance: Provenance
    public let meaning: Text
    public let path: WritableKeyPath<Parameters, Double> & Sendable

    public init(
        _ key: String, _ symbol: String, _ unit: String, _ range: ClosedRange<Double>, _ provenance: Provenance,
        _ path: WritableKeyPath<Parameters, Double> & Sendable, _ en: String, _ zh: String
    ) {
        self.key = key
        self.symbol = symbol
        self.unit = unit
        self.range = range
        self.provenance = provenance
        self.meaning = Text(en: en, zh: zh)
        self.path = path
    }

    /// The value that every scenario uses unless it declares itself experimental.
    public var defaultValue: Double { Parameters()[keyPath: path] }
}

/// The behavioural parameters of all mechanisms: one set for every scenario.
public struct Parameters: Sendable, Equatable {
    var population = Population.Parameters()
    var attention = Attention.Parameters()
    var budget = Budget.Parameters()
    var socialOrganisations = SocialOrganisations.Parameters()
    var turnover = Turnover.Parameters()
    var issues = Issues.Parameters()
    var merchants = Merchants.Parameters()
    var needGrowth = NeedGrowth.Parameters()
    var sensing = Sensing.Parameters()
    var proposals = Proposals.Parameters()
    var review = Review.Parameters()
    var ballots = Turnout.Parameters()
    var coordination = Coordination.Parameters()
    var taskLoad = TaskLoad.Parameters()
    var mobilisation = Mobilisation.Parameters()
    var participation = Participation.Parameters()
    var federation = Federation.Parameters()
    var learning = Learning.Parameters()
    var failedMeetings = FailedMeetings.Parameters()
    var tieFormation = TieFormation.Parameters()
    var execution = ProjectExecution.Parameters()
    var vouchers = Vouchers.Parameters()
    var backing = Backing.Parameters()
    var firms = Firms.Parameters()
    var firmSales = FirmSales.Parameters()
    var workUnits = WorkUnits.Parameters()
    var delivery = ServiceDelivery.Parameters()
    var audit = Audit.Parameters()
    var trust = Trust.Parameters()
    var efficacy = Efficacy.Parameters()
    var spirit = PublicSpirit.Parameters()
    var organisations = ResidentOrganisations.Parameters()
    var committees = Committees.Parameters()
    var petitions = Petitions.Parameters()

    public init() {}

    /// Every parameter, in the order of the schedule.
    public static let all: [ParameterField] = [
        Population.fields,
        Attention.fields,
        Budget.fields,
        SocialOrganisations.fields,
        Firms.fields,
        FirmSales.fields,
        Turnover.fields,
        Issues.fields,
        Merchants.fields,
        NeedGrowth.fields,
        Sensing.fields,
        Proposals.fields,
        Review.fields,
        Turnout.fields,
        Coordination.fields,
        TaskLoad.fields,
        Mobilisation.fields,
        Participation.fields,
        Federation.fields,
        Learning.fields,
        FailedMeetings.fields,
        TieFormation.fields,
        ProjectExecution.fields,
        Vouchers.fields, Backing.fields,
        WorkUnits.fields,
        ServiceDelivery.fields,
        Audit.fields,
        Trust.fields,
        Efficacy.fields,
        PublicSpirit.fields,
        ResidentOrganisations.fields,
        Committees.fields,
        Petitions.fields,
    ].flatMap { $0 }

    /// The parameter of that key, or nil.
    public static func named(_ key: String) -> ParameterField? { byKey[key] }

    private static let byKey = Dictionary(uniqueKeysWithValues: all.map { ($0.key, $0) })
}
