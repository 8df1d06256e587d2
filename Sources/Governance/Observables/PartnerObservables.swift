/// What is counted of those who work with a community beside its committee and residents.
struct PartnerTally: Sendable {
    /// Social organisations, each counted evenly over the communities it works in, and their months at work.
    var organisations = 0.0
    var months = 0.0
    /// Hours of social organisations, and sums over the hours.
    var hours = 0.0
    var professionalism = 0.0
    var capture = 0.0

    init() {}

    init(_ community: Community) {
        let presence = community.presence
        hours = presence.hours
        professionalism = presence.professionalism * presence.hours
        capture = presence.capture * presence.hours
        for organisation in presence.organisations {
            organisations += 1 / Double(organisation.communities)
            months += Double(organisation.age) / Double(organisation.communities)
        }
    }

    mutating func add(_ other: PartnerTally) {
        organisations += other.organisations
        months += other.months
        hours += other.hours
        professionalism += other.professionalism
        capture += other.capture
    }
}

extension Observable.Definition {
    static let partners: [Self] = [
        Self(
            "organisations.social.count", "organisations",
            "social organisations at work, each counted evenly over its communities", nil,
            "social organisations at work", "在岗社会组织数"
        ) { $0.partners.organisations },
        Self(
            "organisations.social.left", "organisations", "gave up for lack of money in the month", nil,
            "social organisations that gave up", "因缺资金退出的社会组织"
        ) { $0.events.socialOrganisationsLeft },
        Self(
            "organisations.social.months", "months", "mean over those at work, by their part in the community", nil,
            "months that social organisations have worked", "社会组织服务月数"
        ) { ratio($0.partners.months, $0.partners.organisations) },
        Self(
            "organisations.social.professionalism", "index", "mean over hours", 0...1,
            "social organisations' professionalism", "社会组织专业水平"
        ) { ratio($0.partners.professionalism, $0.partners.hours) },
        Self(
            "organisations.social.capture", "index", "mean over hours", 0...1,
            "social organisations' capture: 0 their own, 1 an arm of administration", "社会组织行政化程度（0 自主，1 行政附庸）"
        ) { ratio($0.partners.capture, $0.partners.hours) },
    ]
}
