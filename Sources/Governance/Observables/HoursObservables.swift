/// Hours that organisers have in a month, and what they are meant for: what two sides of a contrast must have alike.
///
/// Told as inputs: petitions and willingness, which follow from what happens, take nothing off them.
struct HoursTally: Sendable, Equatable, Codable {
    /// The committee's, not taken by tasks from above; of these spent on residents; of social organisations' staff.
    var committee = 0.0
    var spentOnResidents = 0.0
    var socialOrganisation = 0.0
    /// Sums over the committee's and the organisations' hours of the part that levers give to each kind of activity.
    var kinds = SIMD8<Double>()

    init() {}

    init(_ community: borrowing Community) {
        committee = community.committee.freeHours + community.unrest.hours
        spentOnResidents = community.committee.residentHours
        socialOrganisation = community.presence.hours
        let mix = community.institutions.engagement
        for kind in ActivityKind.allCases {
            kinds[kind.index] =
                committee * mix.committee[kind] + socialOrganisation * mix.socialOrganisation[kind]
        }
    }

    mutating func add(_ other: HoursTally) {
        committee += other.committee
        spentOnResidents += other.spentOnResidents
        socialOrganisation += other.socialOrganisation
        kinds += other.kinds
    }
}

extension Observable.Definition {
    static let hours: [Self] =
        [
            Self(
                "hours.committee", "hours", "staff hours less tasks from above, in the month", nil,
                "committee hours not taken by tasks from above", "居委会未被上级任务占用的工时"
            ) { $0.hours.committee },
            Self(
                "hours.residents", "hours", "free hours x willingness, in the month", nil,
                "committee hours spent on residents", "居委会用于居民的工时"
            ) { $0.hours.spentOnResidents },
            Self(
                "hours.socialOrganisation", "hours", "staff hours, in the month", nil,
                "social organisations' staff hours", "社会组织工时"
            ) { $0.hours.socialOrganisation },
        ]
        + ActivityKind.allCases.map { kind in
            Self(
                "hours.mix.\(kind.rawValue)", "share",
                "sum of hours x share of the mix / (hours.committee + hours.socialOrganisation)", 0...1,
                "organisers' hours meant for \(kind.label.en)", "组织者工时中计划用于\(kind.label.zh)的占比"
            ) { ratio($0.hours.kinds[kind.index], $0.hours.committee + $0.hours.socialOrganisation) }
        }
}
