/// What is counted of those who work with a community beside its committee and residents.
struct PartnerTally: Sendable, Codable {
    /// Social organisations, each counted evenly over the communities it works in, and their months at work.
    var organisations = 0.0
    var months = 0.0
    /// Hours of social organisations, and sums over the hours.
    var hours = 0.0
    var professionalism = 0.0
    var capture = 0.0

    /// Sum over residents' organisations of their capture.
    var federation = 0.0
    /// Fen that funds paid for vouchers, and of these what was diverted.
    var paid: Int64 = 0
    var diverted: Int64 = 0
    /// Vouchers of the month: fen given out and used, and used with residents' organisations and with firms; those
    /// entitled, and sums over them of the share used and its square.
    var issued = 0.0
    var used = 0.0
    var usedWithResidents = 0.0
    var usedWithFirms = 0.0
    var entitled = 0.0
    var share = 0.0
    var shareSquared = 0.0

    init() {}

    init(_ community: borrowing Community) {
        let presence = community.presence
        hours = presence.hours
        professionalism = presence.professionalism * presence.hours
        capture = presence.capture * presence.hours
        federation = community.organisations.reduce(0) { $0 + $1.capture }
        for transfer in community.journal where transfer.purpose == .voucher { paid += transfer.fen }
        let own = Account.organisation("")
        for transfer in community.journal where transfer.purpose == .diversion && transfer.from.hasPrefix(own) {
            diverted += transfer.fen
        }
        let vouchers = community.vouchers
        (issued, used, usedWithResidents) = (vouchers.issued, vouchers.used, vouchers.usedWithResidents)
        usedWithFirms = vouchers.usedWithFirms
        (entitled, share, shareSquared) = (vouchers.entitled, vouchers.share, vouchers.shareSquared)
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
        federation += other.federation
        paid += other.paid
        diverted += other.diverted
        issued += other.issued
        used += other.used
        usedWithResidents += other.usedWithResidents
        usedWithFirms += other.usedWithFirms
        entitled += other.entitled
        share += other.share
        shareSquared += other.shareSquared
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
        Self(
            "organisations.capture", "index", "mean over residents' organisations", 0...1,
            "residents' organisations' capture: 0 their own, 1 an arm of administration", "居民组织行政化程度（0 自主，1 行政附庸）"
        ) { ratio($0.partners.federation, Double($0.organisations)) },
        share("ballots.turnout", "voters / residents", "residents who voted on projects", "参与项目投票的居民占比") {
            Double($0.events.ballots)
        },
        Self("money.vouchers", "yuan", "vouchers used, in the month", nil, "paid for vouchers", "服务券支出") {
            Double($0.partners.paid) / 100
        },
        Self("vouchers.used", "share", "fen used / fen given out", 0...1, "vouchers that are used", "服务券使用率") {
            ratio($0.partners.used, $0.partners.issued)
        },
        Self(
            "vouchers.withResidents", "share", "fen used with residents' organisations / fen used", 0...1,
            "vouchers used with residents' organisations", "用于居民组织的服务券占比"
        ) { ratio($0.partners.usedWithResidents, $0.partners.used) },
        Self(
            "vouchers.withFirms", "share", "fen used with firms / fen used", 0...1, "vouchers used with firms",
            "用于企业的服务券占比"
        ) { ratio($0.partners.usedWithFirms, $0.partners.used) },
        Self(
            "vouchers.inequality", "ratio", "standard deviation / mean over the entitled of the share used", nil,
            "inequality of use of vouchers (coefficient of variation)", "服务券使用不平等（变异系数）"
        ) { tally in
            let mean = ratio(tally.partners.share, tally.partners.entitled)
            let variance = max(0, ratio(tally.partners.shareSquared, tally.partners.entitled) - mean * mean)
            return ratio(variance.squareRoot(), mean)
        },
    ]
}
